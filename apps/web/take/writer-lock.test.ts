import { describe, expect, it } from 'vitest'
import { type Channel, spokenLock } from './writer-lock.ts'

/** Tabs of one browser: what one says all others hear at once. */
function makeBrowser() {
  const tabs = new Set<Channel>()
  return (): Channel => {
    const tab: Channel = {
      onmessage: null,
      postMessage: (data) => {
        for (const other of tabs) if (other !== tab) other.onmessage?.({ data } as MessageEvent)
      },
      close: () => tabs.delete(tab),
    }
    tabs.add(tab)
    return tab
  }
}

const noWait = () => Promise.resolve()

describe('one tab writes', () => {
  it('the first tab gets the lock, a second one does not', async () => {
    const tab = makeBrowser()
    const first = await spokenLock(tab(), () => {}, noWait)
    const second = await spokenLock(tab(), () => {}, noWait)
    expect([first.held, second.held]).toEqual([true, false])
  })

  it('"Continue here" moves it, and the other tab is told', async () => {
    const tab = makeBrowser()
    let told = 0
    const first = await spokenLock(tab(), () => (told += 1), noWait)
    const second = await spokenLock(tab(), () => {}, noWait)
    await second.take()
    expect([first.held, second.held, told]).toEqual([false, true, 1])
  })

  it('a tab that was closed leaves it to the next', async () => {
    const tab = makeBrowser()
    const first = await spokenLock(tab(), () => {}, noWait)
    first.release()
    expect((await spokenLock(tab(), () => {}, noWait)).held).toBe(true)
  })
})
