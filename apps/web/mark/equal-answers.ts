import type { MarkingItem } from './award.ts'

/** Answers that say the same: one decision marks them all. */
export interface EqualAnswers {
  key: string
  first: MarkingItem
  items: readonly MarkingItem[]
}

/** The answers in their order, those that differ in nothing but spaces and case put together with the first. */
export function equalTogether(items: readonly MarkingItem[]): EqualAnswers[] {
  const groups = Map.groupBy(items, ({ question_version_id, answer_text }) =>
    [question_version_id, answer_text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()].join(' '),
  )
  return [...groups.values()].flatMap((same) => {
    const first = same[0]
    return first ? [{ key: first.mark_id, first, items: same }] : []
  })
}
