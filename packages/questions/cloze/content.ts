import { z } from 'zod'
import { duplicateIds, duplicateTexts, oneKey } from '../content-checks.ts'
import { error, type Finding } from '../finding.ts'
import { Credit, FeedbackText, MisconceptionId, PartId, text } from '../shapes.ts'
import { textKeyFields, textKeyFindings } from '../text-key.ts'
import { splitAtGaps } from './student.ts'

export const contentVersion = 1
export const upgrades = []

const TypedGap = z.strictObject({ id: PartId, input: z.literal('typed'), ...textKeyFields })

const SelectGap = z.strictObject({
  id: PartId,
  input: z.literal('select'),
  options: z
    .array(
      z.strictObject({
        id: PartId,
        text: text(100),
        is_correct: z.boolean(),
        feedback: FeedbackText.optional(),
        misconception_id: MisconceptionId.optional(),
      }),
    )
    .min(2)
    .max(8),
})

const BankGap = z.strictObject({
  id: PartId,
  input: z.literal('bank'),
  /** Bank words and what each is worth here; one is worth 1, words not named are worth 0. */
  words: z
    .array(
      z.strictObject({
        word: PartId,
        fraction: Credit,
        feedback: FeedbackText.optional(),
        misconception_id: MisconceptionId.optional(),
      }),
    )
    .min(1)
    .max(20),
})

export const Content = z.strictObject({
  /** Running text with `{{gap id}}` where a gap stands. */
  text: text(3000),
  gaps: z
    .array(z.discriminatedUnion('input', [TypedGap, SelectGap, BankGap]))
    .min(1)
    .max(10),
  /** The words for the gaps with a bank; a word may be used in several gaps. */
  bank: z
    .array(z.strictObject({ id: PartId, text: text(100) }))
    .max(20)
    .default([]),
})
export type Content = z.infer<typeof Content>
export type Gap = Content['gaps'][number]

export function findings(content: Content): Finding[] {
  return [
    ...duplicateIds([
      { at: '/gaps', parts: content.gaps },
      { at: '/bank', parts: content.bank },
    ]),
    ...duplicateTexts('/bank', content.bank),
    ...placeFindings(content),
    ...content.gaps.flatMap((gap, index) => gapFindings(content, gap, `/gaps/${index}`)),
    ...bankFindings(content),
  ]
}

function placeFindings(content: Content): Finding[] {
  const placed = splitAtGaps(content.text).flatMap((piece) => ('gap' in piece ? [piece.gap] : []))
  const declared = new Set(content.gaps.map((gap) => gap.id))
  const found = placed
    .filter((id) => !declared.has(id))
    .map((id) => error('unknown_id', '/text', `The text has a gap {{${id}}} that is not described.`))
  for (const [index, { id }] of content.gaps.entries()) {
    if (placed.filter((one) => one === id).length !== 1) {
      found.push(error('unknown_id', `/gaps/${index}/id`, `The text must hold {{${id}}} exactly once.`))
    }
  }
  return found
}

function gapFindings(content: Content, gap: Gap, at: string): Finding[] {
  if (gap.input === 'typed') return textKeyFindings(at, gap)
  if (gap.input === 'select') {
    const { options } = gap
    return [
      ...duplicateIds([{ at: `${at}/options`, parts: options }]),
      ...duplicateTexts(`${at}/options`, options),
      ...oneKey(`${at}/options`, options),
    ]
  }
  const known = new Set(content.bank.map((word) => word.id))
  const words = gap.words.map(({ word }) => ({ id: word }))
  const found = duplicateIds([{ at: `${at}/words`, parts: words }])
  for (const [index, { word }] of gap.words.entries()) {
    if (!known.has(word))
      found.push(error('unknown_id', `${at}/words/${index}`, 'This word is not in the bank.'))
  }
  if (!gap.words.some((one) => one.fraction === 1)) {
    found.push(error('key_count', `${at}/words`, 'One word must be worth the whole gap.'))
  }
  return found
}

function bankFindings(content: Content): Finding[] {
  const used = content.gaps.some((gap) => gap.input === 'bank')
  if (used && content.bank.length < 2)
    return [error('key_invalid', '/bank', 'A bank has at least two words.')]
  if (!used && content.bank.length > 0) return [error('key_invalid', '/bank', 'No gap uses the bank.')]
  return []
}

export function renameParts(content: Content, rename: (id: string) => string): Content {
  const renamed = <T extends { id: string }>(one: T) => ({ ...one, id: rename(one.id) })
  return {
    text: splitAtGaps(content.text)
      .map((piece) => ('gap' in piece ? `{{${rename(piece.gap)}}}` : piece.text))
      .join(''),
    gaps: content.gaps.map((gap): Gap => {
      if (gap.input === 'select') return { ...renamed(gap), options: gap.options.map(renamed) }
      if (gap.input === 'typed') return renamed(gap)
      return { ...renamed(gap), words: gap.words.map((one) => ({ ...one, word: rename(one.word) })) }
    }),
    bank: content.bank.map(renamed),
  }
}
