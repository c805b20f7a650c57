import { compare, ZERO } from '@waymark/science/marking/fraction.ts'
import { z } from 'zod'
import { duplicateIds } from '../content-checks.ts'
import { error, type Finding } from '../finding.ts'
import { Credit, DecimalText, FeedbackText, MisconceptionId, PartId, text } from '../shapes.ts'
import { exact } from './exact.ts'

export const contentVersion = 1
export const upgrades = []

export const Content = z.strictObject({
  /** In the unit whose factor is 1. */
  value: DecimalText,
  tolerance_abs: DecimalText.default('0'),
  tolerance_rel: DecimalText.default('0'),
  /** 1 of this unit is `factor` of the unit of `value`. */
  units: z
    .array(z.strictObject({ unit: text(20), factor: DecimalText }))
    .max(10)
    .default([]),
  /** What a right number with a missing or unknown unit is worth. */
  unit_fraction: Credit.default(0.5),
  /** Values that show a known way of thinking. */
  slips: z
    .array(
      z.strictObject({
        id: PartId,
        value: DecimalText,
        fraction: Credit,
        feedback: FeedbackText,
        misconception_id: MisconceptionId.optional(),
      }),
    )
    .max(10)
    .default([]),
})
export type Content = z.infer<typeof Content>

export function findings(content: Content): Finding[] {
  return [
    ...duplicateIds([{ at: '/slips', parts: content.slips }]),
    ...toleranceFindings(content),
    ...unitFindings(content),
    ...slipFindings(content),
  ]
}

function toleranceFindings(content: Content): Finding[] {
  const fields = ['tolerance_abs', 'tolerance_rel'] as const
  return fields
    .filter((field) => compare(exact(content[field]), ZERO) < 0)
    .map((field) => error('key_invalid', `/${field}`, 'A tolerance is not below 0.'))
}

function unitFindings(content: Content): Finding[] {
  const found: Finding[] = []
  const seen = new Set<string>()
  for (const [index, { unit, factor }] of content.units.entries()) {
    const at = `/units/${index}`
    if (seen.has(unit.trim()))
      found.push(error('duplicate_text', `${at}/unit`, `The unit ${unit} is there twice.`))
    if (!/^[^\d\s.,/+-]/.test(unit.trim())) {
      found.push(error('key_invalid', `${at}/unit`, 'A unit begins with a letter or a sign such as %.'))
    }
    if (compare(exact(factor), ZERO) <= 0) {
      found.push(error('key_invalid', `${at}/factor`, 'A factor is above 0.'))
    }
    seen.add(unit.trim())
  }
  if (content.units.length > 0 && !content.units.some(({ factor }) => exact(factor).n === exact(factor).d)) {
    found.push(error('key_invalid', '/units', 'Name the unit of the value itself: one factor is 1.'))
  }
  return found
}

function slipFindings(content: Content): Finding[] {
  const seen = new Set<string>([String(Number(content.value))])
  return content.slips.flatMap(({ value }, index) => {
    const plain = String(Number(value))
    const twice = seen.has(plain)
    seen.add(plain)
    return twice
      ? [error('duplicate_text', `/slips/${index}/value`, `The value ${value} is listed twice.`)]
      : []
  })
}

export function renameParts(content: Content, rename: (id: string) => string): Content {
  return { ...content, slips: content.slips.map((slip) => ({ ...slip, id: rename(slip.id) })) }
}
