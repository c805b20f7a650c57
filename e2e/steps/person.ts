import type { Locator } from 'playwright-core'

/** How much a person takes in: what a first try needs, or every word. */
export const cares = ['try', 'care'] as const
export type Care = (typeof cares)[number]

const wordsReadInMinute = 240
const wordsTypedInMinute = 50
const lettersInWord = 5
const secondsToFind = 1.2
/** To another window, mark, copy, back and insert. */
const secondsToPaste = 4

/** Somebody at a computer. At the pace of a person each act waits as long as it takes to read, find and type. */
export interface Person {
  /** What of a page is new is read; at no pace nothing is. */
  read: (part: Locator) => Promise<void>
  /** Read by those only who read every word. */
  readWithCare: (part: Locator) => Promise<void>
  press: (control: Locator) => Promise<void>
  type: (field: Locator, text: string) => Promise<void>
  /** Inserts what stands elsewhere already, such as the list of a class. */
  paste: (field: Locator, text: string) => Promise<void>
  /** As long as so many presses take: for answers that are given by other means. */
  find: (controls: number) => Promise<void>
  /** As long as this takes to type. */
  write: (text: string) => Promise<void>
}

/** A person; without a care one who neither reads nor waits, as a program does. */
export function aPerson(care: Care | null): Person {
  const known = new Set<string>()
  const wait = (seconds: number) =>
    care === null ? Promise.resolve() : new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000))
  const read = async (part: Locator) => {
    if (care === null) return
    const fresh = (await part.evaluateAll(textsInSight)).filter((text) => !known.has(text))
    for (const text of fresh) known.add(text)
    await wait((fresh.join(' ').split(/\s+/).filter(Boolean).length / wordsReadInMinute) * 60)
  }
  const write = (text: string) => wait((text.length / lettersInWord / wordsTypedInMinute) * 60)
  const find = (controls: number) => wait(controls * secondsToFind)
  return {
    read,
    readWithCare: async (part) => (care === 'care' ? read(part) : undefined),
    press: async (control) => {
      await find(1)
      await control.click()
    },
    type: async (field, text) => {
      await find(1)
      await write(text)
      await field.fill(text)
    },
    paste: async (field, text) => {
      await wait(secondsToPaste)
      await field.fill(text)
    },
    find,
    write,
  }
}

/** Runs in the page: its texts without what is closed; of a list to pick from only what is picked. */
function textsInSight(parts: Element[]): string[] {
  return parts.flatMap((part) => {
    const nodes = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    while (nodes.nextNode()) {
      const holder = nodes.currentNode.parentElement
      const text = nodes.currentNode.textContent?.trim()
      if (text && holder?.checkVisibility() && !holder.matches('option:not(:checked)')) texts.push(text)
    }
    return texts
  })
}

/** Takes the time of one step after the other. */
export function stopwatch(): { begin: (step: string) => void; table: () => string } {
  const begun: { step: string; at: number }[] = []
  const minutes = (ms: number) => `${(ms / 60_000).toFixed(1)} min`
  return {
    begin: (step) => begun.push({ step, at: performance.now() }),
    table: () => {
      const end = performance.now()
      const lines = begun.map(({ step, at }, index) => {
        const next = begun[index + 1]?.at ?? end
        return `${step}: ${minutes(next - at)}`
      })
      return [...lines, `in all: ${minutes(end - (begun[0]?.at ?? end))}`].join('\n')
    },
  }
}
