import type { LessonPassage, Source } from './lesson.ts'

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** The words of a text in order, with any white space between them. */
function patternOf(text: string): string {
  return text.trim().split(/\s+/u).map(escaped).join('\\s+')
}

/** The text as it literally stands in the passage, white space aside; null when it does not. */
export function literalIn(passage: string, text: string): string | null {
  if (text.trim() === '') return null
  return passage.match(new RegExp(patternOf(text), 'iu'))?.[0] ?? null
}

const LONGEST_QUOTE = 400

/**
 * A quote from the first passage of the list that holds every part: from the first part to the last where
 * they stand in that order close together, else the last part alone.
 */
export function cite(
  passages: ReadonlyMap<string, LessonPassage>,
  passageId: string,
  parts: readonly string[],
): Source | null {
  const passage = passages.get(passageId)?.text
  if (passage === undefined) return null
  const whole = passage.match(new RegExp(parts.map(patternOf).join(`[\\s\\S]{0,40}?`), 'iu'))?.[0]
  const quote = whole && whole.length <= LONGEST_QUOTE ? whole : literalIn(passage, parts.at(-1) ?? '')
  return quote ? { passage_id: passageId, quote } : null
}

/** Sources without repeats, at most three. */
export function atMostThree(sources: readonly (Source | null)[]): Source[] {
  const seen = new Set<string>()
  return sources
    .filter((source): source is Source => source !== null)
    .filter(({ passage_id, quote }) => {
      const key = `${passage_id} ${quote}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .slice(0, 3)
}
