import type { AssignmentSettings } from '@waymark/contract/attempts/assignments.ts'
import type { ResultRow, ResultsQuery } from '@waymark/contract/attempts/results.ts'
import {
  type Fraction,
  fraction,
  multiply,
  roundFraction,
  toNumber,
} from '@waymark/science/marking/fraction.ts'
import { bandOf } from '@waymark/science/statistics/summary.ts'
import type { z } from 'zod'
import { countingAttempt } from '../rules.ts'
import type { AttemptRecord } from '../store/attempts.ts'

export type Row = z.output<typeof ResultRow>

/** What is known of one student in one assignment. */
export interface StudentWork {
  student_id: string
  name: string
  /** Last name first: what lists are ordered by. */
  sort_key: string
  excused: boolean
  /** By attempt number. */
  attempts: readonly AttemptRecord[]
}

/** What marks and events say of one attempt beside its figures. */
export interface WorkFacts {
  hints: number
  retries: number
  conflicts: number
  held: number
  broken: boolean
  /** When the newest mark that counts was made. */
  marked_at: Date | null
}

/** One row, and the exact share behind its percentage: figures are computed from shares, shown from rows. */
export interface CountedRow {
  row: Row
  sort_key: string
  share: number | null
}

/** The attempt a row tells of: the one that counts, else the running one, else the last. */
export function attemptOf(
  { attempts }: StudentWork,
  rule: AssignmentSettings['attempt_counts'],
): AttemptRecord | null {
  const running = attempts.find(({ status }) => status === 'in_progress')
  return countingAttempt(attempts, rule) ?? running ?? attempts.at(-1) ?? null
}

export function rowOf(
  work: StudentWork,
  attempt: AttemptRecord | null,
  facts: WorkFacts | undefined,
): CountedRow {
  const completed = attempt?.status === 'completed' && !work.excused
  const share = completed ? attempt.share : null
  const percentage = share === null ? null : percentageOf(share)
  const row: Row = {
    student_id: work.student_id,
    name: work.name,
    attempt_id: attempt?.id ?? null,
    attempts: work.attempts.length,
    status: work.excused ? 'excused' : (attempt?.status ?? 'not_started'),
    score: share === null ? null : (attempt?.score ?? null),
    max_score: share === null ? null : (attempt?.max_score ?? null),
    percentage,
    seconds: attempt?.seconds_active ?? null,
    hints: facts?.hints ?? 0,
    retries: facts?.retries ?? 0,
    waiting: completed ? (attempt.pending_count ?? 0) : 0,
    as_of: share === null ? null : (facts?.marked_at?.toISOString() ?? null),
    notes: [],
  }
  row.notes = notesOf(row, attempt, facts)
  return { row, sort_key: work.sort_key, share: share === null ? null : toNumber(share) }
}

/** The whole percentage that screens show, half up. */
export const percentageOf = (share: Fraction): number => roundFraction(multiply(share, fraction(100)), 0)

function notesOf(row: Row, attempt: AttemptRecord | null, facts: WorkFacts | undefined): Row['notes'] {
  const notes: [boolean, Row['notes'][number]][] = [
    [row.percentage !== null && row.percentage < 50, 'below_half'],
    [row.status === 'not_started', 'no_attempt'],
    [row.waiting > 0, 'marks_waiting'],
    [attempt?.ended_by === 'bell', 'ended_by_bell'],
    [(facts?.conflicts ?? 0) > 0, 'answers_differ'],
    [facts?.broken ?? false, 'chain_broken'],
    [(facts?.held ?? 0) > 0, 'answers_held'],
  ]
  return notes.flatMap(([holds, note]) => (holds ? [note] : []))
}

/** The rows asked for, in the order asked for. Names compare as a reader of the locale expects. */
export function chooseRows(rows: readonly CountedRow[], query: ResultsQuery, locale: string): CountedRow[] {
  const compareNames = new Intl.Collator(locale, { sensitivity: 'base', numeric: true }).compare
  const wanted = query.search?.toLocaleLowerCase(locale)
  const sign = query.direction === 'up' ? 1 : -1
  return rows
    .filter(({ row }) => wanted === undefined || row.name.toLocaleLowerCase(locale).includes(wanted))
    .filter(({ row }) => query.band === undefined || isInBand(row, query.band))
    .sort((a, b) => {
      const byName = compareNames(a.sort_key, b.sort_key) || (a.row.student_id < b.row.student_id ? -1 : 1)
      if (query.sort === 'name') return sign * byName
      return compareValues(a.row[query.sort], b.row[query.sort], sign) || byName
    })
}

const isInBand = ({ percentage }: Row, band: number): boolean =>
  percentage !== null && bandOf(percentage) === band - 1

/** What has no value comes last in both directions. */
function compareValues(a: string | number | null, b: string | number | null, sign: number): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -sign : sign
}
