import { type Machines, makeContext } from './context.ts'
import { newUuid } from './ids.ts'
import { takeLease } from './lease.ts'
import type { Worker } from './work.ts'

type Timed = Extract<Worker, { every: string }>

/** Runs what rooms do on a timetable; each entry in one process at a time, never twice at once. */
export class Timetable {
  readonly #machines: Machines
  readonly #entries: Timed[]
  readonly #holder: string
  readonly #timers = new Map<string, NodeJS.Timeout>()
  readonly #running = new Set<Promise<void>>()
  #stopped = true

  constructor(machines: Machines, workers: readonly Worker[]) {
    this.#machines = machines
    this.#entries = workers.filter((worker): worker is Timed => 'every' in worker)
    this.#holder = newUuid(machines.clock.now())
  }

  start(): void {
    this.#stopped = false
    for (const entry of this.#entries) this.#plan(entry, Math.min(1000, entry.seconds * 1000))
  }

  async stop(): Promise<void> {
    this.#stopped = true
    for (const timer of this.#timers.values()) clearTimeout(timer)
    await Promise.all(this.#running)
  }

  /** Does every entry once, now: for tests and the command line. */
  async runAll(): Promise<void> {
    for (const entry of this.#entries) await entry.handle(makeContext(this.#machines))
  }

  #plan(entry: Timed, wait: number): void {
    if (this.#stopped) return
    const timer = setTimeout(() => {
      const run = this.#run(entry).finally(() => {
        this.#running.delete(run)
        this.#plan(entry, entry.seconds * 1000)
      })
      this.#running.add(run)
    }, wait)
    this.#timers.set(entry.every, timer)
  }

  async #run(entry: Timed): Promise<void> {
    const { clock, database, log } = this.#machines
    try {
      const now = clock.now()
      const until = new Date(now.getTime() + Math.max(5, entry.seconds * 3) * 1000)
      if (await takeLease(database, `every/${entry.every}`, this.#holder, now, until))
        await entry.handle(makeContext(this.#machines))
    } catch (fault) {
      if (!this.#stopped) log.error({ err: fault, entry: entry.every }, 'a timed task failed')
    }
  }
}
