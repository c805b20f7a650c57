import type { CompetencyWeights, QuestionWeight, TracerParameters, Weights } from './tracer-parameters.ts'

/** Shared parameters as JSON, which keeps every double exactly. The version's number is kept beside it. */
export interface PackedParameters {
  shape: 1
  globals: PackedWeights
  questions: [id: string, mean: number, variance: number][]
  competencies: [id: string, questionMean: number, weights: PackedWeights][]
}

type PackedWeights = [means: number[], variances: number[]]

export function packParameters({ globals, questions, competencies }: TracerParameters): PackedParameters {
  return {
    shape: 1,
    globals: packWeights(globals),
    questions: Array.from(questions, ([id, { mean, variance }]) => [id, mean, variance]),
    competencies: Array.from(competencies, ([id, one]) => [id, one.questionMean, packWeights(one)]),
  }
}

/** The parameters again, under their version. Throws a RangeError for anything but this shape. */
export function unpackParameters(version: number, packed: unknown): TracerParameters {
  if (!isPacked(packed)) throw new RangeError(`parameters of version ${version} have another shape`)
  return {
    version,
    globals: weightsFrom(packed.globals),
    questions: new Map(
      packed.questions.map(([id, mean, variance]): [string, QuestionWeight] => [id, { mean, variance }]),
    ),
    competencies: new Map(
      packed.competencies.map(([id, questionMean, weights]): [string, CompetencyWeights] => [
        id,
        { questionMean, ...weightsFrom(weights) },
      ]),
    ),
  }
}

const packWeights = ({ means, variances }: Weights): PackedWeights => [
  Array.from(means),
  Array.from(variances),
]

const weightsFrom = ([means, variances]: PackedWeights): Weights => ({
  means: Float64Array.from(means),
  variances: Float64Array.from(variances),
})

function isPacked(packed: unknown): packed is PackedParameters {
  if (typeof packed !== 'object' || packed === null) return false
  const { shape, globals, questions, competencies } = packed as Partial<
    Record<keyof PackedParameters, unknown>
  >
  return shape === 1 && [globals, questions, competencies].every(Array.isArray)
}
