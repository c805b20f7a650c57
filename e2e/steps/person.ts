import type { Locator } from 'playwright-core'

/** How much a person takes in: what a first try needs, or every word. */
export const cares = ['try', 'care'] as const
export type Care = (typeof cares)[number]

const wordsReadInMinute = 240
const wordsTypedInMinute = 50
const lettersInWord = 5
const secondsToFind = 1.2
const secondsToThink = 5
/** To another window, mark, copy, back and insert. */
const secondsToPaste = 4

/** Somebody at a computer. What each act takes a person is not waited for: it is added up. */
export interface Person {
  /** The seconds a person has spent so far. */
  spent: () => number
  /** What of a page is new is read. */
  read: (part: Locator) => Promise<void>
  /** Read by those only who read every word. */
  readWithCare: (part: Locator) => Promise<void>
  press: (control: Locator) => Promise<void>
  type: (field: Locator, text: string) => Promise<void>
  /** Inserts what stands elsewhere already, such as the list of a class. */
  paste: (field: Locator, text: string) => Promise<void>
  /** To judge a question, or to find its answer. */
  think: () => void
  /** As long as so many presses take: for answers that are given by other means. */
  find: (controls: number) => void
  /** As long as this takes to type. */
  write: (text: string) => void
}

/** A person; without a care one who reads nothing. */
export function aPerson(care: Care | null): Person {
  const known = new Set<string>()
  let spent = 0
  const spend = (seconds: number) => {
    spent += seconds
  }
  const read = async (part: Locator) => {
    if (care === null) return
    const fresh = (await part.evaluateAll(textsInSight)).filter((text) => !known.has(text))
    for (const text of fresh) known.add(text)
    spend((fresh.join(' ').split(/\s+/).filter(Boolean).length / wordsReadInMinute) * 60)
  }
  const write = (text: string) => spend((text.length / lettersInWord / wordsTypedInMinute) * 60)
  const find = (controls: number) => spend(controls * secondsToFind)
  return {
    spent: () => spent,
    read,
    readWithCare: async (part) => (care === 'care' ? read(part) : undefined),
    press: async (control) => {
      find(1)
      await control.click()
    },
    type: async (field, text) => {
      find(1)
      write(text)
      await field.fill(text)
    },
    paste: async (field, text) => {
      spend(secondsToPaste)
      await field.fill(text)
    },
    think: () => spend(secondsToThink),
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

/** Takes the time of one step after the other: the person's, and the machine's beside it. */
export function stopwatch(people: () => readonly Person[]): {
  begin: (step: string) => void
  table: () => string
} {
  const begun: { step: string; person: number; machine: number }[] = []
  const look = (step: string) => ({
    step,
    person: people().reduce((sum, person) => sum + person.spent(), 0),
    machine: performance.now() / 1000,
  })
  const line = (from: (typeof begun)[number], to: (typeof begun)[number], step: string) => {
    const [person, machine] = [to.person - from.person, to.machine - from.machine]
    return `${step}: ${minutes(person + machine)} (person ${minutes(person)}, machine ${minutes(machine)})`
  }
  return {
    begin: (step) => begun.push(look(step)),
    table: () => {
      const all = [...begun, look('in all')]
      const lines = begun.map((one, index) => line(one, all[index + 1] ?? one, one.step))
      const [first, last] = [all[0], all.at(-1)]
      return first && last ? [...lines, line(first, last, 'in all')].join('\n') : ''
    },
  }
}

const minutes = (seconds: number) => `${(seconds / 60).toFixed(1)} min`
