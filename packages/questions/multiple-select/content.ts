import { multipleResponseSchemes } from '@waymark/science/marking/multiple-response.ts'
import { z } from 'zod'
import { duplicateIds, duplicateTexts } from '../content-checks.ts'
import { error, type Finding } from '../finding.ts'
import { FeedbackText, MisconceptionId, PartId, text } from '../shapes.ts'

export const contentVersion = 1
export const upgrades = []

const Option = z.strictObject({
  id: PartId,
  text: text(500),
  is_correct: z.boolean(),
  feedback: FeedbackText.optional(),
  misconception_id: MisconceptionId.optional(),
})

/** Authors write up to 6 options; imports may keep up to 8. */
export const Content = z.strictObject({
  options: z.array(Option).min(2).max(8),
  min_selections: z.int().min(0).max(8).default(1),
  max_selections: z.int().min(1).max(8).nullable().default(null),
  scheme: z.enum(multipleResponseSchemes).default('net_correct'),
})
export type Content = z.infer<typeof Content>

export function findings(content: Content): Finding[] {
  return [
    ...duplicateIds([{ at: '/options', parts: content.options }]),
    ...duplicateTexts('/options', content.options),
    ...keyFindings(content),
  ]
}

function keyFindings(content: Content): Finding[] {
  const keys = content.options.filter((option) => option.is_correct).length
  if (keys === 0) return [error('key_count', '/options', 'Mark at least one option as right.')]
  const found: Finding[] = []
  if (content.max_selections !== null && content.max_selections < keys) {
    found.push(
      error('key_invalid', '/max_selections', `${keys} options are right, so allow at least ${keys}.`),
    )
  }
  if (content.min_selections > (content.max_selections ?? content.options.length)) {
    found.push(error('key_invalid', '/min_selections', 'More options are asked for than may be chosen.'))
  } else if (content.min_selections > keys) {
    found.push(error('key_invalid', '/min_selections', `Only ${keys} options are right, so ask for no more.`))
  }
  return found
}

export function renameParts(content: Content, rename: (id: string) => string): Content {
  return { ...content, options: content.options.map((option) => ({ ...option, id: rename(option.id) })) }
}
