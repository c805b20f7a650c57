import type { Page } from 'playwright-core'
import { mustEqual } from '../expect.ts'

/** Fails when anything on the page is red: it is for staff only (11 §3). */
export async function checkNoRed(page: Page, state: string): Promise<void> {
  const found = await page.evaluate(() => {
    const properties = [
      'color',
      'backgroundColor',
      'borderTopColor',
      'borderLeftColor',
      'outlineColor',
      'fill',
    ] as const
    const isRed = (colour: string): boolean => {
      const [r = 0, g = 0, b = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
      // Amber and orange have at least a third as much green over blue as red; red has not.
      return /^rgb/.test(colour) && alpha > 0 && r - Math.max(g, b) > 60 && g - b < (r - b) / 3
    }
    return [...document.querySelectorAll('body *')].flatMap((element) => {
      const style = getComputedStyle(element)
      const red = properties.find((property) => isRed(style[property]))
      return red ? `${element.outerHTML.slice(0, 100)}: ${red} ${style[red]}` : []
    })
  })
  mustEqual(found, [], `red in ${state}`)
}
