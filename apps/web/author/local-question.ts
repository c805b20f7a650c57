import type { Finding } from '@waymark/questions/finding.ts'
import {
  keyOf,
  markAnswer,
  type Question,
  readAnswer,
  readQuestion,
  studentCopy,
} from '@waymark/questions/kinds.ts'
import type { Mark } from '@waymark/questions/mark.ts'
import type { StudentQuestion } from '@waymark/questions/student-question.ts'

/**
 * A question as this page sees it before the server does: read, copied for students and marked by the same
 * code, so that the preview of an edit needs no network.
 */
export interface LocalQuestion {
  question: Question
  copy: StudentQuestion
  /** The right answer in words. */
  key: string
}

export type ReadLocally = LocalQuestion | { findings: Finding[] }

/** Reads a question as it is being edited. `turn` picks one of the orders that students may meet. */
export function readLocally(body: unknown, turn = 0): ReadLocally {
  const read = readQuestion(body)
  if ('findings' in read) return read
  const { question } = read
  const copy = studentCopy(question, { shuffleKey: `preview-${turn}`, versionId: 'preview' })
  return { question, copy, key: keyOf(question) }
}

export const isWhole = (read: ReadLocally): read is LocalQuestion => 'copy' in read

export type Tried = { mark: Mark; share: number | null } | { refused: string }

/** Marks an answer given in the preview. `share` is the part of the points, null while a person must mark. */
export function tryAnswer(question: Question, answer: unknown): Tried {
  const read = readAnswer(question, answer)
  if ('refusal' in read) return { refused: read.refusal.message }
  const mark = markAnswer(question, read.answer, { attemptId: '', hintUsed: false })
  return { mark, share: mark.fraction === null ? null : shareOf(mark.fraction) }
}

/** An exact fraction such as `2/3` as a number of six decimals, which is what a stored test keeps. */
export function shareOf(fraction: string): number {
  const [numerator, denominator = '1'] = fraction.split('/')
  return Math.round((Number(numerator) / Number(denominator)) * 1e6) / 1e6
}
