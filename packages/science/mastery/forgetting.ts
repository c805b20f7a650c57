import { STUDENT_COMPETENCY_VARIANCE } from './tracer-state.ts'

/** For so many whole local days after the newest evidence time changes nothing. */
export const STEADY_DAYS = 30
/** From so many on what was known no longer counts. */
const STALE_DAYS = 180
const GROWTH_PER_DAY = 0.001

/**
 * Variance of a student's competency `days` local days after its newest evidence: from day 31 it grows .001 a
 * day up to its prior. A score does not sink in silence; it becomes less sure.
 */
export function forgottenVariance(variance: number, days: number): number {
  if (days <= STEADY_DAYS || variance >= STUDENT_COMPETENCY_VARIANCE) return variance
  return Math.min(STUDENT_COMPETENCY_VARIANCE, variance + GROWTH_PER_DAY * (days - STEADY_DAYS))
}

/** Whether the newest evidence is too old to say how the student stands now. */
export function isStale(days: number): boolean {
  return days >= STALE_DAYS
}
