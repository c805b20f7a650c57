import { sentencesOf } from '@waymark/science/marking/readability.ts'
import type { Outcome } from './kind.ts'

/** The language of feedback and hints (01 §11): words that are kept out, and the shape of sentences. */

const forbidden = words(
  'wrong|incorrect|incorrectly|fail|fails|failed|failing|failure|bad|badly|stupid|dumb|silly|lazy|careless|terrible|awful|hopeless|useless|poor|poorly',
)
const warned = words('obviously|simply|just|easy')
const negative = words('not|except|never')

/** The first sentence of feedback says which of the three it is. */
const verdicts: Readonly<Record<Outcome, RegExp>> = {
  correct: /^(yes|correct|right|that is right|exactly)\b\s*[.!,]/i,
  partial: /^(nearly|almost|partly|partly right|half right)\b\s*[.!,]/i,
  incorrect: /^(not quite|not yet|not this time|no)\b\s*[.!,]/i,
}

function words(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${alternatives})(?![\\p{L}\\p{N}_])`, 'giu')
}

/** Text without fenced code; a code span counts as the word "term". */
export function withoutCode(text: string): string {
  return text.replace(/```[\s\S]*?(```|$)/g, '\n').replace(/(`+)(?!`).*?(?<!`)\1(?!`)/gs, 'term')
}

/** The forbidden words in it, as written; whole words only, code left out. */
export function forbiddenWords(text: string): string[] {
  return withoutCode(text).match(forbidden) ?? []
}

/** Words that belittle a hard step: shown, not refused. */
export function warnedWords(text: string): string[] {
  return withoutCode(text).match(warned) ?? []
}

/** Negative words of a stem, outside code and quotation marks. */
export function negativeWords(text: string): string[] {
  const plain = withoutCode(text)
    .replace(/["“][^"”\n]*["”]/g, ' ')
    .replace(/(?<![\p{L}\p{N}])['‘][^'’\n]*['’](?![\p{L}\p{N}])/gu, ' ')
  return plain.match(negative) ?? []
}

/** Whether the first sentence is a kind verdict for this outcome; without one, for any. */
export function beginsWithVerdict(text: string, outcome?: Outcome): boolean {
  const start = text.trim()
  return outcome ? verdicts[outcome].test(start) : Object.values(verdicts).some((one) => one.test(start))
}

/** The words of each sentence, code left out. */
export function sentences(text: string): string[][] {
  return sentencesOf(withoutCode(text))
}

/** Lines of the longest fenced code block; 0 without one. */
export function codeLines(text: string): number {
  const blocks = [...text.matchAll(/```[^\n]*\n([\s\S]*?)(?:\n```|$)/g)]
  return Math.max(0, ...blocks.map(([, code]) => (code ?? '').split('\n').length))
}
