/** Gaussian weights side by side: each has a mean and a variance. */
export interface Weights {
  readonly means: Float64Array
  readonly variances: Float64Array
}

/** What all students share, at one version. A question or competency it does not know counts as prior. */
export interface TracerParameters {
  readonly version: number
  /** g0 … g17. */
  readonly globals: Weights
  readonly questions: ReadonlyMap<string, QuestionWeight>
  readonly competencies: ReadonlyMap<string, CompetencyWeights>
}

export interface QuestionWeight {
  mean: number
  variance: number
}

export interface CompetencyWeights extends Weights {
  /** Mean of the weights of its questions, each counted as often as it was answered: the typical question. */
  questionMean: number
}

const GLOBAL_COUNT = 18
const GLOBAL_VARIANCE = 0.1
const QUESTION_VARIANCE = 0.7
const COMPETENCY_VARIANCES = [0.5, 0.05, 0.05, 0.05, 0.05]

/** Learnt on six open answer logs (tutoring systems and school exercises), g0 … g17. */
const LEARNT_GLOBALS = [
  0.159, 0.279, 0.344, 0.375, 0.098, -0.31, -0.129, -0.068, 0.102, 0.094, 0.25, 0.16, -0.196, 0.237, 0.257,
  0.089, 0.071, -0.04,
]

export function newQuestionWeight(): QuestionWeight {
  return { mean: 0, variance: QUESTION_VARIANCE }
}

export function newCompetencyWeights(): CompetencyWeights {
  return {
    means: new Float64Array(COMPETENCY_VARIANCES.length),
    variances: Float64Array.from(COMPETENCY_VARIANCES),
    questionMean: 0,
  }
}

export const UNKNOWN_QUESTION: Readonly<QuestionWeight> = newQuestionWeight()
export const UNKNOWN_COMPETENCY: Readonly<CompetencyWeights> = newCompetencyWeights()

function parametersWithGlobals(version: number, means: ArrayLike<number>): TracerParameters {
  return {
    version,
    globals: {
      means: Float64Array.from(means),
      variances: new Float64Array(GLOBAL_COUNT).fill(GLOBAL_VARIANCE),
    },
    questions: new Map(),
    competencies: new Map(),
  }
}

/** Nothing learnt: every mean 0. */
export function priorParameters(): TracerParameters {
  return parametersWithGlobals(0, new Float64Array(GLOBAL_COUNT))
}

/** Version 1, with which a new school starts: the learnt globals, all else prior. */
export function startingParameters(): TracerParameters {
  return parametersWithGlobals(1, LEARNT_GLOBALS)
}
