import { t, type WordKey } from '../words/words.ts'

/** Names of the parts of a question, by the names they have in its JSON. */
const names: Readonly<Record<string, WordKey>> = {
  stem: 'author.field_stem',
  hint: 'author.field_hint',
  feedback: 'author.field_feedback',
  correct: 'author.field_correct',
  partial: 'author.field_partial',
  incorrect: 'author.field_incorrect',
  submitted: 'author.field_submitted',
  content: 'author.field_content',
  options: 'author.field_option',
  text: 'author.field_text',
  items: 'author.field_item',
  left_items: 'author.left_item',
  right_items: 'author.right_item',
  correct_pairs: 'author.field_pair',
  other_pairs: 'author.field_pair',
  gaps: 'author.field_gap',
  bank: 'author.word_bank',
  words: 'author.word',
  accepted_answers: 'author.field_accepted',
  rejected_answers: 'author.field_rejected',
  required_keywords: 'author.field_keyword',
  forbidden_keywords: 'author.field_keyword',
  mark_scheme: 'author.field_criterion',
  criterion: 'author.field_text',
  points_available: 'author.points',
  dimensions: 'author.field_dimension',
  value: 'author.right_number',
  units: 'author.field_unit',
  slips: 'author.field_slip',
  source_refs: 'author.field_source',
  question_tests: 'author.field_test',
  difficulty: 'author.level',
  points: 'author.points',
  time_estimate_seconds: 'author.seconds',
  competency_ids: 'author.objectives',
  strands: 'author.strands',
  media: 'author.field_picture',
  min_words: 'author.min_words',
  max_words: 'author.max_words',
  min_selections: 'author.min_selections',
  max_selections: 'author.max_selections',
  tolerance_abs: 'author.tolerance_abs',
  tolerance_rel: 'author.tolerance_rel',
  name: 'author.field_name',
  weight: 'author.weight',
}

/**
 * A JSON pointer into a question in words: `/content/options/2/feedback` is "Option 3, Feedback". Parts
 * without a name of their own are left out; an empty result is the question as a whole.
 */
export function pointerName(pointer: string): string {
  const parts: string[] = []
  for (const segment of pointer.split('/').slice(1)) {
    const last = parts.length - 1
    if (/^\d+$/.test(segment)) {
      if (last >= 0) parts[last] = t('author.named_n', { name: parts[last] ?? '', n: Number(segment) + 1 })
    } else {
      const key = names[segment]
      if (key) parts.push(t(key))
    }
  }
  // The content as a whole is named only when nothing inside it is.
  const [first, ...rest] = parts
  const named = pointer.startsWith('/content') && rest.length > 0 ? rest : parts
  return first === undefined ? t('author.field_question') : named.join(', ')
}
