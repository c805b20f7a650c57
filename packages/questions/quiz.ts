import {
  add,
  type Fraction,
  fraction,
  fractionText,
  multiply,
  readFraction,
  roundFraction,
  ZERO,
} from '@waymark/science/marking/fraction.ts'
import type { Mark } from './mark.ts'

/** What a quiz asks for in all; computed from its questions, never typed. */
export interface QuizTotals {
  question_count: number
  points: number
  time_estimate_seconds: number
}

export function quizTotals(
  questions: readonly { points: number; time_estimate_seconds: number }[],
): QuizTotals {
  return {
    question_count: questions.length,
    points: questions.reduce((total, question) => total + question.points, 0),
    time_estimate_seconds: questions.reduce((total, question) => total + question.time_estimate_seconds, 0),
  }
}

/** The marks of one attempt added up. */
export interface Score {
  /** Points of what is marked, rounded once, to 2 decimals. */
  score: number
  /** Points there were for what is marked. */
  max_score: number
  /** score ÷ max_score, exact, as `3/4`; null where nothing is marked. */
  fraction: string | null
  /** Answers that a person has still to mark: they are not 0, they are not in the score. */
  pending: number
}

/** Adds exact scores and rounds last, so that three thirds of a point are 1.00. Throws for a broken fraction. */
export function addMarks(marks: readonly Pick<Mark, 'fraction' | 'max_score'>[]): Score {
  let points: Fraction = ZERO
  let most = 0
  let pending = 0
  for (const mark of marks) {
    if (mark.fraction === null) {
      pending += 1
      continue
    }
    points = add(points, multiply(fraction(mark.max_score), exact(mark.fraction)))
    most += mark.max_score
  }
  return {
    score: roundFraction(points, 2),
    max_score: most,
    fraction: most === 0 ? null : fractionText(multiply(points, fraction(1, most))),
    pending,
  }
}

function exact(text: string): Fraction {
  const read = readFraction(text)
  if (!read) throw new RangeError(`"${text}" is not a fraction`)
  return read
}
