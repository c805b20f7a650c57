import { z } from 'zod'
import { duplicateIds, duplicateTexts, oneKey } from '../content-checks.ts'
import { error, type Finding } from '../finding.ts'
import { FeedbackText, MisconceptionId, PartId, text } from '../shapes.ts'

export const contentVersion = 1
export const upgrades = []

export const Option = z.strictObject({
  id: PartId,
  text: text(500),
  is_correct: z.boolean(),
  feedback: FeedbackText.optional(),
  misconception_id: MisconceptionId.optional(),
})
export type Option = z.infer<typeof Option>

/** Authors write up to 4 options; imports may keep up to 8, so the shape allows 8 and the gate says the rest. */
export const Content = z.strictObject({
  options: z.array(Option).min(2).max(8),
  shuffle_options: z.boolean().default(true),
})
export type Content = z.infer<typeof Content>

export function findings(content: Content, preset: string | null): Finding[] {
  return [
    ...duplicateIds([{ at: '/options', parts: content.options }]),
    ...duplicateTexts('/options', content.options),
    ...oneKey('/options', content.options),
    ...(preset === 'true_false' ? trueFalseFindings(content) : []),
  ]
}

function trueFalseFindings(content: Content): Finding[] {
  const ids = content.options.map((option) => option.id).sort()
  if (ids.join() === 'false,true') return []
  return [error('key_invalid', '/options', 'True or false has exactly the options "true" and "false".')]
}

export function renameParts(content: Content, rename: (id: string) => string): Content {
  return { ...content, options: content.options.map((option) => ({ ...option, id: rename(option.id) })) }
}
