import type { ReadOut } from '@waymark/science/mastery/read-out.ts'
import type { Settler, TracerEstimate } from '@waymark/science/mastery/standing.ts'
import type { Standing } from '@waymark/science/mastery/standing-of.ts'

export interface EstimateValue {
  probability: number
  low: number
  high: number
  standing: Standing
}

/** The estimate of one student and competency as every screen, file and reply shows it. */
export interface Estimate {
  state: 'known' | 'contested' | 'not_enough_evidence'
  state_reasons: string[]
  /** Null without enough evidence. */
  value: EstimateValue | null
  /** The value on the day of the newest evidence, where only time has passed since. */
  last_known: EstimateValue | null
  would_settle: Settler[]
  /** Pieces of evidence that weigh something. */
  evidence_count: number
  /** Local day of the newest piece, as days since 1970-01-01. */
  newest_day: number | null
}

/** An estimate with the local days on which it holds. */
export interface DatedEstimate extends Estimate {
  computed_on: number
  steady_until: number
}

export function estimateFrom(
  estimate: TracerEstimate,
  grounds: { pieces: number; newestDay: number } | undefined,
): Estimate {
  const counts = { evidence_count: grounds?.pieces ?? 0, newest_day: grounds?.newestDay ?? null }
  const { state, reasons: state_reasons } = estimate
  if (estimate.state === 'not_enough_evidence') {
    const last_known = estimate.lastKnown && readValue(estimate.lastKnown)
    return { ...counts, state, state_reasons, value: null, last_known, would_settle: estimate.wouldSettle }
  }
  return {
    ...counts,
    state,
    state_reasons,
    value: readValue(estimate.value),
    last_known: null,
    would_settle: [],
  }
}

const readValue = ({ probability, interval: { low, high }, standing }: ReadOut): EstimateValue => ({
  probability,
  low,
  high,
  standing,
})

/** Whether an estimate worked out on the day `computed_on` holds on `today`. All are local days. */
export const stillHolds = (
  { computed_on, steady_until }: { computed_on: number; steady_until: number },
  today: number,
): boolean => today <= steady_until || today === computed_on
