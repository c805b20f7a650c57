import type { Question } from '@waymark/questions/question.ts'
import { add, divide, type Fraction, fraction, toNumber, ZERO } from '@waymark/science/marking/fraction.ts'
import { roundForThreshold } from '@waymark/science/marking/rounding.ts'
import { fractionOf, type MadeMark } from '../marking/mark.ts'

const FEWEST_QUESTIONS = 2
const MOST_NAMED = 3
const STRENGTH = 0.7
const PRACTISE = 0.5

export interface ObjectiveShare {
  competency_id: string
  share: number
}

/**
 * Objectives with at least two marked questions: strengths have a mean of .70 or more, those to practise one
 * below .50; at most three each, the clearest first. Answers that wait for a person say nothing yet.
 */
export function objectiveShares(
  marks: readonly MadeMark[],
  questions: ReadonlyMap<string, Question>,
): { strengths: ObjectiveShare[]; practise: ObjectiveShare[] } {
  const sums = new Map<string, { total: Fraction; count: number }>()
  for (const mark of marks) {
    if (mark.fraction === null) continue
    for (const id of questions.get(mark.question_version_id)?.competency_ids ?? []) {
      const { total, count } = sums.get(id) ?? { total: ZERO, count: 0 }
      sums.set(id, { total: add(total, fractionOf(mark)), count: count + 1 })
    }
  }
  const shares = [...sums]
    .filter(([, { count }]) => count >= FEWEST_QUESTIONS)
    .map(([competency_id, { total, count }]) => ({
      competency_id,
      share: roundForThreshold(toNumber(divide(total, fraction(count)))),
    }))
    .sort((a, b) => b.share - a.share || (a.competency_id < b.competency_id ? -1 : 1))
  return {
    strengths: shares.filter(({ share }) => share >= STRENGTH).slice(0, MOST_NAMED),
    practise: shares
      .filter(({ share }) => share < PRACTISE)
      .reverse()
      .slice(0, MOST_NAMED),
  }
}
