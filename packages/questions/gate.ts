import { checkQuestion } from './check-question.ts'
import type { Finding } from './finding.ts'
import type { GateContext } from './gate-context.ts'
import { feedbackFindings } from './gate-feedback.ts'
import { keyFindings } from './gate-key.ts'
import { sourceFindings } from './gate-sources.ts'
import { stemFindings } from './gate-stem.ts'
import type { Question } from './question.ts'

/**
 * Every check of 02 §6 that concerns one question alone. Errors block saving as approved and publishing,
 * warnings may be dismissed with a reason. Pointers start at the question.
 */
export function gateQuestion(question: Question, context: GateContext): Finding[] {
  return [
    ...checkQuestion(question, context.questionTests),
    ...sourceFindings(question, context.passages),
    ...keyFindings(question),
    ...stemFindings(question, context),
    ...feedbackFindings(question, context.vocabulary),
  ]
}

export type { Finding } from './finding.ts'
export type { GateContext } from './gate-context.ts'
export { type GatedQuiz, gateQuiz, likestKnown } from './gate-quiz.ts'
export { fingerprint } from './similarity.ts'
