/** The three states of a tracer estimate: known, contested, or not enough evidence and what would settle it. */
import { roundForThreshold } from '../marking/rounding.ts'
import { JUDGEMENT_WEIGHT } from './evidence-weight.ts'
import { isStale } from './forgetting.ts'
import { type ReadOut, readOut } from './read-out.ts'
import type { Standing } from './standing-of.ts'
import { observe, predict, type TracedAnswer } from './tracer.ts'
import type { TracerParameters } from './tracer-parameters.ts'
import { copyForCompetency, type TracerState } from './tracer-state.ts'

/** What a read-out of one competency rests on. */
export interface EvidenceCounts {
  /** Answers on a first try, and the different questions among them. */
  firstTries: number
  questions: number
  judgements: number
  /** Local day of the newest piece, as days since 1970-01-01; null without any. */
  newestDay: number | null
}

/** One active piece of evidence on the competency; `question` null for a judgement. */
export interface EvidencePiece {
  question: string | null
  tryNo: number
  weight: number
  day: number
}

/** A teacher's newest judgement beside what the answers alone say (a fold without judgements). */
export interface JudgementBesideAnswers {
  judgement: Standing
  answers: number
  interval: { low: number; high: number }
}

export interface Settler {
  kind: 'question' | 'judgement'
  count: number
}

export type TracerEstimate =
  | { state: 'known' | 'contested'; reasons: string[]; value: ReadOut }
  /** `lastKnown`: the value on the day of the newest evidence, where only time has passed since. */
  | { state: 'not_enough_evidence'; reasons: string[]; lastKnown: ReadOut | null; wouldSettle: Settler[] }

/** What an estimate is made of; `disputes` are reasons from outside, such as an open reply. */
export interface EstimateGrounds {
  state: TracerState
  parameters: TracerParameters
  competency: string
  today: number
  evidence: EvidenceCounts
  judgement?: JudgementBesideAnswers | null
  disputes?: readonly string[]
}

const FIRST_TRIES_NEEDED = 3
const QUESTIONS_NEEDED = 2
const WIDEST_INTERVAL = 0.45
const MOST_ASKED = 10
const ANSWERS_TO_DISAGREE = 3
const JUDGEMENT_RANGES: Record<Standing, { low: number; high: number }> = {
  secure: { low: 0.7, high: 1 },
  learning: { low: 0.4, high: 0.9 },
  gap: { low: 0, high: 0.5 },
}

/** Pieces of weight 0 are activity, no evidence, and are left out. */
export function countEvidence(pieces: Iterable<EvidencePiece>): EvidenceCounts {
  const questions = new Set<string>()
  const counts: EvidenceCounts = { firstTries: 0, questions: 0, judgements: 0, newestDay: null }
  for (const { question, tryNo, weight, day } of pieces) {
    if (weight === 0) continue
    counts.newestDay = Math.max(day, counts.newestDay ?? day)
    if (question === null) counts.judgements += 1
    else if (tryNo === 1) {
      counts.firstTries += 1
      questions.add(question)
    }
  }
  counts.questions = questions.size
  return counts
}

/** The estimate of one competency with its state, on the local day `today`. Reasons are never empty but for `known`. */
export function estimateCompetency(grounds: EstimateGrounds): TracerEstimate {
  const { state, parameters, competency, today, evidence } = grounds
  const value = readOut(state, parameters, competency, today)
  const lacking = whatIsLacking(value, evidence, today)
  if (lacking.length > 0) {
    const [lastKnown, wouldSettle] = [whatWasKnown(grounds), whatWouldSettle(grounds, value)]
    return { state: 'not_enough_evidence', reasons: lacking, lastKnown, wouldSettle }
  }
  const reasons = [...(grounds.disputes ?? [])]
  if (grounds.judgement && judgementDisagrees(grounds.judgement)) reasons.unshift('judgement_disagrees')
  return { state: reasons.length > 0 ? 'contested' : 'known', reasons, value }
}

/** Whether at least three answers, taken alone, say something the judgement does not allow. */
export function judgementDisagrees({ judgement, answers, interval }: JudgementBesideAnswers): boolean {
  const range = JUDGEMENT_RANGES[judgement]
  const meets = roundForThreshold(interval.low) <= range.high && roundForThreshold(interval.high) >= range.low
  return answers >= ANSWERS_TO_DISAGREE && !meets
}

function whatIsLacking(value: ReadOut, evidence: EvidenceCounts, today: number): string[] {
  const reasons: string[] = []
  if (missingAnswers(evidence) > 0) reasons.push('too_few_answers')
  if (isTooWide(value)) reasons.push('interval_too_wide')
  if (isTooOld(evidence, today)) reasons.push('stale')
  return reasons
}

function whatWasKnown({ state, parameters, competency, evidence }: EstimateGrounds): ReadOut | null {
  const { newestDay } = evidence
  if (newestDay === null || missingAnswers(evidence) > 0) return null
  const then = readOut(state, parameters, competency, newestDay)
  return isTooWide(then) ? null : then
}

function missingAnswers({ firstTries, questions, judgements }: EvidenceCounts): number {
  if (judgements > 0) return 0
  return Math.max(0, FIRST_TRIES_NEEDED - firstTries, QUESTIONS_NEEDED - questions)
}

function isTooWide({ interval }: ReadOut): boolean {
  return roundForThreshold(interval.high - interval.low) > WIDEST_INTERVAL
}

function isTooOld({ newestDay }: EvidenceCounts, today: number): boolean {
  return newestDay !== null && isStale(today - newestDay)
}

function whatWouldSettle(grounds: EstimateGrounds, value: ReadOut): Settler[] {
  const { evidence, today } = grounds
  const answers = Math.max(
    missingAnswers(evidence),
    isTooWide(value) ? answersToNarrow(grounds) : 0,
    isTooOld(evidence, today) ? 1 : 0,
  )
  const question: Settler = { kind: 'question', count: Math.min(answers, MOST_ASKED) }
  return judgementWouldNarrow(grounds) ? [question, { kind: 'judgement', count: 1 }] : [question]
}

/** How many new questions, each answered as expected, bring the interval within bounds; at most 10. */
function answersToNarrow(grounds: EstimateGrounds): number {
  const expected = copyForCompetency(grounds.state, grounds.competency)
  for (let count = 1; count < MOST_ASKED; count += 1) {
    observeAsExpected(expected, grounds, { question: `new ${count}`, weight: 1 })
    if (!isTooWide(readOut(expected, grounds.parameters, grounds.competency, grounds.today))) return count
  }
  return MOST_ASKED
}

function judgementWouldNarrow(grounds: EstimateGrounds): boolean {
  const expected = copyForCompetency(grounds.state, grounds.competency)
  observeAsExpected(expected, grounds, { question: null, weight: JUDGEMENT_WEIGHT })
  return !isTooWide(readOut(expected, grounds.parameters, grounds.competency, grounds.today))
}

/** Folds an answer whose mark is the probability itself: it says nothing new, but leaves less doubt. */
function observeAsExpected(
  state: TracerState,
  { parameters, competency, today }: EstimateGrounds,
  { question, weight }: Pick<TracedAnswer, 'question' | 'weight'>,
): void {
  const place = state.newest ?? { occurredAt: 0, eventId: '' }
  const answer = { ...place, day: today, competencies: [competency], question, mark: 0, weight }
  observe(state, parameters, { ...answer, mark: predict(state, parameters, answer).probability })
}
