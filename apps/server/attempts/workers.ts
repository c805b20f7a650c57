import type { Context } from '../platform/context.ts'
import { every, type Worker } from '../platform/work.ts'
import { ringBells } from './marking/ring-bells.ts'
import { thinEvents } from './saving/thin-events.ts'
import { countUnplaced, makePartitions } from './store/partitions.ts'

const MONTHS_AHEAD = 4

/** Keeps the months ahead made; events that found none lie in the default partition, and somebody is told. */
async function makeMonths(ctx: Context): Promise<void> {
  const unplaced = await ctx.systemTransaction(async (tx) => {
    await makePartitions(tx, ctx.now, MONTHS_AHEAD)
    return countUnplaced(tx)
  })
  if (unplaced > 0)
    ctx.log.warn({ unplaced }, 'events of attempts lie outside the partitions of their months')
}

export const workers: readonly Worker[] = [
  every('attempts.ring-bells', { seconds: 20 }, ringBells),
  every('attempts.thin-events', { seconds: 600 }, thinEvents),
  every('attempts.make-partitions', { seconds: 86_400 }, makeMonths),
]
