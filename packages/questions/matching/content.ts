import { z } from 'zod'
import { duplicateIds, duplicateTexts } from '../content-checks.ts'
import { error, type Finding } from '../finding.ts'
import { FeedbackText, MisconceptionId, PartId, text } from '../shapes.ts'

export const contentVersion = 1
export const upgrades = []

const Item = z.strictObject({ id: PartId, text: text(300) })

export const Content = z.strictObject({
  left_items: z.array(Item).min(2).max(8),
  right_items: z.array(Item).min(2).max(10),
  correct_pairs: z
    .array(z.strictObject({ left: PartId, right: PartId, feedback: FeedbackText.optional() }))
    .min(2)
    .max(8),
  /** Pairs that say something about the student's thinking. */
  other_pairs: z
    .array(
      z.strictObject({
        left: PartId,
        right: PartId,
        feedback: FeedbackText.optional(),
        misconception_id: MisconceptionId.optional(),
      }),
    )
    .max(40)
    .default([]),
  reuse_right: z.boolean().default(false),
})
export type Content = z.infer<typeof Content>

export function findings(content: Content): Finding[] {
  return [
    ...duplicateIds([
      { at: '/left_items', parts: content.left_items },
      { at: '/right_items', parts: content.right_items },
    ]),
    ...duplicateTexts('/left_items', content.left_items),
    ...duplicateTexts('/right_items', content.right_items),
    ...pairFindings(content),
    ...keyFindings(content),
  ]
}

function pairFindings(content: Content): Finding[] {
  const lefts = new Set(content.left_items.map((item) => item.id))
  const rights = new Set(content.right_items.map((item) => item.id))
  const found: Finding[] = []
  const seen = new Set<string>()
  for (const list of ['correct_pairs', 'other_pairs'] as const) {
    for (const [index, { left, right }] of content[list].entries()) {
      const at = `/${list}/${index}`
      if (!lefts.has(left)) found.push(error('unknown_id', `${at}/left`, `No left item has the id ${left}.`))
      if (!rights.has(right))
        found.push(error('unknown_id', `${at}/right`, `No right item has the id ${right}.`))
      const pair = `${left} ${right}`
      if (seen.has(pair)) found.push(error('duplicate_id', at, 'This pair is listed twice.'))
      seen.add(pair)
    }
  }
  return found
}

function keyFindings(content: Content): Finding[] {
  const found: Finding[] = []
  for (const [index, item] of content.left_items.entries()) {
    const pairs = content.correct_pairs.filter((pair) => pair.left === item.id).length
    if (pairs !== 1) {
      found.push(
        error('key_count', `/left_items/${index}`, `"${item.text}" needs exactly one right partner.`),
      )
    }
  }
  const rights = content.correct_pairs.map((pair) => pair.right)
  if (!content.reuse_right && new Set(rights).size < rights.length) {
    const sentence = 'Two left items share a partner. Allow a right item to be used again.'
    found.push(error('key_invalid', '/correct_pairs', sentence))
  }
  return found
}

export function renameParts(content: Content, rename: (id: string) => string): Content {
  const item = <T extends { id: string }>(one: T) => ({ ...one, id: rename(one.id) })
  const pair = <T extends { left: string; right: string }>(one: T) => ({
    ...one,
    left: rename(one.left),
    right: rename(one.right),
  })
  return {
    ...content,
    left_items: content.left_items.map(item),
    right_items: content.right_items.map(item),
    correct_pairs: content.correct_pairs.map(pair),
    other_pairs: content.other_pairs.map(pair),
  }
}
