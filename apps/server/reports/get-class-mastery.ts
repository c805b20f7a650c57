import type { ClassMastery, classSplits, MasteryCell } from '@waymark/contract/reports.ts'
import type { z } from 'zod'
import { readEstimates, showEstimate, showFacts } from '../mastery/index.ts'
import { auditClassLook, displayName, getClassroomFor, listStudentsOf } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import { listPlacedObjectives, type PlacedObjective } from './store/objectives.ts'

type MasteryMap = z.output<typeof ClassMastery>
type Cell = z.output<typeof MasteryCell>

const MOST_OBJECTIVES = 60

/** The mastery map of a class: students × objectives, and how the class divides on each. */
export function getClassMastery(
  ctx: Context,
  classroomId: string,
  topicId: string | undefined,
): Promise<MasteryMap> {
  return ctx.transaction(async (tx) => {
    const classroom = await getClassroomFor(tx, ctx, classroomId)
    await auditClassLook(ctx, tx, classroomId, 'mastery')
    const students = await listStudentsOf(tx, ctx, classroomId)
    const studentIds = students.map(({ id }) => id)
    const all = await listPlacedObjectives(tx, { classroomIds: [classroomId], studentIds, now: ctx.now })
    const wanted = topicId === undefined ? all : all.filter(({ topic_id }) => topic_id === topicId)
    const shown = wanted.slice(0, MOST_OBJECTIVES)
    const read = await readEstimates(
      ctx,
      tx,
      studentIds,
      shown.map(({ id }) => id),
    )
    const rows = students.map((student) => {
      const own = read.students.get(student.id)
      return {
        student_id: student.id,
        name: displayName(student),
        version: own?.version ?? 0,
        cells: shown.flatMap((objective): Cell[] => {
          const estimate = own?.estimates.get(objective.id)
          return estimate ? [cellOf(showEstimate(objective, estimate))] : []
        }),
      }
    })
    const lags = [...read.students.values()].some(({ notYetFolded }) => notYetFolded)
    return {
      ...showFacts({ version: 0, notYetFolded: lags }, read.modelVersion, ctx.now),
      classroom: { id: classroom.id, name: classroom.name },
      topics: topicsOf(all),
      objectives: shown.map((objective, column) => ({
        competency_id: objective.id,
        title: objective.title,
        topic_id: objective.topic_id,
        counts: countCells(rows.flatMap(({ cells }) => cells[column] ?? [])),
      })),
      more_objectives: wanted.length - shown.length,
      students: rows,
    }
  })
}

const cellOf = (shown: ReturnType<typeof showEstimate>): Cell => ({
  ...shown,
  answers_needed: shown.would_settle.find(({ kind }) => kind === 'question')?.count ?? null,
})

export function topicsOf(objectives: readonly PlacedObjective[]): { id: string; title: string }[] {
  const topics = new Map<string, string>()
  for (const { topic_id, topic_title } of objectives) if (topic_id) topics.set(topic_id, topic_title ?? '')
  return Array.from(topics, ([id, title]) => ({ id, title }))
}

/** How a class divides: each student stands in exactly one part. */
export type Split = (typeof classSplits)[number]

export const splitOf = ({ state, standing }: Pick<Cell, 'state' | 'standing'>): Split =>
  state === 'known' ? (standing ?? 'not_enough_evidence') : state

export function countCells(
  cells: readonly Pick<Cell, 'state' | 'standing'>[],
): MasteryMap['objectives'][number]['counts'] {
  const counts = { secure: 0, learning: 0, gap: 0, contested: 0, not_enough_evidence: 0 }
  for (const cell of cells) counts[splitOf(cell)] += 1
  return counts
}
