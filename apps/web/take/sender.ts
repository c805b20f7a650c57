import type { Timer } from '../ui/announcer.ts'
import { retryDelay } from './queue.ts'

/** What became of one try to send. */
export type Sent =
  | { outcome: 'sent' }
  /** Not reached, or put off; `waitMs` when the server named a time. */
  | { outcome: 'failed'; waitMs?: number }
  /** Nothing can be sent any more by this tab. */
  | { outcome: 'stopped' }

export interface Sender {
  /** Sends after `ms`, or sooner where a sooner send was asked for before. Waits out a pause after a failure. */
  sendIn(ms: number): void
  /** Sends at once, a pause or not: the network came back, or the page is being left. */
  sendNow(): Promise<void>
  stop(): void
}

/**
 * Sends one batch at a time for as long as there is something to send. `sendNext` sends the next batch;
 * null: there is none.
 */
export function makeSender(sendNext: () => Promise<Sent | null>, timer: Timer, chance: () => number): Sender {
  let failures = 0
  let due: { at: number; cancel: () => void } | null = null
  let running: Promise<void> | null = null
  let stopped = false
  let asked = false

  const schedule = (ms: number) => {
    const at = timer.now() + ms
    if (due && due.at <= at) return
    due?.cancel()
    due = { at, cancel: timer.after(ms, () => void run()) }
  }
  const run = (): Promise<void> => {
    due?.cancel()
    due = null
    // Work may arrive in the very moment in which a send found none.
    asked = true
    running ??= sendAll().finally(() => {
      running = null
    })
    return running
  }
  const sendAll = async (): Promise<void> => {
    while (!stopped && asked) {
      asked = false
      const sent = await sendNext()
      if (sent === null) continue
      asked = true
      if (sent.outcome === 'stopped') {
        stopped = true
        return
      }
      if (sent.outcome === 'failed') {
        failures += 1
        asked = false
        schedule(sent.waitMs ?? retryDelay(failures, chance()))
        return
      }
      failures = 0
    }
  }
  return {
    sendIn(ms) {
      if (stopped || (failures > 0 && due)) return
      schedule(ms)
    },
    async sendNow() {
      if (!stopped) await run()
    },
    stop() {
      stopped = true
      due?.cancel()
      due = null
    },
  }
}
