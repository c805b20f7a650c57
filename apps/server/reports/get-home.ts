import type { Home } from '@waymark/contract/reports.ts'
import type { z } from 'zod'
import { countAwaitingRelease, countWaiting } from '../attempts/index.ts'
import { countQuizzes } from '../library/index.ts'
import { listOwnClassrooms } from '../people/index.ts'
import { type Context, whoIs } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { listClassActivity } from './store/classes.ts'
import { listHappenings } from './store/home.ts'

const MOST_RECENT = 10

/** A teacher's own classes, what waits, and what happened lately. */
export function getHome(ctx: Context): Promise<z.output<typeof Home>> {
  return ctx.transaction(async (tx) => {
    const classrooms = await listOwnClassrooms(tx, ctx)
    const ids = classrooms.map(({ id }) => id)
    const activity = new Map(
      (await listClassActivity(tx, ids, ctx.now)).map((one) => [one.classroom_id, one]),
    )
    const recent = await listHappenings(tx, ids, MOST_RECENT)
    return {
      as_of: ctx.now.toISOString(),
      queues: await countQueues(ctx, tx, ids),
      classrooms: classrooms.map(({ id, name, subject, year_group }) => {
        const own = activity.get(id)
        return {
          classroom_id: id,
          name,
          subject,
          year_group,
          student_count: own?.student_count ?? 0,
          quizzes_open: own?.quizzes_open ?? 0,
          last_activity_at: own?.last_activity_at?.toISOString() ?? null,
        }
      }),
      recent: recent.map((one) => ({ ...one, at: one.at.toISOString() })),
    }
  })
}

/** What waits, counted by the rooms that list it: each number opens a list of that length. */
async function countQueues(
  ctx: Context,
  tx: Tx,
  classroomIds: readonly string[],
): Promise<z.output<typeof Home>['queues']> {
  const waiting = await countWaiting(tx, classroomIds)
  return {
    marking: waiting.reduce((sum, one) => sum + one.waiting, 0),
    drafts: await countQuizzes(tx, whoIs(ctx), { own_unpublished: true }),
    release: await countAwaitingRelease(tx, classroomIds),
  }
}
