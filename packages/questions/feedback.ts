import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { AnyKind, Marking, Outcome } from './kind.ts'
import type { Circumstances } from './mark.ts'
import type { Question } from './question.ts'

const longest = 280
const notAnswered = 'You can come back to this one.'
const hintWasGood = 'Using the hint was a good move.'
const encouragements = [
  'The part you have is a good base.',
  'Part of it is in place. Build on that.',
  'One more step makes the answer complete.',
  'What you have so far counts.',
]

/** Braces in an author's feedback. */
export interface Figures {
  score: string
  total: number
  correct: number
}

/** What is said about an answer with nothing in it. */
export function feedbackForBlank(): string[] {
  return [notAnswered]
}

/** What is said while a person has still to mark. */
export function feedbackWhilePending(kind: AnyKind, question: Question): string[] {
  return [question.feedback.submitted ?? kind.defaultFeedback.submitted]
}

/**
 * Feedback in the order of 01 §11: at most two texts for the very parts given, the author's text for the
 * outcome or else the kind's; then, where it fits in 280 characters, one kind sentence more.
 */
export function feedbackFor(
  kind: AnyKind,
  question: Question,
  outcome: Outcome,
  marking: Pick<Marking, 'texts'>,
  figures: Figures,
  circumstances: Circumstances,
): string[] {
  const own = marking.texts.slice(0, 2)
  const general = question.feedback[outcome] ?? kind.defaultFeedback[outcome]
  const texts = own.length > 0 && kind.textsReplaceFeedback ? own : [...own, general]
  const said = texts.map((text) => fill(text, figures))
  const last = lastSentence(outcome, circumstances)
  return last !== null && [...said, last].join(' ').length <= longest ? [...said, last] : said
}

/** Replaces the four placeholders; `{passed}` is `{correct}` for kinds without test runs. */
export function fill(text: string, figures: Figures): string {
  return text.replace(/\{(score|total|correct|passed)\}/g, (_, name: string) => {
    if (name === 'score') return figures.score
    return String(name === 'total' ? figures.total : figures.correct)
  })
}

function lastSentence(outcome: Outcome, { attemptId, hintUsed }: Circumstances): string | null {
  if (outcome === 'correct') return hintUsed ? hintWasGood : null
  if (outcome === 'incorrect') return null
  const drawn = sha256(utf8ToBytes(attemptId))[0] ?? 0
  return encouragements[drawn % encouragements.length] ?? null
}
