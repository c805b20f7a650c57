import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { sizes } from './journey.ts'

const folder = fileURLToPath(new URL('screenshots', import.meta.url))

/** Takes a picture of a page at each of the three sizes and gives it its own size back. */
export async function takePictures(page: Page, journey: string, name: string): Promise<void> {
  const before = page.viewportSize()
  for (const { width, height } of Object.values(sizes)) {
    await page.setViewportSize({ width, height })
    await page.screenshot({ path: join(folder, journey, `${name}-${width}x${height}.png`), fullPage: true })
  }
  if (before) await page.setViewportSize(before)
}

/** What every open page showed when a journey failed; answers where each was and where its picture lies. */
export async function takeFailurePictures(browser: Browser, journey: string): Promise<string[]> {
  const pages = browser.contexts().flatMap((context) => context.pages())
  const taken = pages.map(async (page, at) => {
    const path = join(folder, journey, `failed-${at + 1}.png`)
    // A page that hangs must not hide why the journey failed.
    await page.screenshot({ path, timeout: 5000 }).catch(() => undefined)
    return `at ${page.url()}: ${path}`
  })
  return Promise.all(taken)
}
