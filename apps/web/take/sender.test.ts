import { describe, expect, it } from 'vitest'
import type { Timer } from '../ui/announcer.ts'
import { makeSender, type Sent } from './sender.ts'

function handTimer() {
  let now = 0
  const due = new Set<{ at: number; run: () => void }>()
  const timer: Timer = {
    now: () => now,
    after(ms, run) {
      const entry = { at: now + ms, run }
      due.add(entry)
      return () => due.delete(entry)
    },
  }
  const settled = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  }
  const pass = async (ms: number) => {
    now += ms
    for (const entry of [...due].filter(({ at }) => at <= now)) {
      due.delete(entry)
      entry.run()
    }
    await settled()
  }
  return { timer, pass, settled, waiting: () => [...due].map(({ at }) => at - now) }
}

function scripted(outcomes: (Sent | null)[]) {
  const times: number[] = []
  return {
    times,
    next: (now: () => number) => async () => {
      times.push(now())
      return outcomes.shift() ?? null
    },
  }
}

const sent: Sent = { outcome: 'sent' }
const failed: Sent = { outcome: 'failed' }

describe('the sender', () => {
  it('sends after the time asked for, sooner when a sooner send is asked for, and then all there is', async () => {
    const { timer, pass } = handTimer()
    const script = scripted([sent, sent, null])
    const sender = makeSender(script.next(timer.now), timer, () => 0.5)
    sender.sendIn(1000)
    sender.sendIn(500)
    sender.sendIn(800)
    await pass(499)
    expect(script.times).toEqual([])
    await pass(1)
    expect(script.times).toEqual([500, 500, 500])
  })

  it('tries again after 1, 2 and 4 seconds, and starts anew at 1 after a success', async () => {
    const { timer, pass } = handTimer()
    const script = scripted([failed, failed, failed, sent, null, failed])
    const sender = makeSender(script.next(timer.now), timer, () => 0.5)
    sender.sendIn(0)
    for (const ms of [0, 1000, 2000, 4000]) await pass(ms)
    expect(script.times).toEqual([0, 1000, 3000, 7000, 7000])
    sender.sendIn(0)
    await pass(0)
    expect(script.times).toHaveLength(6)
    await pass(999)
    expect(script.times).toHaveLength(6)
    await pass(1)
    expect(script.times).toHaveLength(7)
  })

  it('keeps its pause while new work arrives, but sends at once when the network is back', async () => {
    const { timer, pass, settled } = handTimer()
    const script = scripted([failed, sent, null])
    const sender = makeSender(script.next(timer.now), timer, () => 0.5)
    sender.sendIn(0)
    await pass(0)
    sender.sendIn(0)
    await pass(10)
    expect(script.times).toEqual([0])
    void sender.sendNow()
    await settled()
    expect(script.times).toEqual([0, 10, 10])
  })

  it('waits as long as the server asks', async () => {
    const { timer, pass, waiting } = handTimer()
    const script = scripted([{ outcome: 'failed', waitMs: 7000 }])
    makeSender(script.next(timer.now), timer, () => 0.5).sendIn(0)
    await pass(0)
    expect(waiting()).toEqual([7000])
  })

  it('never has two sends under way', async () => {
    const { timer, settled } = handTimer()
    let under = 0
    let most = 0
    let left = 3
    const sender = makeSender(
      async () => {
        under += 1
        most = Math.max(most, under)
        await Promise.resolve()
        under -= 1
        left -= 1
        return left >= 0 ? sent : null
      },
      timer,
      () => 0.5,
    )
    void sender.sendNow()
    void sender.sendNow()
    void sender.sendNow()
    await settled()
    expect(most).toBe(1)
  })

  it('sends nothing after it was stopped, or after the server ended the line', async () => {
    const { timer, pass } = handTimer()
    const script = scripted([{ outcome: 'stopped' }, sent])
    const sender = makeSender(script.next(timer.now), timer, () => 0.5)
    sender.sendIn(0)
    await pass(0)
    sender.sendIn(0)
    await sender.sendNow()
    await pass(60_000)
    expect(script.times).toEqual([0])
  })
})
