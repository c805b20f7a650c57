import type { ExplainedEvidence, Explained as Wire } from '@waymark/contract/reports.ts'
import {
  divide,
  fraction,
  fromDecimal,
  multiply,
  printFraction,
  roundFraction,
} from '@waymark/science/marking/fraction.ts'
import type { z } from 'zod'

export type Explained = z.output<typeof Wire>
export type EvidenceItem = z.output<typeof ExplainedEvidence>

/** What most explanations leave empty. */
export const nothingMore = {
  hidden_count: 0,
  would_settle: [],
  history: [],
  replies: [],
  degraded_reasons: [],
  actions: [],
  next_cursor: null,
} satisfies Partial<Explained>

/** An item of which nothing is superseded and that moves no estimate. */
export const plainItem = {
  context_before: null,
  context_after: null,
  author: null,
  marker: null,
  rubric_version: null,
  model_version: null,
  weight: null,
  effect: null,
  status: 'active',
} satisfies Partial<EvidenceItem>

/** At most two decimals, none that are 0. */
export const decimal = (x: number): string => String(Number(printFraction(fromDecimal(x), 2)))

/** `7 of 10 (70%)`: marks as every screen shows them, half up. */
export function marksText(score: number | null, maximum: number | null): string {
  if (score === null || maximum === null) return '–'
  const shown = `${decimal(score)} of ${decimal(maximum)}`
  if (maximum === 0) return shown
  const percentage = multiply(fraction(100), divide(fromDecimal(score), fromDecimal(maximum)))
  return `${shown} (${roundFraction(percentage, 0)}%)`
}

/** `62%`, half up from the value itself. */
export const percentText = (share: number): string =>
  `${roundFraction(multiply(fraction(100), fromDecimal(share)), 0)}%`

/** The page of an attempt, at the question where one is named. */
export const attemptHref = (attemptId: string, position?: number): string =>
  `/attempts/${attemptId}/results${position === undefined ? '' : `#question-${position}`}`
