import type { Arrange } from '../student-question.ts'

interface Item {
  id: string
  text: string
}

export interface StudentContent {
  left_items: Item[]
  right_items: Item[]
  /** Whether one right item may be given to several left ones, as when sorting into groups. */
  reuse_right: boolean
}

export function toStudent(
  content: { left_items: readonly Item[]; right_items: readonly Item[]; reuse_right: boolean },
  arrange: Arrange,
): StudentContent {
  const shown = (items: readonly Item[]) => arrange(items).map(({ id, text }) => ({ id, text }))
  return {
    left_items: shown(content.left_items),
    right_items: shown(content.right_items),
    reuse_right: content.reuse_right,
  }
}
