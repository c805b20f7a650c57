import type { Move, Progress } from '@waymark/contract/reports.ts'
import type { z } from 'zod'
import { type LastMove, readEstimates, readLastMoves, showEstimate, showFacts } from '../mastery/index.ts'
import { displayName, getStudentFor, listClassroomIdsOf } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { topicsOf } from './get-class-mastery.ts'
import { listPlacedObjectives, mapReasons } from './store/objectives.ts'
import { listFinishedSince } from './store/recent-work.ts'

type Reply = z.output<typeof Progress>

/** How a student stands on the objectives of each topic, and what moved each estimate last. */
export function getProgress(ctx: Context, studentId: string): Promise<Reply> {
  return ctx.transaction(async (tx) => {
    const student = await getStudentFor(tx, ctx, studentId, 'progress')
    const classroomIds = await listClassroomIdsOf(tx, studentId, ctx.now)
    const objectives = await listPlacedObjectives(tx, { classroomIds, studentIds: [studentId], now: ctx.now })
    const read = await readEstimates(
      ctx,
      tx,
      [studentId],
      objectives.map(({ id }) => id),
    )
    const own = read.students.get(studentId) ?? { version: 0, notYetFolded: false, estimates: new Map() }
    const moves = await readLastMoves(ctx, tx, studentId)
    const reasons = await mapReasons(
      tx,
      studentId,
      [...moves.values()].map(({ event_id }) => event_id),
    )
    const shown = objectives.flatMap((objective) => {
      const estimate = own.estimates.get(objective.id)
      const move = moves.get(objective.id)
      const reason = move && reasons.get(`${move.event_id} ${objective.id}`)
      const last_move = move && reason ? showMove(move, reason) : null
      return estimate ? [{ ...objective, shown: { ...showEstimate(objective, estimate), last_move } }] : []
    })
    const topics = [...topicsOf(objectives), null].map((topic) => ({
      topic,
      objectives: shown
        .filter(({ topic_id }) => topic_id === (topic?.id ?? null))
        .map((objective) => objective.shown),
    }))
    return {
      ...showFacts(own, read.modelVersion, ctx.now),
      student: { id: studentId, name: displayName(student) },
      last_30_days: await recentWork(ctx, tx, studentId),
      topics: topics.filter((topic) => topic.objectives.length > 0),
    }
  })
}

const THIRTY_DAYS_MS = 30 * 86_400_000

/** Marks are no part of it, so work that waits for its release counts too. */
async function recentWork(ctx: Context, tx: Tx, studentId: string): Promise<Reply['last_30_days']> {
  const since = new Date(ctx.now.getTime() - THIRTY_DAYS_MS)
  const quizzes = await listFinishedSince(tx, studentId, since)
  return {
    quizzes: quizzes.map((quiz) => ({ ...quiz, ended_at: quiz.ended_at.toISOString() })),
    seconds: quizzes.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0),
  }
}

const showMove = ({ occurred_at, change }: LastMove, reason: string): z.output<typeof Move> => ({
  occurred_at: occurred_at.toISOString(),
  reason,
  direction: change > 0 ? 'up' : change < 0 ? 'down' : 'same',
})
