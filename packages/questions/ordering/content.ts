import { orderSchemes } from '@waymark/science/marking/order.ts'
import { z } from 'zod'
import { duplicateIds, duplicateTexts } from '../content-checks.ts'
import { error, type Finding } from '../finding.ts'
import { PartId, text } from '../shapes.ts'

export const contentVersion = 1
export const upgrades = []

export const Content = z.strictObject({
  items: z
    .array(z.strictObject({ id: PartId, text: text(300), correct_position: z.int().min(1).max(8) }))
    .min(2)
    .max(8),
  /** Items with the same position may stand in either order. */
  allow_ties: z.boolean().default(false),
  scheme: z.enum(orderSchemes).default('longest_sequence'),
})
export type Content = z.infer<typeof Content>

export function findings(content: Content): Finding[] {
  return [
    ...duplicateIds([{ at: '/items', parts: content.items }]),
    ...(content.allow_ties ? [] : duplicateTexts('/items', content.items)),
    ...positionFindings(content),
  ]
}

function positionFindings(content: Content): Finding[] {
  const positions = new Set(content.items.map((item) => item.correct_position))
  if (positions.size === 1) {
    return [error('key_invalid', '/items', 'All items share one position, so every order would be right.')]
  }
  if (!content.allow_ties && positions.size < content.items.length) {
    return [error('key_invalid', '/items', 'Two items share a position. Allow ties or number them apart.')]
  }
  return []
}

export function renameParts(content: Content, rename: (id: string) => string): Content {
  return { ...content, items: content.items.map((item) => ({ ...item, id: rename(item.id) })) }
}
