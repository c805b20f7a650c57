import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { findAttempt, listRung, listRungOf } from '../store/attempts.ts'
import { afterBell } from './mark-attempt.ts'

const AT_ONCE = 200

/** Ends the attempts of one assignment whose bell has rung: a reader of the class sees none of them running. */
export async function ringBellsOf(ctx: Context, tx: Tx, assignmentId: string): Promise<void> {
  for (const id of await listRungOf(tx, assignmentId, ctx.now)) {
    const attempt = await findAttempt(tx, id)
    if (attempt) await afterBell(ctx, tx, attempt)
  }
}

/** Ends every attempt whose bell has rung and whom nobody has looked at since, each in its own transaction. */
export async function ringBells(ctx: Context): Promise<void> {
  const rung = await ctx.systemTransaction((tx) => listRung(tx, ctx.now, AT_ONCE))
  for (const { id, school_id } of rung)
    await ctx.schoolTransaction(school_id, async (tx) => {
      const attempt = await findAttempt(tx, id)
      if (attempt) await afterBell(ctx, tx, attempt)
    })
}
