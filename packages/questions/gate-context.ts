import type { QuestionTest } from './check-question.ts'

/** What the gate has to know beside the question. */
export interface GateContext {
  /** Terms of the unit: they are what the lesson teaches, so they do not make a sentence hard to read. */
  vocabulary: readonly string[]
  /** Null where no year group is set. */
  yearGroup: number | null
  /** Text of the passages that the question cites, by id. */
  passages: ReadonlyMap<string, string>
  questionTests: readonly QuestionTest[]
}
