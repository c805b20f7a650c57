/** Soft hyphen, zero-width spaces and joiners, direction marks: they come with pasted text and cannot be seen. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu
const SINGLE_QUOTES = /[\u2018-\u201b]/gu
const DOUBLE_QUOTES = /[\u201c-\u201f]/gu
const DASHES = /[\u2010-\u2015\u2212]/gu
const WHITE_SPACE = /[\s\u0085]+/gu

/**
 * Text normalisation N, by which typed answers are compared: NFC, curly quotes and dashes to ASCII, no
 * zero-width characters, white space collapsed and trimmed, one final full stop dropped, case folded unless
 * `caseSensitive`.
 */
export function normaliseText(text: string, caseSensitive = false): string {
  const plain = text
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, '-')
    .replace(WHITE_SPACE, ' ')
    .trim()
    .replace(/\.$/u, '')
    .trim()
  return caseSensitive ? plain : foldCase(plain)
}

/** Upper case first, so that forms with a longer or second capital (ß and SS, ς and σ) fall together. */
function foldCase(text: string): string {
  return text.toUpperCase().toLowerCase().normalize('NFC')
}

/** How many typing slips an accepted answer forgives: 1 from five letters, 2 from nine, never above `most`. */
export function typosAllowed(accepted: string, most: number): number {
  // Letters only: a slip in a number is another number.
  const letters = accepted.match(/\p{L}/gu)?.length ?? 0
  return Math.min(most, letters >= 9 ? 2 : letters >= 5 ? 1 : 0)
}

/**
 * Whether `typed` is at most the forgiven number of slips from `accepted`; both already normalised.
 * `most` is the question's `max_typos`, 0–2.
 */
export function matchesWithinTypos(typed: string, accepted: string, most: number): boolean {
  if (typed === accepted) return true
  const allowed = typosAllowed(accepted, most)
  return allowed > 0 && editDistance(typed, accepted, allowed) <= allowed
}

/**
 * Edit distance by code points, where inserting, deleting, replacing one character and swapping two
 * neighbours each count 1 (optimal string alignment). Above `limit` any number above `limit` may come back.
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  const from = Array.from(a)
  const to = Array.from(b)
  if (Math.abs(from.length - to.length) > limit) return limit + 1
  let twoAgo: number[] = []
  let oneAgo = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row += 1) {
    const current = nextRow(from, to, row, oneAgo, twoAgo)
    if (Math.min(...current) > limit) return limit + 1
    twoAgo = oneAgo
    oneAgo = current
  }
  return oneAgo[to.length] ?? 0
}

function nextRow(from: string[], to: string[], row: number, oneAgo: number[], twoAgo: number[]): number[] {
  const current = [row]
  for (let column = 1; column <= to.length; column += 1) {
    const same = from[row - 1] === to[column - 1]
    let best = Math.min(
      (oneAgo[column] ?? 0) + 1,
      (current[column - 1] ?? 0) + 1,
      (oneAgo[column - 1] ?? 0) + (same ? 0 : 1),
    )
    const swapped =
      row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
    if (swapped) best = Math.min(best, (twoAgo[column - 2] ?? 0) + 1)
    current.push(best)
  }
  return current
}

/** Whether the phrase occurs as whole words; both already normalised. An empty phrase never does. */
export function containsWords(text: string, phrase: string): boolean {
  if (phrase === '') return false
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (isWordBorder(text, at) && isWordBorder(text, at + phrase.length)) return true
  }
  return false
}

const WORD_BEFORE = /[\p{L}\p{M}\p{N}_]$/u
const WORD_AFTER = /^[\p{L}\p{M}\p{N}_]/u

/** No border lies between two word characters; beside a sign (as in `c++`) there is always one. */
function isWordBorder(text: string, at: number): boolean {
  // Two code units hold any one character, on either side.
  return !(WORD_BEFORE.test(text.slice(Math.max(0, at - 2), at)) && WORD_AFTER.test(text.slice(at, at + 2)))
}

/**
 * Whether a keyword occurs in normalised text; `|` in the keyword separates synonyms, any of which will do.
 * The keyword is normalised here, with the same `caseSensitive` as the text.
 */
export function keywordFound(text: string, keyword: string, caseSensitive = false): boolean {
  return keyword.split('|').some((synonym) => containsWords(text, normaliseText(synonym, caseSensitive)))
}
