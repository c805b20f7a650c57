import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Fails when axe finds anything, of whatever impact. */
export async function checkAxe(page: Page, state: string): Promise<void> {
  // Without "legacy mode" each look opens a second tab, which takes the focus from the page that is looked at.
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  if (passes.length === 0) throw new Error(`axe looked at nothing in ${state}`)
  if (violations.length === 0) return
  const lines = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, target }) => `  ${id}: ${help}\n    ${target.join(' ')}\n    ${html.slice(0, 200)}`),
  )
  throw new Error(`axe in ${state}:\n${lines.join('\n')}`)
}
