import { describe, expect, it } from 'vitest'
import { makeAnnouncer, type Timer } from './announcer.ts'

function handTimer() {
  let now = 0
  let due: { at: number; run: () => void } | null = null
  const timer: Timer = {
    now: () => now,
    after: (ms, run) => {
      due = { at: now + ms, run }
      return () => {
        due = null
      }
    },
  }
  const pass = (ms: number) => {
    now += ms
    const ready = due
    if (ready && ready.at <= now) {
      due = null
      ready.run()
    }
  }
  return { timer, pass }
}

describe('the announcer', () => {
  it('speaks the first text at once and then at most one in five seconds, the newest', () => {
    const spoken: string[] = []
    const { timer, pass } = handTimer()
    const announcer = makeAnnouncer((text) => spoken.push(text), 5000, timer)
    announcer.say('one')
    announcer.say('two')
    pass(1000)
    announcer.say('three')
    expect(spoken).toEqual(['one'])
    pass(4000)
    expect(spoken).toEqual(['one', 'three'])
    pass(2000)
    announcer.say('four')
    expect(spoken).toHaveLength(2)
    pass(3000)
    expect(spoken).toEqual(['one', 'three', 'four'])
  })

  it('says nothing after it was stopped', () => {
    const spoken: string[] = []
    const { timer, pass } = handTimer()
    const announcer = makeAnnouncer((text) => spoken.push(text), 5000, timer)
    announcer.say('one')
    announcer.say('two')
    announcer.stop()
    pass(60_000)
    expect(spoken).toEqual(['one'])
  })
})
