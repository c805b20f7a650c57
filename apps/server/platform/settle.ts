import type { Relay } from './events/relay.ts'
import type { Jobs } from './jobs/boss.ts'
import type { Worker } from './work.ts'

const MOST_ROUNDS = 500

/** Delivers, works and delivers again until nothing is left to do: for the sample school and for tests. */
export async function settle(house: { relay: Relay; jobs: Jobs; workers: readonly Worker[] }): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const delivered = await house.relay.deliver()
    const done = await house.jobs.runWaiting(house.workers)
    if (delivered + done === 0) return
  }
  throw new Error('The house does not come to rest: a handler announces what it handles, or keeps failing.')
}
