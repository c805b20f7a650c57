/** `error` blocks saving, approving or publishing; `warning` is shown and may be dismissed with a reason. */
export type FindingLevel = 'error' | 'warning'

/** One thing the gate found. `pointer` is a JSON pointer into the question (`/content/options/2/text`). */
export interface Finding {
  level: FindingLevel
  code: FindingCode
  pointer: string
  message: string
}

export type FindingCode =
  // shape
  | 'unknown_kind'
  | 'unknown_preset'
  | 'shape'
  | 'unknown_field'
  | 'duplicate_id'
  | 'unknown_id'
  | 'duplicate_text'
  | 'key_count'
  | 'key_invalid'
  | 'unknown_placeholder'
  // marking
  | 'self_marking'
  | 'question_test'
  // sources
  | 'source_missing'
  | 'quote_not_literal'
  // wording
  | 'feedback_missing'
  | 'forbidden_word'
  | 'warned_word'
  | 'verdict_missing'
  | 'too_many_sentences'
  | 'long_sentence'
  | 'hard_to_read'
  | 'reading_age'
  | 'hint_missing'
  | 'hint_tells_answer'
  | 'alt_tells_answer'
  | 'answer_form'
  | 'negative_stem'
  | 'catch_all_option'
  | 'too_many_options'
  | 'distractor_unexplained'
  | 'key_stands_out'
  | 'long_code'
  // several questions
  | 'near_duplicate'
  | 'question_count'
  | 'not_approved'
  | 'objective_uncovered'
  | 'strand_missing'
  | 'few_kinds'
  | 'kind_run'
  | 'opening_level'
  | 'closing_level'
  | 'time_total'

/** A finding that blocks. */
export function error(code: FindingCode, pointer: string, message: string): Finding {
  return { level: 'error', code, pointer, message }
}

/** A finding that is shown and may be dismissed. */
export function warning(code: FindingCode, pointer: string, message: string): Finding {
  return { level: 'warning', code, pointer, message }
}

/** The JSON pointer (RFC 6901) of a path of keys and indexes. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
