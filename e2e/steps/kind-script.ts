import type { Keys } from './keyboard.ts'

/** What the journeys know of one kind of question: an example with its answers, and how its keys work. */
export interface KindScript {
  /** The code of the kind in `/question-kinds`. */
  kind: string
  /** Only a person can mark it: nothing is checked at once. */
  byTeacher?: true
  /** As a teacher sends it, without its objective. Every text of `secrets` is planted in it. */
  question: Record<string, unknown> & { points: number; hint: string }
  answers: {
    correct: unknown
    /** Null where an answer is right or not. */
    partly: unknown
    not_yet: unknown
  }
  /** Texts of key, feedback and hint that no student may be sent before they are shown or released. */
  secrets: readonly string[]
  /** Gives the right answer from the heading of the question on, by keyboard alone. */
  answerByKeyboard: (keys: Keys) => Promise<void>
}

/** Fields of a question that say the same for every kind. */
export const common = {
  language: 'en-GB',
  origin: 'human',
  difficulty: 0.5,
  strands: ['CS'],
  time_estimate_seconds: 60,
} as const
