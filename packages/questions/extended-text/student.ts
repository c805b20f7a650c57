import type { Arrange } from '../student-question.ts'

export interface StudentContent {
  min_words: number
  max_words: number
  /** Names and weights of a rubric; empty for a mark scheme, whose criteria are written as answers. */
  dimensions: { id: string; name: string; weight: number }[]
}

export function toStudent(
  content: {
    min_words: number
    max_words: number
    mode: 'mark_scheme' | 'rubric'
    dimensions: readonly { id: string; name: string; weight: number }[]
  },
  arrange: Arrange,
): StudentContent {
  return {
    min_words: content.min_words,
    max_words: content.max_words,
    dimensions: arrange(content.dimensions).map(({ id, name, weight }) => ({ id, name, weight })),
  }
}
