import { roundForThreshold } from '../marking/rounding.ts'

export const standings = ['secure', 'learning', 'gap'] as const
/** The tracer's word for a competency, and a teacher's judgement of it. */
export type Standing = (typeof standings)[number]

const SECURE_FROM = 0.7
const GAP_BELOW = 0.5

/** `secure` when even the low end of the 80 % interval is .70, `gap` when even the high end is below .50. */
export function standingOf(interval: { low: number; high: number }): Standing {
  if (roundForThreshold(interval.low) >= SECURE_FROM) return 'secure'
  return roundForThreshold(interval.high) < GAP_BELOW ? 'gap' : 'learning'
}
