import type { Page } from 'playwright-core'
import { mustEqual } from '../expect.ts'

/** Fails when a control of the page is cut off at a side, covered by something, or without size (11, "It works when" 8). */
export async function checkReach(page: Page, state: string): Promise<void> {
  const lost = await page.evaluate(() => {
    const root = document.querySelector('dialog[open]') ?? document.body
    const controls = root.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')
    const isMeantToShow = (control: HTMLElement) =>
      control.checkVisibility() && control.closest('.skips, .visually-hidden') === null
    const faultOf = (control: HTMLElement): string | null => {
      control.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
      const { left, right, top, bottom, width, height } = control.getBoundingClientRect()
      if (width < 8 || height < 8) return 'has no size'
      if (left < -1 || right > innerWidth + 1)
        return `lies outside, from ${left} to ${right} of ${innerWidth}`
      const x = (left + right) / 2
      const y = (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2
      const onTop = document.elementFromPoint(x, y)
      if (onTop && (control.contains(onTop) || onTop.contains(control))) return null
      return `is covered by ${onTop?.outerHTML.slice(0, 80)}`
    }
    const found = [...controls].filter(isMeantToShow).flatMap((control) => {
      const fault = faultOf(control)
      return fault ? `${control.outerHTML.slice(0, 120)} ${fault}` : []
    })
    const tooWide = document.documentElement.scrollWidth - innerWidth
    scrollTo(0, 0)
    return tooWide > 1 ? [...found, `the page is ${tooWide} px too wide`] : found
  })
  mustEqual(lost, [], `controls lost in ${state}`)
}
