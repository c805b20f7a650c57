import type { StudentQuestion } from '@waymark/questions/student-question.ts'

export type Verdict = 'correct' | 'partly' | 'not_yet'

/**
 * What the player of a kind gets. `Content` and `Answer` are those of `packages/questions/<kind>`.
 * An answer from outside (a reload, another device) comes in by `answer`; null: none yet.
 */
export interface PlayerProps<Content = unknown, Answer = unknown> {
  question: StudentQuestion<Content>
  answer: Answer | null
  /** `typed`: the student is in the middle of typing, more is likely to follow. */
  onAnswer: (answer: Answer | null, typed?: boolean) => void
  readOnly: boolean
  verdict?: Verdict
  /** Speaks what the student's own act did: "2 selected", an item and its new place. */
  announce: (text: string) => void
}
