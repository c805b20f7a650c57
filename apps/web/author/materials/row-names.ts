import { t, type WordKey } from '../../words/words.ts'
import type { ListName } from './lists.ts'

const names: Readonly<Record<ListName, Readonly<Record<string, WordKey>>>> = {
  objectives: { text: 'author.row_objective' },
  vocabulary: { term: 'author.row_term', definition: 'author.row_definition' },
  misconceptions: { belief: 'author.row_belief', correction: 'author.row_correction' },
  step_lists: { heading: 'author.row_heading', steps: 'author.row_steps' },
  activities: { heading: 'author.row_heading', paragraphs: 'author.row_paragraphs' },
  code_blocks: { code: 'author.row_code' },
  existing_questions: {
    stem: 'author.row_stem',
    options: 'author.row_options',
    answer: 'author.row_answer',
  },
}

/** The name of a field of one list. */
export function fieldName(list: ListName, field: string): string {
  const key = names[list][field]
  return key ? t(key) : field
}
