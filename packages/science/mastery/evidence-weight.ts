import type { Standing } from './standing-of.ts'

export const markers = ['rule', 'code', 'model', 'human', 'external'] as const
/** Who gave a mark; `model` means that no person has confirmed it, a confirmed one is `human`. */
export type Marker = (typeof markers)[number]

export interface AnswerCircumstances {
  /** From 1. */
  tryNo: number
  hintsUsed: number
  /** Whether the right answer had been shown before. */
  revealed: boolean
  marker: Marker
}

const TRY_WEIGHTS = [1, 0.5]
const LATER_TRY_WEIGHT = 0.25
const HINT_WEIGHT = 0.5
const UNCONFIRMED_MODEL_WEIGHT = 0.7

/** A teacher's judgement is worth three answers. */
export const JUDGEMENT_WEIGHT = 3
/** The mark a judgement stands for. */
export const JUDGEMENT_MARKS: Record<Standing, number> = { secure: 1, learning: 0.5, gap: 0 }

/**
 * How much an answer says about its competencies, 0–1: try × help × marker. 0 after the answer was revealed:
 * then it is activity only. Throws a RangeError for a try below 1 or a negative count of hints.
 */
export function evidenceWeight({ tryNo, hintsUsed, revealed, marker }: AnswerCircumstances): number {
  if (!(tryNo >= 1) || !(hintsUsed >= 0)) throw new RangeError(`try ${tryNo} with ${hintsUsed} hints`)
  if (revealed) return 0
  const help = hintsUsed > 0 ? HINT_WEIGHT : 1
  return (
    (TRY_WEIGHTS[tryNo - 1] ?? LATER_TRY_WEIGHT) * help * (marker === 'model' ? UNCONFIRMED_MODEL_WEIGHT : 1)
  )
}
