import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { deleteEvents, listAnswerTimes, listCrowded, updateKeptCount } from '../store/thinning.ts'
import { superfluous } from './superfluous.ts'

/** Above this many events runs of typing are thinned; nothing is refused (spec 03 §6). */
export const CROWDED = 20_000
const AT_ONCE = 20

/** Thins crowded attempts, each in its own transaction. Only this role may delete from append-only tables. */
export async function thinEvents(ctx: Context): Promise<void> {
  const crowded = await ctx.systemTransaction((tx) => listCrowded(tx, CROWDED, AT_ONCE))
  for (const id of crowded)
    await ctx.systemTransaction(async (tx) => {
      await thin(ctx, tx, id)
    })
}

async function thin(ctx: Context, tx: Tx, attemptId: string): Promise<void> {
  const gone = superfluous(await listAnswerTimes(tx, attemptId))
  await sql`set local role waymark_keeper`.execute(tx)
  await deleteEvents(tx, attemptId, gone)
  await sql`reset role`.execute(tx)
  await updateKeptCount(tx, attemptId, gone.length, ctx.now)
}
