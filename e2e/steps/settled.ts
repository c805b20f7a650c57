import type { Page } from 'playwright-core'

/** Opens an address and waits until its screen stands. */
export async function openSettled(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await settled(page)
}

/** The app has taken the place of what the page says before it runs, the heading is there and nothing loads. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main:not(#before-start) h1').waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
}

/** The page was drawn after its last change of size: a table may have become cards. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}
