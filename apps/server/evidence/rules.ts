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

/** Why a credential of this role may not send such a type: no student gives scores, no teacher a student's words. */
export function whyMayNotSend(role: Role, type: { scored: boolean; voice?: 'student' }): string | null {
  if (role === 'student') return type.scored ? 'Events with a score do not come from a student.' : null
  if (role === 'service' || type.voice === undefined) return null
  return 'Only students themselves say this.'
}
