import type { Classroom as Shape } from '@waymark/contract/people.ts'
import type { z } from 'zod'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { getClassroomFor } from '../access.ts'
import { addPeople, type Classroom, type ClassroomWithPeople, listClassrooms } from '../store/classrooms.ts'

const show = ({ school_id: _, archived_at, ...classroom }: ClassroomWithPeople): z.input<typeof Shape> => ({
  ...classroom,
  archived_at: archived_at?.toISOString() ?? null,
})

/** A class as the contract shows it, with its people of today. */
export async function showWithPeople(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  classroom: Classroom,
): Promise<z.input<typeof Shape>> {
  const [found] = await addPeople(tx, [classroom], ctx.now)
  if (!found) throw new Refused('not_found')
  return show(found)
}

/** Own classes, or for an admin those of the school; the archived ones on request. */
export async function listOwnClasses(ctx: Context, { archived }: { archived: 'true' | 'false' }) {
  const { role, userId } = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    const classrooms = await listClassrooms(tx, {
      teacherId: role === 'teacher' ? userId : null,
      archived: archived === 'true',
      now: ctx.now,
    })
    return { items: (await addPeople(tx, classrooms, ctx.now)).map(show) }
  })
}

/** One class within reach. */
export const showClassroom = (ctx: Context, classroomId: string) =>
  ctx.transaction(async (tx) => showWithPeople(tx, ctx, await getClassroomFor(tx, ctx, classroomId)))
