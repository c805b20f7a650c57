import type { Context } from '../../platform/context.ts'
import { listUnfinished } from '../store/changes.ts'
import { settleStudents } from './settle-students.ts'

const WAIT_MS = 10 * 60_000

/**
 * Goes on with changes whose errand was lost or gave up, so that none is left half-way. One that fails again
 * keeps no other waiting, least of all another school's.
 */
export async function resumeChanges(ctx: Context): Promise<void> {
  const before = new Date(ctx.now.getTime() - WAIT_MS)
  const faults: unknown[] = []
  for (const { id, school_id } of await ctx.systemTransaction((tx) => listUnfinished(tx, before)))
    await settleStudents(ctx, { school_id, change_id: id }).catch((fault) => faults.push(fault))
  if (faults.length > 0) throw new AggregateError(faults, `Changes that cannot go on: ${faults.length}`)
}
