import {
  type Forces,
  forcesOf,
  moveStudent,
  type Prediction,
  prepareStep,
  type TracedAnswer,
} from './step.ts'
import { refuseBrokenAnswer } from './tracer.ts'
import {
  type CompetencyWeights,
  newCompetencyWeights,
  newQuestionWeight,
  type QuestionWeight,
  type TracerParameters,
  type Weights,
} from './tracer-parameters.ts'
import type { TracerState } from './tracer-state.ts'

/** Shared weights that move with every answer. Reads like a version, but its typical questions stay as they were. */
export interface Learner extends TracerParameters {
  readonly questions: Map<string, QuestionWeight>
  readonly competencies: Map<string, CompetencyWeights>
}

/** Starts from a version, which stays as it is. */
export function newLearner(start: TracerParameters): Learner {
  return {
    version: start.version,
    globals: copyWeights(start.globals),
    questions: new Map(Array.from(start.questions, ([id, weight]) => [id, { ...weight }])),
    competencies: new Map(
      Array.from(start.competencies, ([id, weights]) => [id, { ...weights, ...copyWeights(weights) }]),
    ),
  }
}

/**
 * Folds one answer where everything learns: the shared weights move by the same step as the student's own.
 * Returns what was expected; throws as `observe` does.
 */
export function learnFrom(learner: Learner, state: TracerState, answer: TracedAnswer): Prediction {
  refuseBrokenAnswer(state, answer)
  const competencies: CompetencyWeights[] = []
  for (const id of answer.competencies)
    competencies.push(meet(learner.competencies, id, newCompetencyWeights))
  const question =
    answer.question === null ? null : meet(learner.questions, answer.question, newQuestionWeight)
  const step = prepareStep(state, { globals: learner.globals, question, competencies }, answer)
  if (answer.weight === 0) return step.prediction
  const forces = forcesOf(step.prediction, answer)
  moveWeights(learner.globals, step.features.globals, forces)
  for (let at = 0; at < competencies.length; at += 1) {
    moveWeights(competencies[at] as Weights, step.features.competencies[at] as number[], forces)
  }
  if (question) {
    question.mean += question.variance * forces.pull
    question.variance -= question.variance * question.variance * forces.gain
  }
  moveStudent(state, answer, step, forces)
  return step.prediction
}

function meet<T>(known: Map<string, T>, id: string, create: () => T): T {
  const found = known.get(id)
  if (found !== undefined) return found
  const added = create()
  known.set(id, added)
  return added
}

function moveWeights({ means, variances }: Weights, x: readonly number[], { pull, gain }: Forces): void {
  for (let at = 0; at < x.length; at += 1) {
    const g = (variances[at] as number) * (x[at] as number)
    means[at] = (means[at] as number) + g * pull
    variances[at] = (variances[at] as number) - g * g * gain
  }
}

function copyWeights({ means, variances }: Weights): Weights {
  return { means: means.slice(), variances: variances.slice() }
}
