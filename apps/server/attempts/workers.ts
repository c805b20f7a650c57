import type { Context } from '../platform/context.ts'
import { every, type Worker } from '../platform/work.ts'
import { ringBells } from './marking/ring-bells.ts'
import { thinEvents } from './saving/thin-events.ts'
import { makePartitions } from './store/partitions.ts'

const MONTHS_AHEAD = 4

const makeMonths = (ctx: Context): Promise<void> =>
  ctx.systemTransaction((tx) => makePartitions(tx, ctx.now, MONTHS_AHEAD))

export const workers: readonly Worker[] = [
  every('attempts.ring-bells', { seconds: 20 }, ringBells),
  every('attempts.thin-events', { seconds: 600 }, thinEvents),
  every('attempts.make-partitions', { seconds: 86_400 }, makeMonths),
]
