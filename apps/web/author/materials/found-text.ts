import { t, type WordKey } from '../../words/words.ts'

/** Kinds of material in the order in which they are told. */
const told = {
  objectives: 'author.found_objectives',
  vocabulary: 'author.found_vocabulary',
  misconceptions: 'author.found_misconceptions',
  step_lists: 'author.found_step_lists',
  activities: 'author.found_activities',
  code_blocks: 'author.found_code_blocks',
  existing_questions: 'author.found_existing_questions',
  pictures: 'author.found_pictures',
} as const satisfies Record<string, WordKey>

/** "5 objectives, 12 key words"; null when nothing was found. */
export function foundText(counts: Readonly<Record<string, number>>): string | null {
  const parts = Object.entries(told).flatMap(([list, key]) => {
    const n = counts[list] ?? 0
    return n > 0 ? [t(key, { n })] : []
  })
  return parts.length > 0 ? parts.join(', ') : null
}
