import type { Role } from '@waymark/contract/permissions.ts'

// ── waits after wrong passwords ──────────────────────────────────────────
const WINDOW_SECONDS = 15 * 60
const FREE_FAILURES = 5
const LONGEST_WAIT_SECONDS = 600
const waits = [30, 120, 300, LONGEST_WAIT_SECONDS] as const
const ADDRESS_CEILING = 100
const TRIES_A_MINUTE = 5
const MINUTE_SECONDS = 60

/** How far back tries count at all. */
export const TRIES_KEPT_SECONDS = WINDOW_SECONDS + LONGEST_WAIT_SECONDS

/** A try at an account. A password that is still being checked counts as wrong, one that was forgiven as none. */
export interface AccountTry {
  at: Date
  outcome: 'wrong' | 'forgiven' | 'right'
}

const secondsBetween = (earlier: Date, later: Date) => (later.getTime() - earlier.getTime()) / 1000

/**
 * Seconds an account must still wait, 0 when it may try. It takes five tries a minute, right ones too. Five
 * wrong ones in 15 minutes are free; from then on the ladder stands in the place of the minute: each further
 * one makes the next wait longer, 30, 120, 300, then 600 seconds at a time. Tries during a wait do not count.
 */
export function accountWait(tries: readonly AccountTry[], now: Date): number {
  const inOrder = [...tries].sort((a, b) => a.at.getTime() - b.at.getTime())
  const wrong = inOrder.filter(({ outcome }) => outcome === 'wrong').map(({ at }) => at)
  const last = wrong.at(-1)
  const count = last ? wrong.filter((at) => secondsBetween(at, last) < WINDOW_SECONDS).length : 0
  if (!last || count < FREE_FAILURES) return minuteWait(inOrder, now)
  const wait = waits[Math.min(count - FREE_FAILURES, waits.length - 1)] ?? LONGEST_WAIT_SECONDS
  return Math.max(0, Math.ceil(wait - secondsBetween(last, now)))
}

/** After five tries in a minute: until the fifth last is that old. */
function minuteWait(inOrder: readonly AccountTry[], now: Date): number {
  const decisive = inOrder.at(-TRIES_A_MINUTE)
  return decisive ? Math.max(0, Math.ceil(MINUTE_SECONDS - secondsBetween(decisive.at, now))) : 0
}

/**
 * Seconds an address must still wait: after 100 failures in 15 minutes, until the hundredth last is that old,
 * but no account is kept out for more than 600 seconds at a time. `failures` are its latest hundred at most; a
 * whole school shares one address, so there is no ladder.
 */
export function addressWait(failures: readonly Date[], now: Date): number {
  const inWindow = failures
    .filter((failure) => secondsBetween(failure, now) < WINDOW_SECONDS)
    .sort((a, b) => b.getTime() - a.getTime())
  const [newest, decisive] = [inWindow[0], inWindow[ADDRESS_CEILING - 1]]
  if (!newest || !decisive) return 0
  const left = WINDOW_SECONDS - secondsBetween(decisive, now)
  const longest = LONGEST_WAIT_SECONDS - secondsBetween(newest, now)
  return Math.max(0, Math.ceil(Math.min(left, longest)))
}

// ── sessions ─────────────────────────────────────────────────────────────
export interface SessionFacts {
  role: Role
  transport: 'cookie' | 'token'
  lastSeenAt: Date
  expiresAt: Date
  roleFrom: Date
  roleUntil: Date | null
}

/** Whether a session that was not ended still holds; staff's browser sessions also end when left idle. */
export function isAlive(session: SessionFacts, now: Date, idleMinutes: number): boolean {
  if (now >= session.expiresAt || now < session.roleFrom) return false
  if (session.roleUntil && now >= session.roleUntil) return false
  const mayIdle = session.role === 'student' || session.transport === 'token'
  return mayIdle || secondsBetween(session.lastSeenAt, now) < idleMinutes * 60
}

// ── schools ──────────────────────────────────────────────────────────────
/** Whether this is an IANA time zone that dates can be reckoned in. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z0-9_+\-/]+$/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

// ── roles ────────────────────────────────────────────────────────────────
/** The admins who would be left if one membership ended: a school is never left without any. */
export const leavesNoAdmin = (adminsInForce: readonly string[], ending: readonly string[]): boolean =>
  ending.some((id) => adminsInForce.includes(id)) && adminsInForce.every((id) => ending.includes(id))

/** A district's roles are given and ended by a district's admins only. */
export const mayGiveScope = (ownScope: 'school' | 'district', scope: 'school' | 'district'): boolean =>
  scope === 'school' || ownScope === 'district'

// ── names ────────────────────────────────────────────────────────────────
const slugify = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')

/** A school's short name made from its name; `school` where it has no Latin letters. */
export const slugFor = (name: string): string => slugify(name) || 'school'
