import { describe, expect, it } from 'vitest'
import { clearAfterMs, makeAnnouncer, type Timer } from './announcer.ts'

function handTimer() {
  let now = 0
  let due: { at: number; run: () => void }[] = []
  const timer: Timer = {
    now: () => now,
    after: (ms, run) => {
      const one = { at: now + ms, run }
      due.push(one)
      return () => {
        due = due.filter((other) => other !== one)
      }
    },
  }
  const pass = (ms: number) => {
    now += ms
    const ready = due.filter(({ at }) => at <= now)
    due = due.filter(({ at }) => at > now)
    for (const { run } of ready) run()
  }
  return { timer, pass }
}

/** What was said, without the clearing between. */
function listener() {
  const said: string[] = []
  return { speak: (text: string) => void (text && said.push(text)), said }
}

describe('the announcer', () => {
  it('speaks the first text at once and then at most one in five seconds, the newest', () => {
    const { speak, said: spoken } = listener()
    const { timer, pass } = handTimer()
    const announcer = makeAnnouncer(speak, 5000, timer)
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
    const { speak, said: spoken } = listener()
    const { timer, pass } = handTimer()
    const announcer = makeAnnouncer(speak, 5000, timer)
    announcer.say('one')
    announcer.say('two')
    announcer.stop()
    pass(60_000)
    expect(spoken).toEqual(['one'])
  })

  it('takes each text out of the page again, and a newer one stays its own time', () => {
    let shown = ''
    const { timer, pass } = handTimer()
    const announcer = makeAnnouncer((text) => (shown = text), 1000, timer)
    announcer.say('one')
    expect(shown).toBe('one')
    pass(clearAfterMs - 1)
    announcer.say('two')
    expect(shown).toBe('two')
    pass(1)
    expect(shown).toBe('two')
    pass(clearAfterMs)
    expect(shown).toBe('')
  })
})
