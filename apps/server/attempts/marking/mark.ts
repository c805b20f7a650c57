import { isBlank, markAnswer, readAnswer } from '@waymark/questions/kinds.ts'
import type { Mark } from '@waymark/questions/mark.ts'
import type { Question } from '@waymark/questions/question.ts'
import { addMarks, type Score } from '@waymark/questions/quiz.ts'
import { compare, type Fraction, readFraction, ZERO } from '@waymark/science/marking/fraction.ts'

/** One marking of one answer, with the circumstances that evidence is weighed by. */
export interface MadeMark extends Mark {
  id: string
  position: number
  question_id: string
  question_version_id: string
  try_no: number
  /** This one is the attempt's mark for the question. */
  counts: boolean
  answer: unknown
  hint_used: boolean
  revealed: boolean
  seconds: number
  awarded: Record<string, number> | null
  marked_by: string | null
  marked_at: Date
  superseded_by: string | null
  superseded_at: Date | null
  superseded_reason: string | null
}

/**
 * Marks by rule. An answer nobody gave is `not_answered`; one that only a person can mark is `pending`. A
 * marker that throws leaves the answer pending too: `degraded_reasons` says so, and a rebuild heals it.
 */
export function markByRule(
  question: Question,
  answer: unknown,
  circumstances: { attemptId: string; hintUsed: boolean },
): Mark {
  try {
    const read = readAnswer(question, answer)
    return markAnswer(question, 'answer' in read ? read.answer : null, circumstances)
  } catch {
    return {
      marker: 'rule',
      marker_version: 'none',
      fraction: null,
      score: null,
      max_score: question.points,
      outcome: 'pending',
      feedback: [],
      details: { parts: [], reasons: [] },
      degraded_reasons: ['marker_failed'],
    }
  }
}

/** True when there is something to mark. */
export function isAnswered(question: Question, answer: unknown): boolean {
  if (answer === null) return false
  const read = readAnswer(question, answer)
  return 'answer' in read && !isBlank(question, read.answer)
}

/** The exact fraction of a mark; 0 while it is pending. */
export const fractionOf = (mark: Pick<Mark, 'fraction'>): Fraction =>
  (mark.fraction === null ? null : readFraction(mark.fraction)) ?? ZERO

/** Of the tries before the answer was shown the best counts; of equals the first. */
export function bestTry<M extends Pick<MadeMark, 'fraction'>>(tries: readonly M[]): M | null {
  return tries.reduce<M | null>(
    (best, one) => (best === null || compare(fractionOf(one), fractionOf(best)) > 0 ? one : best),
    null,
  )
}

/** The figures of an attempt: exact sums, rounded last. What waits for a person is counted, in neither score. */
export interface Totals extends Score {
  answered: number
}

export function totalsOf(marks: readonly MadeMark[]): Totals {
  const counting = marks.filter(({ counts, superseded_at }) => counts && superseded_at === null)
  return {
    ...addMarks(counting),
    answered: counting.filter(({ outcome }) => outcome !== 'not_answered').length,
  }
}
