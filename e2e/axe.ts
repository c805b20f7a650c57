import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>

/** Fails when axe finds anything, of whatever impact. */
export async function checkAxe(page: Page, state: string): Promise<void> {
  const { violations, passes } = (await lookAgain(page)) ?? (await lookFirst(page))
  if (passes.length === 0) throw new Error(`axe looked at nothing in ${state}`)
  if (violations.length === 0) return
  const lines = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, target }) => `  ${id}: ${help}\n    ${target.join(' ')}\n    ${html.slice(0, 200)}`),
  )
  throw new Error(`axe in ${state}:\n${lines.join('\n')}`)
}

type Found = Pick<Results, 'violations' | 'passes'>

/** Brings axe into the page, which takes most of the time. */
function lookFirst(page: Page): Promise<Found> {
  // Without "legacy mode" each look opens a second tab, which takes the focus from the page that is looked at.
  return new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze()
}

/** Null where axe is not in the page yet. */
function lookAgain(page: Page): Promise<Found | null> {
  return page.evaluate(async () => {
    const { axe } = window as { axe?: { run: (options: object) => Promise<Found> } }
    return axe ? axe.run({ resultTypes: ['violations'] }) : null
  })
}
