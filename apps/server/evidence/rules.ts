import type { Role } from '@waymark/contract/permissions.ts'

const DAY_MS = 86_400_000
const DAYS_BACK = 90
const HOUR_MS = 3_600_000

/** Why an event of this hour is not taken now; judged at each call, a repeat included. */
export function whyNotAtThisHour(occurredAt: Date, now: Date): string | null {
  if (occurredAt.getTime() < now.getTime() - DAYS_BACK * DAY_MS) return 'must not be more than 90 days ago'
  if (occurredAt.getTime() > now.getTime() + HOUR_MS) return 'must not be more than one hour ahead'
  return null
}

/** Whether a credential of this role may send such a type: scores never come from a student's client. */
export const maySend = (role: Role, type: { scored: boolean }): boolean => role !== 'student' || !type.scored
