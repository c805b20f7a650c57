import { equal, fromDecimal, ONE, sum } from '@waymark/science/marking/fraction.ts'
import { z } from 'zod'
import { duplicateIds, duplicateTexts } from '../content-checks.ts'
import { error, type Finding } from '../finding.ts'
import { PartId, text } from '../shapes.ts'

export const contentVersion = 1
export const upgrades = []

/** Nothing a student writes is refused for its length below this. */
export const mostCharacters = 10_000

export const Content = z.strictObject({
  min_words: z.int().min(0).max(1000).default(30),
  max_words: z.int().min(1).max(2000).default(200),
  mode: z.enum(['mark_scheme', 'rubric']),
  /** Mode mark_scheme: what the criteria add up to. */
  points_available: z.int().min(1).max(100).optional(),
  mark_scheme: z
    .array(z.strictObject({ id: PartId, criterion: text(500), points: z.int().min(1).max(100) }))
    .max(20)
    .default([]),
  /** Mode rubric: each is rated 1–4; the weights add up to 1. */
  dimensions: z
    .array(z.strictObject({ id: PartId, name: text(100), weight: z.number().gt(0).max(1) }))
    .max(8)
    .default([]),
})
export type Content = z.infer<typeof Content>

export function findings(content: Content): Finding[] {
  const found = duplicateIds([
    { at: '/mark_scheme', parts: content.mark_scheme },
    { at: '/dimensions', parts: content.dimensions },
  ])
  if (content.min_words > content.max_words) {
    found.push(error('key_invalid', '/min_words', 'The least number of words is above the greatest.'))
  }
  return [...found, ...(content.mode === 'rubric' ? rubricFindings(content) : schemeFindings(content))]
}

function schemeFindings(content: Content): Finding[] {
  const found: Finding[] = []
  const total = content.mark_scheme.reduce((points, one) => points + one.points, 0)
  if (content.mark_scheme.length === 0) {
    found.push(error('key_count', '/mark_scheme', 'Write at least one criterion.'))
  } else if (content.points_available !== total) {
    const sentence = `The criteria add up to ${total}; points_available must say the same.`
    found.push(error('key_invalid', '/points_available', sentence))
  }
  if (content.dimensions.length > 0) {
    found.push(error('key_invalid', '/dimensions', 'A mark scheme has no dimensions.'))
  }
  const criteria = content.mark_scheme.map((one) => ({ text: one.criterion }))
  return [...found, ...duplicateTexts('/mark_scheme', criteria)]
}

function rubricFindings(content: Content): Finding[] {
  const found: Finding[] = []
  const total = sum(content.dimensions.map((one) => fromDecimal(one.weight)))
  if (content.dimensions.length === 0) {
    found.push(error('key_count', '/dimensions', 'Name at least one dimension.'))
  } else if (!equal(total, ONE)) {
    found.push(error('key_invalid', '/dimensions', 'The weights must add up to 1.'))
  }
  if (content.mark_scheme.length > 0 || content.points_available !== undefined) {
    found.push(error('key_invalid', '/mark_scheme', 'A rubric has no mark scheme.'))
  }
  return [
    ...found,
    ...duplicateTexts(
      '/dimensions',
      content.dimensions.map((one) => ({ text: one.name })),
    ),
  ]
}

export function renameParts(content: Content, rename: (id: string) => string): Content {
  return {
    ...content,
    mark_scheme: content.mark_scheme.map((one) => ({ ...one, id: rename(one.id) })),
    dimensions: content.dimensions.map((one) => ({ ...one, id: rename(one.id) })),
  }
}
