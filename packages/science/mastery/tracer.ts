/**
 * The tracer, channel K: the probability that a student answers a typical question on a competency rightly,
 * next time, unaided. Bayesian logistic regression, each weight a Gaussian that moves in closed form after
 * every answer (assumed-density filtering). Method and worked example: docs/science/tracer.md.
 */
import { forgottenVariance } from './forgetting.ts'
import { logistic } from './logistic.ts'
import { type Features, featuresOf, UNMET } from './tracer-features.ts'
import {
  type CompetencyWeights,
  type QuestionWeight,
  type TracerParameters,
  UNKNOWN_COMPETENCY,
  UNKNOWN_QUESTION,
  type Weights,
} from './tracer-parameters.ts'
import {
  type CompetencyState,
  comparePlaces,
  newCompetencyState,
  newTracerState,
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

/** All that one step touches. */
export interface Step {
  prediction: Prediction
  features: Features
  question: Readonly<QuestionWeight> | null
  shared: readonly Readonly<CompetencyWeights>[]
  own: readonly Readonly<CompetencyState>[]
}

const STUDENT_DRIFT = 0.0002
const STUDENT_COMPETENCY_DRIFT = 0.001

/** What the student's state and the parameters expect of an answer; changes nothing. */
export function predict(state: TracerState, parameters: TracerParameters, answer: TracedAnswer): Prediction {
  return prepareStep(state, parameters, answer).prediction
}

/**
 * Folds one answer into the state, in place, and returns what was expected of it. The shared weights stay.
 * Throws a RangeError for an answer that is late, without a competency, or with a mark or weight out of range.
 */
export function observe(state: TracerState, parameters: TracerParameters, answer: TracedAnswer): Prediction {
  refuseBrokenAnswer(state, answer)
  const step = prepareStep(state, parameters, answer)
  if (answer.weight > 0) moveStudent(state, answer, step)
  return step.prediction
}

/**
 * The state after all answers of one student, from nothing. They are folded by place, whatever their order
 * here. `visit` sees each answer with the state just after it.
 */
export function fold(
  answers: Iterable<TracedAnswer>,
  parameters: TracerParameters,
  visit?: (answer: TracedAnswer, state: TracerState) => void,
): TracerState {
  const state = newTracerState()
  for (const answer of [...answers].sort(comparePlaces)) {
    observe(state, parameters, answer)
    visit?.(answer, state)
  }
  return state
}

/** Whether the answer stands before one already folded, so that the student must be folded from nothing. */
export function isLate(state: TracerState, answer: Place): boolean {
  return state.newest !== null && comparePlaces(answer, state.newest) < 0
}

export function refuseBrokenAnswer(state: TracerState, answer: TracedAnswer): void {
  const { mark, weight, competencies } = answer
  if (!(mark >= 0 && mark <= 1)) throw new RangeError(`a mark lies within 0 and 1, not ${mark}`)
  if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`a weight is 0 or more, not ${weight}`)
  }
  if (!Number.isFinite(answer.day)) throw new RangeError(`${answer.day} is not a day`)
  if (competencies.length === 0) throw new RangeError('an answer has at least one competency')
  if (competencies.length > 1 && new Set(competencies).size < competencies.length) {
    throw new RangeError('an answer names each competency once')
  }
  if (isLate(state, answer)) throw new RangeError('a late answer: fold the student from nothing')
}

export function prepareStep(state: TracerState, parameters: TracerParameters, answer: TracedAnswer): Step {
  const own = answer.competencies.map((id) => ownCompetency(state, id, answer.day))
  const shared = answer.competencies.map((id) => parameters.competencies.get(id) ?? UNKNOWN_COMPETENCY)
  const { question: id } = answer
  const question = id === null ? null : (parameters.questions.get(id) ?? UNKNOWN_QUESTION)
  const before = id === null ? null : (state.questions.get(id) ?? null)
  const features = featuresOf(state, own, before, state.answers)
  return {
    features,
    question,
    shared,
    own,
    prediction: predictFrom(state, parameters, features, own, shared, question),
  }
}

/** The student's competency as it stands on that day: less sure after a long rest. */
function ownCompetency(state: TracerState, id: string, day: number): Readonly<CompetencyState> {
  const met = state.competencies.get(id)
  if (!met) return UNMET
  const variance = forgottenVariance(met.variance, day - met.lastDay)
  return variance === met.variance ? met : { ...met, variance }
}

function predictFrom(
  state: TracerState,
  parameters: TracerParameters,
  features: Features,
  own: readonly Readonly<CompetencyState>[],
  shared: readonly Readonly<CompetencyWeights>[],
  question: Readonly<QuestionWeight> | null,
): Prediction {
  let z = state.mean + (question ? question.mean : 0) + weighMeans(parameters.globals, features.globals)
  let variance =
    state.variance + (question ? question.variance : 0) + weighVariances(parameters.globals, features.globals)
  const { scale } = features
  for (let at = 0; at < own.length; at += 1) {
    const row = features.competencies[at] as number[]
    const weights = shared[at] as CompetencyWeights
    const competency = own[at] as CompetencyState
    z += weighMeans(weights, row) + competency.mean * scale
    variance += weighVariances(weights, row) + competency.variance * scale * scale
  }
  return { z, variance, probability: logistic(z) }
}

function weighMeans(weights: Weights, x: readonly number[]): number {
  let total = 0
  for (let at = 0; at < x.length; at += 1) total += (weights.means[at] as number) * (x[at] as number)
  return total
}

function weighVariances(weights: Weights, x: readonly number[]): number {
  let total = 0
  for (let at = 0; at < x.length; at += 1) {
    total += (weights.variances[at] as number) * (x[at] as number) * (x[at] as number)
  }
  return total
}

/** The two factors of every weight's move: g = v·x; mean += g·`pull`; variance −= g²·`gain`. */
export function forcesOf(
  prediction: Prediction,
  mark: number,
  weight: number,
): { pull: number; gain: number } {
  const p = prediction.probability
  const h = weight * p * (1 - p)
  const d = 1 + h * prediction.variance
  return { pull: (weight * (mark - p)) / d, gain: h / d }
}

/** Moves the student's own weights, lets them drift, and only then moves the counters. */
export function moveStudent(state: TracerState, answer: TracedAnswer, step: Step): void {
  const { pull, gain } = forcesOf(step.prediction, answer.mark, answer.weight)
  const { scale } = step.features
  state.mean += state.variance * pull
  state.variance += STUDENT_DRIFT - state.variance * state.variance * gain
  for (let at = 0; at < step.own.length; at += 1) {
    const before = step.own[at] as CompetencyState
    const id = answer.competencies[at] as string
    const competency = state.competencies.get(id) ?? addCompetency(state, id)
    const g = before.variance * scale
    competency.mean = before.mean + g * pull
    competency.variance = before.variance - g * g * gain + STUDENT_COMPETENCY_DRIFT
    countCompetency(competency, answer, state.answers)
  }
  if (answer.question !== null) countQuestion(state, answer.question, answer.mark)
  countStudent(state, answer)
}

function addCompetency(state: TracerState, id: string): CompetencyState {
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

function countQuestion(state: TracerState, id: string, mark: number): void {
  const met = state.questions.get(id)
  const last = outcomeOf(mark)
  if (!met) {
    const first: QuestionState = { tries: 1, wins: mark, last, answersThen: state.answers }
    state.questions.set(id, first)
    return
  }
  met.tries += 1
  met.wins += mark
  met.last = last
  met.answersThen = state.answers
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
