import type { Estimate as Wire } from '@waymark/contract/mastery.ts'
import type { Settler } from '@waymark/science/mastery/standing.ts'
import type { z } from 'zod'
import { dayText } from './answers.ts'
import type { Estimate, EstimateValue } from './estimate.ts'
import { FORMULA_VERSION, type StudentEstimates } from './read-estimates.ts'

type ShownEstimate = z.output<typeof Wire>

/** An estimate as it goes out, with what would settle it in words. */
export function showEstimate(competency: { id: string; title: string }, estimate: Estimate): ShownEstimate {
  const { value, last_known, newest_day } = estimate
  const shown = value && showValue(value)
  return {
    competency_id: competency.id,
    title: competency.title,
    probability: shown?.probability ?? null,
    interval: shown?.interval ?? null,
    standing: shown?.standing ?? null,
    state: estimate.state,
    state_reasons: estimate.state_reasons,
    would_settle: estimate.would_settle.map((settler) => showSettler(settler, competency)),
    last_known: last_known && showValue(last_known),
    evidence_count: estimate.evidence_count,
    newest_evidence_on: newest_day === null ? null : dayText(newest_day),
  }
}

const showValue = ({ probability, low, high, standing }: EstimateValue) => ({
  probability,
  interval: { low, high },
  standing,
})

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function showSettler({ kind, count }: Settler, { id, title }: { id: string; title: string }) {
  const questions = count === 1 ? 'question' : 'questions'
  const text =
    kind === 'judgement'
      ? `A teacher's judgement on: ${title}`
      : `${capital(NUMBERS[count] ?? String(count))} more ${questions} on: ${title}`
  return { kind, text, competency_id: id, count }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** What every reply about a student's estimates carries. */
export const showFacts = (
  { version, notYetFolded }: Pick<StudentEstimates, 'version' | 'notYetFolded'>,
  model_version: string,
  now: Date,
) => ({
  version,
  as_of: now.toISOString(),
  model_version,
  formula_version: FORMULA_VERSION,
  degraded_reasons: notYetFolded ? (['not_yet_folded'] as const).slice() : [],
})
