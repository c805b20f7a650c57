import { z } from 'zod'
import type { Finding } from '../finding.ts'
import { textKeyFields, textKeyFindings } from '../text-key.ts'

export const contentVersion = 1
export const upgrades = []

export const Content = z.strictObject(textKeyFields)
export type Content = z.infer<typeof Content>

export function findings(content: Content): Finding[] {
  return textKeyFindings('', content)
}
