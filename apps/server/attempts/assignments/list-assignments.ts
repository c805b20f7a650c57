import type { AssignmentSummary } from '@waymark/contract/attempts/assignments.ts'
import { Instant } from '@waymark/contract/endpoint.ts'
import { z } from 'zod'
import { listOwnClassrooms } from '../../people/index.ts'
import type { Context } from '../../platform/context.ts'
import { pageOf, readCursor } from '../cursor.ts'
import { listQuizFacts } from '../quiz-content.ts'
import { listAssignments } from '../store/assignments.ts'
import { countAttempts } from '../store/attempts.ts'

const PAGE = 50
const Place = z.tuple([Instant, z.uuid()])

interface Query {
  cursor?: string | undefined
  limit?: number | undefined
  classroom_id?: string | undefined
  quiz_id?: string | undefined
  awaiting?: 'release' | undefined
}

/** Assignments of the viewer's own classes, the newest first. */
export async function listOwnAssignments(
  ctx: Context,
  { cursor, limit = PAGE, classroom_id, quiz_id, awaiting }: Query,
): Promise<{ items: z.output<typeof AssignmentSummary>[]; next_cursor: string | null }> {
  const place = readCursor(cursor, Place)
  return ctx.transaction(async (tx) => {
    const classrooms = new Map(
      (await listOwnClassrooms(tx, ctx))
        .filter(({ id }) => classroom_id === undefined || id === classroom_id)
        .map(({ id, name }) => [id, name]),
    )
    const records = await listAssignments(tx, {
      classroomIds: [...classrooms.keys()],
      ...(quiz_id === undefined ? {} : { quizId: quiz_id }),
      awaitingRelease: awaiting === 'release',
      before: place && { publishedAt: new Date(place[0]), id: place[1] },
      limit: limit + 1,
    })
    const counts = await countAttempts(
      tx,
      records.map(({ id }) => id),
    )
    const quizzes = await listQuizFacts(tx, [...new Set(records.map((record) => record.quiz_id))])
    return pageOf(
      records,
      limit,
      ({ published_at, id }) => [published_at.toISOString(), id],
      (record) => ({
        assignment_id: record.id,
        quiz_id: record.quiz_id,
        quiz_title: quizzes.get(record.quiz_id)?.title ?? '',
        classroom_id: record.classroom_id,
        classroom_name: classrooms.get(record.classroom_id) ?? '',
        available_from: record.available_from.toISOString(),
        available_until: record.available_until?.toISOString() ?? null,
        ...(counts.get(record.id) ?? { started: 0, completed: 0, waiting: 0 }),
      }),
    )
  })
}
