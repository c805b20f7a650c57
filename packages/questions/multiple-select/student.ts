import type { Arrange } from '../student-question.ts'

export interface StudentContent {
  options: { id: string; text: string }[]
  min_selections: number
  /** Null: as many as there are. */
  max_selections: number | null
}

export function toStudent(
  content: {
    options: readonly { id: string; text: string }[]
    min_selections: number
    max_selections: number | null
  },
  arrange: Arrange,
): StudentContent {
  return {
    options: arrange(content.options).map(({ id, text }) => ({ id, text })),
    min_selections: content.min_selections,
    max_selections: content.max_selections,
  }
}
