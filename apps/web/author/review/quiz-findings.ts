import type { Finding } from '../asking.ts'

/** A finding about the quiz as a whole names a place in the quiz; one about a question a place in it. */
export function isAboutQuiz({ pointer, question_id }: Pick<Finding, 'pointer' | 'question_id'>): boolean {
  return question_id === null || /^\/(questions|objective_ids)(\/|$)/.test(pointer)
}
