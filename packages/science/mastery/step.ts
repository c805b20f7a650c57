/** One step of the tracer, in the parts that the frozen and the learning way share. */
import { forgottenVariance } from './forgetting.ts'
import { logistic } from './logistic.ts'
import { type Features, featuresOf, UNMET } from './tracer-features.ts'
import type { CompetencyWeights, QuestionWeight, Weights } from './tracer-parameters.ts'
import {
  type CompetencyState,
  newCompetencyState,
  type Place,
  type QuestionState,
  RATES,
  type TracerState,
} from './tracer-state.ts'

/** One answer, or one teacher's judgement (`question` null). One event is one answer, with all its competencies. */
export interface TracedAnswer extends Place {
  /** Local day, as days since 1970-01-01 in the school's time zone. */
  day: number
  /** One or more, each once. */
  competencies: readonly string[]
  /** The question's lineage, the same for all its versions; null for a judgement. */
  question: string | null
  /** 0–1. */
  mark: number
  /** 0 or more; at 0 the answer is activity only and leaves the state untouched. */
  weight: number
}

/** What was expected of an answer before it was folded. */
export interface Prediction {
  z: number
  /** s²: variance of z over all weights, shared and the student's own. */
  variance: number
  probability: number
}

/** The shared weights that one answer touches. */
export interface SharedWeights {
  globals: Weights
  question: Readonly<QuestionWeight> | null
  competencies: readonly Readonly<CompetencyWeights>[]
}

/** All that one step reads, looked up once. */
export interface Step {
  prediction: Prediction
  features: Features
  /** The student's competencies, `UNMET` for a new one, and their variances on the day of the answer. */
  own: readonly Readonly<CompetencyState>[]
  ownVariances: readonly number[]
  /** The student's earlier answers to this question. */
  before: QuestionState | null
}

const STUDENT_DRIFT = 0.0002
const STUDENT_COMPETENCY_DRIFT = 0.001

/** Reads the state for an answer and says what is expected of it; changes nothing. */
export function prepareStep(state: TracerState, shared: SharedWeights, answer: TracedAnswer): Step {
  const own: Readonly<CompetencyState>[] = []
  const ownVariances: number[] = []
  for (const id of answer.competencies) {
    const met = state.competencies.get(id) ?? UNMET
    own.push(met)
    ownVariances.push(
      met === UNMET ? met.variance : forgottenVariance(met.variance, answer.day - met.lastDay),
    )
  }
  const before = answer.question === null ? null : (state.questions.get(answer.question) ?? null)
  const features = featuresOf(state, own, before, state.answers)
  const prediction = predictFrom(state, shared, features, own, ownVariances)
  return { prediction, features, own, ownVariances, before }
}

function predictFrom(
  state: TracerState,
  { globals, question, competencies }: SharedWeights,
  features: Features,
  own: readonly Readonly<CompetencyState>[],
  ownVariances: readonly number[],
): Prediction {
  let z = state.mean + weighMeans(globals, features.globals)
  let variance = state.variance + weighVariances(globals, features.globals)
  if (question) {
    z += question.mean
    variance += question.variance
  }
  const { scale } = features
  for (let at = 0; at < own.length; at += 1) {
    const row = features.competencies[at] as number[]
    const weights = competencies[at] as CompetencyWeights
    z += weighMeans(weights, row) + (own[at] as CompetencyState).mean * scale
    variance += weighVariances(weights, row) + (ownVariances[at] as number) * scale * scale
  }
  return { z, variance, probability: logistic(z) }
}

/** Σ m·x */
export function weighMeans({ means }: Weights, x: readonly number[]): number {
  let total = 0
  for (let at = 0; at < x.length; at += 1) total += (means[at] as number) * (x[at] as number)
  return total
}

/** Σ v·x² */
function weighVariances({ variances }: Weights, x: readonly number[]): number {
  let total = 0
  for (let at = 0; at < x.length; at += 1) total += (variances[at] as number) * (x[at] as number) ** 2
  return total
}

/** The two factors of every weight's move: with g = v·x, mean += g·`pull` and variance −= g²·`gain`. */
export interface Forces {
  pull: number
  gain: number
}

export function forcesOf({ probability, variance }: Prediction, { mark, weight }: TracedAnswer): Forces {
  const h = weight * probability * (1 - probability)
  const d = 1 + h * variance
  return { pull: (weight * (mark - probability)) / d, gain: h / d }
}

/** Moves the student's own weights, lets them drift, and only then moves the counters. */
export function moveStudent(
  state: TracerState,
  answer: TracedAnswer,
  step: Step,
  { pull, gain }: Forces,
): void {
  const { scale } = step.features
  state.mean += state.variance * pull
  state.variance += STUDENT_DRIFT - state.variance * state.variance * gain
  for (let at = 0; at < step.own.length; at += 1) {
    const competency = ownToChange(state, answer.competencies[at] as string, step.own[at] as CompetencyState)
    const variance = step.ownVariances[at] as number
    const g = variance * scale
    competency.mean += g * pull
    competency.variance = variance - g * g * gain + STUDENT_COMPETENCY_DRIFT
    countCompetency(competency, answer, state.answers)
  }
  if (answer.question !== null) countQuestion(state, answer.question, answer.mark, step.before)
  countStudent(state, answer)
}

function ownToChange(state: TracerState, id: string, own: CompetencyState): CompetencyState {
  if (own !== UNMET) return own
  const added = newCompetencyState()
  state.competencies.set(id, added)
  return added
}

function countCompetency(competency: CompetencyState, { mark, day }: TracedAnswer, answers: number): void {
  competency.tries += 1
  competency.wins += mark
  competency.faded = competency.faded * RATES[0] + mark
  competency.last = outcomeOf(mark)
  competency.answersThen = answers
  competency.lastDay = day
}

function countQuestion(state: TracerState, id: string, mark: number, before: QuestionState | null): void {
  const question = before ?? { tries: 0, wins: 0, last: 0, answersThen: 0 }
  question.tries += 1
  question.wins += mark
  question.last = outcomeOf(mark)
  question.answersThen = state.answers
  if (!before) state.questions.set(id, question)
}

function countStudent(state: TracerState, { mark, occurredAt, eventId }: TracedAnswer): void {
  state.answers += 1
  state.wins += mark
  state.faded[0] = state.faded[0] * RATES[0] + mark
  state.faded[1] = state.faded[1] * RATES[1] + mark
  state.faded[2] = state.faded[2] * RATES[2] + mark
  state.newest = { occurredAt, eventId }
}

function outcomeOf(mark: number): number {
  return mark >= 0.5 ? 1 : -1
}
