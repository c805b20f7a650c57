import { measureReadability, sentencesOf } from '@waymark/science/marking/readability.ts'
import { containsWords, normaliseText } from '@waymark/science/marking/text.ts'
import type { Glossary } from './glossary.ts'

/** The language of every generated text (02 §3, 01 §11): short literal sentences that stand alone. */

export const LONGEST_SENTENCE = 20
const LONGEST_FEEDBACK = 280
const PLAIN_ENGLISH = 60

export const countWords = (text: string): number => sentencesOf(text).flat().length

export const hasShortSentences = (text: string): boolean =>
  sentencesOf(text).every((sentence) => sentence.length <= LONGEST_SENTENCE)

const forbidden =
  /\b(wrong|incorrect(ly)?|fail(s|ed|ing|ure)?|bad(ly)?|stupid|dumb|silly|lazy|careless|terrible|awful|hopeless|useless|poor(ly)?|obviously|simply|just|easy)\b/i

/** The first of the texts that is short, kind and easy to read; the last one must always do. */
export function readable(glossary: Glossary, ...texts: [string, ...string[]]): string {
  const fits = texts.find((text) => isPlain(text, glossary))
  return fits ?? (texts.at(-1) as string)
}

function isPlain(text: string, glossary: Glossary): boolean {
  // What the lesson teaches is not what makes a sentence hard.
  const terms = glossary.heldBy(text).map(({ term }) => term)
  return (
    text.length <= LONGEST_FEEDBACK &&
    sentencesOf(text).length <= 4 &&
    hasShortSentences(text) &&
    !forbidden.test(text) &&
    !/[{}]/.test(text) &&
    (measureReadability(text, terms).ease ?? 0) >= PLAIN_ENGLISH
  )
}

/** A text without its final full stop, to stand inside another sentence. */
export const unstopped = (text: string): string => text.trim().replace(/[.;,:]+$/u, '')

/** A text in straight double quotes; quotes inside become single ones. */
export const quoted = (text: string): string => `"${unstopped(text).replace(/["“”]/gu, "'")}"`

/** "a", "a and b", "a, b and c". */
export function listed(texts: readonly string[]): string {
  const last = texts.at(-1) ?? ''
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} and ${last}`
}

export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Whether `inner` occurs in `outer` as whole words, however both are written. */
export const holdsWords = (outer: string, inner: string): boolean =>
  containsWords(normaliseText(outer), normaliseText(inner))

/** The first hint that does not hold an accepted answer as whole words; null when each does. */
export function safeHint(accepted: readonly string[], ...hints: string[]): string | null {
  return hints.find((hint) => !accepted.some((answer) => holdsWords(hint, answer))) ?? null
}

/** How many words a student should write: "ONE word", "2 words". */
export function wordCountText(text: string): string {
  const count = text.trim().split(/\s+/u).length
  return count === 1 ? 'ONE word' : `${count} words`
}

const opensWithPronoun =
  /^(it|its|this|that|these|those|they|their|them|he|she|his|her|we|our|you|your|i|my|here|there|such|which|so|but|and|or|also|however|then|therefore)\b/iu

/** Whether a sentence can be understood without the one before it. */
export const standsAlone = (sentence: string): boolean => !opensWithPronoun.test(sentence.trim())

/** Sentences of a text as they stand, each with its final mark. */
export function splitSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|[\r\n]+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}
