import { forgottenVariance } from './forgetting.ts'
import { logistic } from './logistic.ts'
import { type Standing, standingOf } from './standing-of.ts'
import { weighMeans } from './step.ts'
import { fold, type TracedAnswer } from './tracer.ts'
import { featuresOf, UNMET } from './tracer-features.ts'
import { type TracerParameters, UNKNOWN_COMPETENCY } from './tracer-parameters.ts'
import { newTracerState, type TracerState } from './tracer-state.ts'

/** How a student would do on a typical question of one competency. Probabilities strictly within 0 and 1. */
export interface ReadOut {
  z: number
  probability: number
  /** 80 % interval of the probability. */
  interval: { low: number; high: number }
  standing: Standing
}

/** Half-width of an 80 % interval in standard deviations. */
const EIGHTY_PERCENT = 1.2816

/**
 * Reads one competency out of a state, on the local day `today`; also for a competency never met, then with
 * the widest interval. The interval holds the student's own uncertainty only.
 */
export function readOut(
  state: TracerState,
  parameters: TracerParameters,
  competency: string,
  today: number,
): ReadOut {
  const own = state.competencies.get(competency) ?? UNMET
  const z = readOutZ(state, parameters, competency)
  const rest = own === UNMET ? 0 : today - own.lastDay
  const half = EIGHTY_PERCENT * Math.sqrt(state.variance + forgottenVariance(own.variance, rest))
  const interval = { low: logistic(z - half), high: logistic(z + half) }
  return { z, probability: logistic(z), interval, standing: standingOf(interval) }
}

/** z of the read-out: no question but the typical one, and the competency as if met in the answer before. */
function readOutZ(state: TracerState, parameters: TracerParameters, competency: string): number {
  const own = state.competencies.get(competency) ?? UNMET
  const weights = parameters.competencies.get(competency) ?? UNKNOWN_COMPETENCY
  const { globals, competencies } = featuresOf(state, [own], null, own.answersThen + 1)
  const shared = weighMeans(parameters.globals, globals) + weighMeans(weights, competencies[0] ?? [])
  return state.mean + own.mean + weights.questionMean + shared
}

/** What one answer did to the read-out of a competency: the change of z. */
export interface Effect {
  eventId: string
  change: number
}

/**
 * The effect of each of a student's answers on one competency, in the order of folding: what stands beside
 * each piece of evidence when the number is opened. Answers on other competencies move it too, a little.
 * The changes add up to the z of the state less the z before the first answer.
 */
export function effectsOn(
  competency: string,
  answers: Iterable<TracedAnswer>,
  parameters: TracerParameters,
): Effect[] {
  const effects: Effect[] = []
  let before = readOutZ(newTracerState(), parameters, competency)
  fold(answers, parameters, ({ eventId }, state) => {
    const after = readOutZ(state, parameters, competency)
    effects.push({ eventId, change: after - before })
    before = after
  })
  return effects
}
