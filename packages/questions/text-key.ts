import {
  compare,
  type Fraction,
  fraction,
  fromDecimal,
  ONE,
  smaller,
  ZERO,
} from '@waymark/science/marking/fraction.ts'
import { keywordFound, matchesWithinTypos, normaliseText } from '@waymark/science/marking/text.ts'
import { z } from 'zod'
import { error, type Finding } from './finding.ts'
import type { AuthoredText, Outcome } from './kind.ts'
import { Credit, FeedbackText, text } from './shapes.ts'

/** What a typed text is compared with: shared by text_input and the typed gaps of cloze. */
export const textKeyFields = {
  max_length: z.int().min(1).max(200).default(100),
  accepted_answers: z
    .array(z.strictObject({ text: text(200), fraction: Credit, feedback: FeedbackText.optional() }))
    .min(1)
    .max(20),
  rejected_answers: z
    .array(z.strictObject({ text: text(200), feedback: FeedbackText }))
    .max(20)
    .default([]),
  required_keywords: z.array(text(200)).max(10).default([]),
  forbidden_keywords: z.array(text(200)).max(10).default([]),
  max_typos: z.int().min(0).max(2).default(0),
  case_sensitive: z.boolean().default(false),
}
const TextKey = z.strictObject(textKeyFields)
export type TextKey = z.infer<typeof TextKey>

export interface TextMatch {
  fraction: Fraction
  reason: 'accepted' | 'rejected' | 'typo' | 'keywords' | 'forbidden_keyword' | 'unknown'
  feedback: string | null
}

const HALF = fraction(1, 2)

/** The first rule that applies (01 §5): accepted, rejected, accepted within typos, keywords, nothing. */
export function matchText(key: TextKey, given: string): TextMatch {
  const typed = normaliseText(given, key.case_sensitive)
  const plain = (written: string) => normaliseText(written, key.case_sensitive)
  const accepted = best(key.accepted_answers.filter((one) => plain(one.text) === typed))
  if (accepted) return { ...accepted, reason: 'accepted' }
  const rejected = key.rejected_answers.find((one) => plain(one.text) === typed)
  if (rejected) return { fraction: ZERO, feedback: rejected.feedback, reason: 'rejected' }
  if (key.max_typos > 0) {
    const near = key.accepted_answers.filter((one) =>
      matchesWithinTypos(typed, plain(one.text), key.max_typos),
    )
    const slip = best(near)
    if (slip) return { ...slip, reason: 'typo' }
  }
  return matchKeywords(key, typed)
}

function best(
  matches: readonly { fraction: number; feedback?: string | undefined }[],
): { fraction: Fraction; feedback: string | null } | null {
  let found: { fraction: Fraction; feedback: string | null } | null = null
  for (const match of matches) {
    const worth = fromDecimal(match.fraction)
    if (!found || compare(worth, found.fraction) > 0)
      found = { fraction: worth, feedback: match.feedback ?? null }
  }
  return found
}

function matchKeywords(key: TextKey, typed: string): TextMatch {
  const required = key.required_keywords
  const found = required.filter((word) => keywordFound(typed, word, key.case_sensitive)).length
  if (found === 0) return { fraction: ZERO, feedback: null, reason: 'unknown' }
  const share = found === required.length ? ONE : fraction(found, required.length)
  const forbidden = key.forbidden_keywords.some((word) => keywordFound(typed, word, key.case_sensitive))
  return forbidden
    ? { fraction: smaller(share, HALF), feedback: null, reason: 'forbidden_keyword' }
    : { fraction: share, feedback: null, reason: 'keywords' }
}

/** One accepted answer is worth everything, none contradicts another, and each fits the length. */
export function textKeyFindings(at: string, key: TextKey): Finding[] {
  const found: Finding[] = []
  if (!key.accepted_answers.some((one) => one.fraction === 1)) {
    found.push(
      error('key_count', `${at}/accepted_answers`, 'One accepted answer must be worth the full points.'),
    )
  }
  const seen = new Set<string>()
  const lists = [
    ['accepted_answers', key.accepted_answers],
    ['rejected_answers', key.rejected_answers],
  ] as const
  for (const [list, answers] of lists) {
    for (const [index, { text: written }] of answers.entries()) {
      const pointer = `${at}/${list}/${index}/text`
      const plain = normaliseText(written, key.case_sensitive)
      if (plain === '') found.push(error('key_invalid', pointer, 'This answer has no letters or digits.'))
      if (seen.has(plain)) found.push(error('duplicate_text', pointer, `"${written}" is listed twice.`))
      if ([...written].length > key.max_length) {
        found.push(
          error('key_invalid', pointer, `This is longer than the ${key.max_length} characters allowed.`),
        )
      }
      seen.add(plain)
    }
  }
  return [...found, ...keywordFindings(at, key)]
}

function keywordFindings(at: string, key: TextKey): Finding[] {
  const lists = ['required_keywords', 'forbidden_keywords'] as const
  return lists.flatMap((list) =>
    key[list].flatMap((word, index) =>
      word.split('|').every((synonym) => normaliseText(synonym) !== '')
        ? []
        : [error('key_invalid', `${at}/${list}/${index}`, 'Each word between the bars must say something.')],
    ),
  )
}

/** An accepted answer worth everything. */
export function modelText(key: TextKey): string {
  return (key.accepted_answers.find((one) => one.fraction === 1) ?? key.accepted_answers[0])?.text ?? ''
}

/** The texts of a key, for the gate. */
export function textKeyTexts(at: string, key: TextKey): AuthoredText[] {
  const texts: AuthoredText[] = []
  for (const [index, one] of key.accepted_answers.entries()) {
    texts.push({ pointer: `${at}/accepted_answers/${index}/text`, text: one.text, role: 'accepted' })
    if (one.feedback) {
      texts.push({
        pointer: `${at}/accepted_answers/${index}/feedback`,
        text: one.feedback,
        role: 'feedback',
      })
    }
  }
  for (const [index, one] of key.rejected_answers.entries()) {
    texts.push({ pointer: `${at}/rejected_answers/${index}/feedback`, text: one.feedback, role: 'feedback' })
  }
  for (const [index, word] of key.required_keywords.entries()) {
    for (const synonym of word.split('|')) {
      texts.push({ pointer: `${at}/required_keywords/${index}`, text: synonym, role: 'accepted' })
    }
  }
  return texts
}

export function outcomeOf(worth: Fraction): Outcome {
  if (worth.n === 0n) return 'incorrect'
  return worth.n === worth.d ? 'correct' : 'partial'
}
