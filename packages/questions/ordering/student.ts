import type { Arrange } from '../student-question.ts'

export interface StudentContent {
  items: { id: string; text: string }[]
}

export function toStudent(
  content: { items: readonly { id: string; text: string }[] },
  arrange: Arrange,
): StudentContent {
  return { items: arrange(content.items).map(({ id, text }) => ({ id, text })) }
}
