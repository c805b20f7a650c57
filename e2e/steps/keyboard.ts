import type { Locator, Page } from 'playwright-core'

/** A person at a keyboard, without a mouse. Each act begins where the focus is and goes on by Tab. */
export interface Keys {
  /** Presses Tab until this has the focus, and sees that the focus shows. */
  tabTo: (target: Locator) => Promise<void>
  /** Goes to a button or link by Tab and presses Enter. */
  press: (name: string) => Promise<void>
  pressIfThere: (name: string) => Promise<void>
  /** Ctrl+Enter: the main action of the screen. */
  mainAction: () => Promise<void>
  /** Ctrl+.: opens and closes the tools of a question. */
  tools: () => Promise<void>
  chooseRadio: (label: string) => Promise<void>
  tick: (label: string) => Promise<void>
  typeInto: (label: string, text: string) => Promise<void>
  /** Goes through a native pick-list by arrow keys until it shows this option. */
  pickFrom: (label: string, option: string) => Promise<void>
  /** Moves an item of a list up to a place, counted from 1. */
  moveUpTo: (item: string, place: number) => Promise<void>
}

const mostTabs = 80

export function keysOf(page: Page): Keys {
  const { keyboard } = page
  const tabTo = (target: Locator) => goByTab(page, target)
  const named = (name: string) =>
    page.getByRole('button', { name, exact: true }).or(page.getByRole('link', { name, exact: true }))
  const press = async (name: string) => {
    await tabTo(named(name))
    await keyboard.press('Enter')
  }
  return {
    tabTo,
    press,
    pressIfThere: async (name) => {
      if ((await named(name).count()) > 0) await press(name)
    },
    mainAction: () => keyboard.press('Control+Enter'),
    tools: () => keyboard.press('Control+Period'),
    chooseRadio: async (label) => {
      const wanted = page.getByRole('radio', { name: label, exact: true })
      await wanted.waitFor()
      await tabTo(page.locator('input[type=radio]:focus'))
      for (let step = 0; !(await isFocused(wanted)); step += 1) {
        if (step > 10) throw new Error(`Arrow keys do not reach "${label}".`)
        await keyboard.press('ArrowDown')
      }
      if (!(await wanted.isChecked())) await keyboard.press('Space')
    },
    tick: async (label) => {
      await tabTo(page.getByRole('checkbox', { name: label, exact: true }))
      await keyboard.press('Space')
    },
    typeInto: async (label, text) => {
      await tabTo(page.getByLabel(label, { exact: true }))
      await keyboard.press('Control+A')
      await keyboard.type(text)
    },
    pickFrom: async (label, option) => {
      const list = page.getByRole('combobox', { name: label, exact: true })
      await tabTo(list)
      const shown = () => list.evaluate((each) => (each as HTMLSelectElement).selectedOptions[0]?.text)
      for (let step = 0; (await shown()) !== option; step += 1) {
        if (step > 12) throw new Error(`Arrow keys do not reach "${option}" in "${label}".`)
        await keyboard.press('ArrowDown')
      }
    },
    moveUpTo: async (item, place) => {
      const up = page.getByRole('button', { name: `Move up: ${item}`, exact: true })
      const placeNow = () =>
        up.evaluate((button) => {
          const row = button.closest('li')
          return 1 + [...(row?.parentElement?.children ?? [])].indexOf(row as Element)
        })
      await up.waitFor()
      for (let now = await placeNow(); now > place; now = await placeNow()) {
        await tabTo(up)
        await keyboard.press('Enter')
      }
    },
  }
}

async function goByTab(page: Page, target: Locator): Promise<void> {
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if (await isFocused(target)) return seesFocus(target)
    await page.keyboard.press('Tab')
  }
  throw new Error(`${mostTabs} times Tab do not reach ${target}.`)
}

const isFocused = async (target: Locator): Promise<boolean> =>
  (await target.count()) > 0 && target.first().evaluate((element) => element === document.activeElement)

/** What has the focus lies inside the window and has a ring (11 §8). */
async function seesFocus(target: Locator): Promise<void> {
  const fault = await target.first().evaluate((element) => {
    // A ring may stand around the label of a radio button or tick box.
    const ringed = [element, element.closest('label')].some(
      (each) => each !== null && getComputedStyle(each).outlineStyle !== 'none',
    )
    const { top, bottom } = element.getBoundingClientRect()
    if (bottom <= 0 || top >= innerHeight) return 'lies outside the window'
    return ringed ? null : 'has no ring'
  })
  if (fault) throw new Error(`With the focus, ${target} ${fault}.`)
}
