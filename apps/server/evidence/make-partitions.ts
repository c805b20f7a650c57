import type { Context } from '../platform/context.ts'
import { countStrays, makePartitions } from './store/learner-events.ts'

/** Makes the event log's partitions for this month and the next three; raises the alarm for strays. */
export async function makeEventPartitions(ctx: Context): Promise<void> {
  const { moved, strays } = await ctx.systemTransaction(async (tx) => ({
    moved: await makePartitions(tx, ctx.now),
    strays: await countStrays(tx),
  }))
  if (moved + strays > 0)
    ctx.log.error({ moved, strays }, 'learning events arrived in a month without a partition')
}
