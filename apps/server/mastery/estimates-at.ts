import type { TracerParameters } from '@waymark/science/mastery/tracer-parameters.ts'
import { type Estimate, estimateFrom } from './estimate.ts'
import { estimateAt, type StudentFold } from './student-fold.ts'

/** The estimates of all competencies a student has met, on the local day `today`. */
export const estimatesAt = (
  fold: StudentFold,
  parameters: TracerParameters,
  today: number,
): Map<string, Estimate> =>
  new Map(
    Array.from(fold.grounds, ([competency, grounds]) => [
      competency,
      estimateFrom(estimateAt(fold, parameters, competency, today), grounds),
    ]),
  )
