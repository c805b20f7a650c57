/**
 * The tracer, channel K: the probability that a student answers a typical question on a competency rightly,
 * next time, unaided. Bayesian logistic regression, each weight a Gaussian that moves in closed form after
 * every answer (assumed-density filtering). Method and worked example: docs/science/tracer.md.
 */
import {
  forcesOf,
  moveStudent,
  type Prediction,
  prepareStep,
  type SharedWeights,
  type TracedAnswer,
} from './step.ts'
import { type TracerParameters, UNKNOWN_COMPETENCY, UNKNOWN_QUESTION } from './tracer-parameters.ts'
import { comparePlaces, newTracerState, type Place, type TracerState } from './tracer-state.ts'

export type { Prediction, TracedAnswer } from './step.ts'

/** What the student's state and the parameters expect of an answer; changes nothing. */
export function predict(state: TracerState, parameters: TracerParameters, answer: TracedAnswer): Prediction {
  return prepareStep(state, sharedWeightsOf(parameters, answer), answer).prediction
}

/**
 * Folds one answer into the state, in place, and returns what was expected of it. The shared weights stay.
 * Throws a RangeError for an answer that is late, without a competency, or with a mark or weight out of range.
 */
export function observe(state: TracerState, parameters: TracerParameters, answer: TracedAnswer): Prediction {
  refuseBrokenAnswer(state, answer)
  const step = prepareStep(state, sharedWeightsOf(parameters, answer), answer)
  if (answer.weight > 0) moveStudent(state, answer, step, forcesOf(step.prediction, answer))
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

/** Throws a RangeError for what `observe` may not be given. */
export function refuseBrokenAnswer(state: TracerState, answer: TracedAnswer): void {
  const { mark, weight, day, competencies } = answer
  if (!(mark >= 0 && mark <= 1)) throw new RangeError(`a mark lies within 0 and 1, not ${mark}`)
  if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`a weight is 0 or more, not ${weight}`)
  }
  if (!Number.isFinite(day)) throw new RangeError(`${day} is not a day`)
  if (competencies.length === 0) throw new RangeError('an answer has at least one competency')
  if (namesOneTwice(competencies)) throw new RangeError('an answer names each competency once')
  if (isLate(state, answer)) throw new RangeError('a late answer: fold the student from nothing')
}

/** By comparing pairs: for the one to five competencies of a question that is faster than a set. */
function namesOneTwice(competencies: readonly string[]): boolean {
  for (let at = 1; at < competencies.length; at += 1) {
    if (competencies.indexOf(competencies[at] as string) < at) return true
  }
  return false
}

function sharedWeightsOf(parameters: TracerParameters, answer: TracedAnswer): SharedWeights {
  const competencies: SharedWeights['competencies'][number][] = []
  for (const id of answer.competencies)
    competencies.push(parameters.competencies.get(id) ?? UNKNOWN_COMPETENCY)
  const { question: id } = answer
  const question = id === null ? null : (parameters.questions.get(id) ?? UNKNOWN_QUESTION)
  return { globals: parameters.globals, question, competencies }
}
