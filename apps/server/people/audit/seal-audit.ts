import type { Context } from '../../platform/context.ts'
import { findLastSeal, listUnsealed, listUnsealedSchools, lockChain, updateSeals } from '../store/audit.ts'
import { sealRows } from './chain.ts'

const AT_ONCE = 1000

/**
 * Chains what was written since the last time, school by school, in order of id. A row committed late is
 * chained late: its place in the chain, not its id, says when it was sealed.
 */
export async function sealAudit(ctx: Context): Promise<void> {
  const schools = await ctx.systemTransaction(listUnsealedSchools)
  for (const schoolId of schools) while ((await sealSome(ctx, schoolId)) === AT_ONCE);
}

const sealSome = (ctx: Context, schoolId: string): Promise<number> =>
  ctx.systemTransaction(async (tx) => {
    await lockChain(tx, schoolId)
    const rows = await listUnsealed(tx, schoolId, AT_ONCE)
    if (rows.length > 0) await updateSeals(tx, sealRows(rows, await findLastSeal(tx, schoolId)))
    return rows.length
  })
