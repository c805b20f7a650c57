import type { Page } from 'playwright-core'
import { must } from '../expect.ts'

/** How a reader may have set the page (11 §3). */
export interface Look {
  name: string
  theme: 'light' | 'dark' | 'cream' | 'high-contrast'
  textSize: 100 | 200
}

export const light: Look = { name: 'light', theme: 'light', textSize: 100 }
export const highContrast: Look = { name: 'high contrast', theme: 'high-contrast', textSize: 100 }
export const largeText: Look = { name: '200 % text', theme: 'light', textSize: 200 }
export const dark: Look = { name: 'dark', theme: 'dark', textSize: 100 }
export const cream: Look = { name: 'cream', theme: 'cream', textSize: 100 }

/** Puts the attributes on the page that the reading settings put there, without a reload. */
export async function wear(page: Page, { theme, textSize }: Look): Promise<void> {
  const worn = await page.evaluate(
    ([nextTheme, nextSize]) => {
      const { dataset } = document.documentElement
      const known = dataset.theme !== undefined && dataset.textSize !== undefined
      Object.assign(dataset, { theme: nextTheme, textSize: nextSize })
      return known
    },
    [theme, String(textSize)],
  )
  must(worn, 'The page is not themed by data-theme and data-text-size any more.')
}

/** A pseudo-language that runs from right to left. */
export const rightToLeft = 'ar-XB'

/** Shows the page in another language for as long as its tab is open. */
export async function speak(page: Page, locale: string): Promise<void> {
  await page.evaluate((name) => sessionStorage.setItem('waymark.locale', name), locale)
  await page.reload()
  await page.locator('h1').waitFor()
}
