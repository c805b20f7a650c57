import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { deleteEvents, listAnswerTimes, listCrowded, updateKeptCount } from '../store/thinning.ts'
import { superfluous } from './superfluous.ts'

/** Above this many events runs of typing are thinned; nothing is refused (spec 03 §6). */
export const CROWDED = 20_000
const AT_ONCE = 20

/** Thins crowded attempts, each in its own transaction. */
export async function thinEvents(ctx: Context): Promise<void> {
  const crowded = await ctx.systemTransaction((tx) => listCrowded(tx, CROWDED, AT_ONCE))
  for (const attempt of crowded) await ctx.systemTransaction((tx) => thin(ctx, tx, attempt))
}

async function thin(ctx: Context, tx: Tx, attempt: { id: string; school_id: string }): Promise<void> {
  const gone = superfluous(await listAnswerTimes(tx, attempt.id))
  await deleteEvents(tx, attempt, gone)
  await updateKeptCount(tx, attempt.id, gone.length, ctx.now)
}
