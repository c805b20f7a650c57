/** Counts of a text and what follows from them; `ease` and `age` are null for a text without a word. */
export interface Readability {
  words: number
  sentences: number
  syllables: number
  /** Flesch reading ease: higher is easier, 60 is plain English. */
  ease: number | null
  /** Years of age at which the text can be read alone: Flesch–Kincaid grade + 5. */
  age: number | null
}

/**
 * Reading ease and reading age of a short English text. Code spans and terms of the unit's vocabulary count
 * as the word "term": the lesson teaches them, so they are not what makes a sentence hard.
 * Formulas: Flesch 1948; Kincaid and others 1975.
 */
export function measureReadability(text: string, vocabulary: readonly string[] = []): Readability {
  const sentences = sentencesOf(replaceTerms(replaceCode(text), vocabulary))
  const words = sentences.flat()
  const counts = {
    words: words.length,
    sentences: sentences.length,
    syllables: words.reduce((total, word) => total + countSyllables(word), 0),
  }
  return { ...counts, ease: readingEase(counts), age: readingAge(counts) }
}

interface Counts {
  words: number
  sentences: number
  syllables: number
}

function readingEase({ words, sentences, syllables }: Counts): number | null {
  return words === 0 ? null : 206.835 - 1.015 * (words / sentences) - 84.6 * (syllables / words)
}

function readingAge({ words, sentences, syllables }: Counts): number | null {
  return words === 0 ? null : 0.39 * (words / sentences) + 11.8 * (syllables / words) - 10.59
}

/** The words of each sentence; a sentence ends at `.`, `!` or `?` before a space or the end, or at a line end. */
export function sentencesOf(text: string): string[][] {
  return text
    .split(/(?<=[.!?])\s+|[\r\n]+/u)
    .map((sentence) => sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)))
    .filter((words) => words.length > 0)
}

function replaceCode(text: string): string {
  return text.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/gsu, 'term')
}

function replaceTerms(text: string, vocabulary: readonly string[]): string {
  const terms = vocabulary.map((term) => term.trim()).filter((term) => term !== '')
  if (terms.length === 0) return text
  const alternatives = terms
    .toSorted((a, b) => b.length - a.length)
    .map((term) => term.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('|')
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}_])(?:${alternatives})(?![\\p{L}\\p{N}_])`, 'giu'), 'term')
}

/** Syllables of one written word, by vowel groups of its parts; a number or sign counts as 1. */
export function countSyllables(word: string): number {
  const parts = word
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .match(/\p{L}+/gu)
  return parts ? parts.reduce((total, part) => total + syllablesOfPart(part), 0) : 1
}

function syllablesOfPart(part: string): number {
  if (part.length <= 3) return 1
  return Math.max(1, withoutSilentEnding(part).match(/[aeiouy]+/gu)?.length ?? 0)
}

function withoutSilentEnding(part: string): string {
  if (/[^aeiouytd]ed$/u.test(part)) return part.slice(0, -2)
  if (/[^aeiouysxzcgh]es$/u.test(part) && !/[^aeiouy]les$/u.test(part)) return part.slice(0, -2)
  if (/[^aeiouy]e$/u.test(part) && !/[^aeiouy]le$/u.test(part)) return part.slice(0, -1)
  return part
}
