import type { AssignmentSettings } from '@waymark/contract/attempts/assignments.ts'
import type { RefusalCode } from '@waymark/contract/refusals.ts'
import { compare, type Fraction, ZERO } from '@waymark/science/marking/fraction.ts'

// ── windows and deadlines (spec 03 §4) ───────────────────────────────────

export interface Window {
  available_from: Date
  available_until: Date | null
}

/** What one student has otherwise than the class; null fields mean: as the class. */
export interface Override {
  available_from: Date | null
  available_until: Date | null
  extra_attempts: number
  excused: boolean
}

/** The window that holds for one student: an override's end is final. */
export const personalWindow = (window: Window, override: Override | null): Window => ({
  available_from: override?.available_from ?? window.available_from,
  available_until: override?.available_until ?? window.available_until,
})

/** True once the bell of an attempt has rung; at the deadline itself it has. */
export const hasRung = (attempt: { deadline_at: Date | null }, now: Date): boolean =>
  attempt.deadline_at !== null && attempt.deadline_at <= now

/** The deadline of a running attempt after a change of its window: never earlier than before. */
export function laterDeadline(present: Date | null, wished: Date | null): Date | null {
  if (present === null || wished === null) return null
  return later(present, wished)
}

const later = (a: Date, b: Date): Date => (a.getTime() >= b.getTime() ? a : b)

// ── starting (spec 03 §5) ────────────────────────────────────────────────

export interface StartFacts {
  window: Window
  override: Override | null
  max_attempts: number
  /** Attempts of this student that exist, ended or not. */
  attempts: number
}

export interface No {
  code: RefusalCode
  details: Record<string, unknown>
}

/** Attempts a student may still begin; null is as many as the student likes. */
export function attemptsLeft(
  facts: Pick<StartFacts, 'override' | 'max_attempts' | 'attempts'>,
): number | null {
  if (facts.max_attempts === 0) return null
  return Math.max(0, facts.max_attempts + (facts.override?.extra_attempts ?? 0) - facts.attempts)
}

/** Why a student may not begin an attempt now; null when nothing stands against it. */
export function whyNotStart(facts: StartFacts, now: Date): No | null {
  const { available_from, available_until } = personalWindow(facts.window, facts.override)
  if (facts.override?.excused) return { code: 'excused', details: {} }
  if (now < available_from)
    return { code: 'not_open_yet', details: { opens_at: available_from.toISOString() } }
  if (available_until !== null && now >= available_until)
    return { code: 'window_closed', details: { closed_at: available_until.toISOString() } }
  if (attemptsLeft(facts) === 0) return { code: 'no_attempts_left', details: { attempts: facts.attempts } }
  return null
}

// ── acting in a running attempt (spec 03 §§6, 7) ─────────────────────────

/** Why a device may not check, ask for help or finish; saving asks less: it keeps whatever arrives. */
export function whyNotAct(
  attempt: { status: string; writer_device_id: string; writer_epoch: number },
  writer: { device_id: string; writer_epoch: number },
): No | null {
  if (attempt.status !== 'in_progress') return { code: 'attempt_ended', details: {} }
  const writes = attempt.writer_device_id === writer.device_id && attempt.writer_epoch === writer.writer_epoch
  return writes ? null : { code: 'writer_moved', details: { writer_epoch: attempt.writer_epoch } }
}

// ── tries in immediate mode (spec 03 §10) ────────────────────────────────

/** Tries per question; null is as many as the student likes. The retries come after the first try. */
export function triesAllowed(
  settings: Pick<AssignmentSettings, 'allow_question_retry' | 'max_question_retries'>,
): number | null {
  if (!settings.allow_question_retry) return 1
  return settings.max_question_retries === 0 ? null : 1 + settings.max_question_retries
}

export interface TryFacts {
  tries: number
  /** A try was right. */
  right: boolean
  /** "Show me the answer" was pressed. */
  revealed: boolean
}

/** After this no further try counts, and the right answer may be seen. */
export const isSettled = (facts: TryFacts, allowed: number | null): boolean =>
  facts.right || facts.revealed || (allowed !== null && facts.tries >= allowed)

// ── releasing (spec 03 §2) ───────────────────────────────────────────────

/** The last end of any student's window. One window without an end means: never by itself. */
export function lastClose(window: Window, overrides: readonly Override[]): Date | null {
  const ends = [window, ...overrides.map((override) => personalWindow(window, override))].map(
    ({ available_until }) => available_until,
  )
  if (ends.includes(null)) return null
  return (ends as Date[]).reduce(later)
}

// ── which attempt counts (spec 03 §2) ────────────────────────────────────

export interface Countable {
  attempt_number: number
  status: string
  /** Score ÷ maximum; null where nothing is marked. */
  share: Fraction | null
}

/** The attempt that stands for a student: only completed ones count; of equals the earlier. */
export function countingAttempt<A extends Countable>(
  attempts: readonly A[],
  rule: AssignmentSettings['attempt_counts'],
): A | null {
  const completed = attempts
    .filter(({ status }) => status === 'completed')
    .sort((a, b) => a.attempt_number - b.attempt_number)
  if (rule === 'first') return completed[0] ?? null
  if (rule === 'latest') return completed.at(-1) ?? null
  return completed.reduce<A | null>(
    (best, attempt) =>
      best === null || compare(attempt.share ?? ZERO, best.share ?? ZERO) > 0 ? attempt : best,
    null,
  )
}
