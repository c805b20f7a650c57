import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
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
