import { sql } from 'kysely'
import { type Machines, makeContext } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { newUuid } from '../ids.ts'
import { takeLease } from '../lease.ts'
import type { Worker } from '../work.ts'

type Handler = Extract<Worker, { on: unknown }>

interface Message {
  id: string
  school_id: string
  topic: string
  key: string
  payload: unknown
  created_at: Date
  tries: number
}

const BATCH = 200
const LEASE_MS = 15_000
const POLL_MS = 1000
const MAX_TRIES = 12

/** Told of every message after it has been delivered; the server-sent-event stream listens. */
export type Listener = (message: Readonly<Message>) => void

/**
 * Carries announcements from the outbox to their handlers: in order of id for each key, once for each
 * consumer. A message whose handler faults is tried again later, and holds back only its own key.
 */
export class Relay {
  readonly #machines: Machines
  readonly #handlers = new Map<string, Handler[]>()
  readonly #listeners = new Set<Listener>()
  readonly #holder: string
  #timer: NodeJS.Timeout | null = null
  #running: Promise<number> | null = null
  #again = false
  #stopped = true

  constructor(machines: Machines, workers: readonly Worker[]) {
    this.#machines = machines
    this.#holder = newUuid(machines.clock.now())
    for (const worker of workers) {
      if (!('on' in worker)) continue
      const handlers = this.#handlers.get(worker.on.name) ?? []
      this.#handlers.set(worker.on.name, [...handlers, worker])
    }
  }

  start(): void {
    this.#stopped = false
    this.wake()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    if (this.#timer) clearTimeout(this.#timer)
    await this.#running
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Something was announced: deliver soon. */
  wake(): void {
    if (this.#stopped) return
    if (this.#running) {
      this.#again = true
      return
    }
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#turn(), 5)
  }

  /** Delivers what waits now; answers how many messages were delivered. */
  async deliver(): Promise<number> {
    const { clock, database } = this.#machines
    const now = clock.now()
    if (!(await takeLease(database, 'relay', this.#holder, now, new Date(now.getTime() + LEASE_MS)))) return 0
    const { rows } = await sql<Message & { next_try_at: Date | null }>`
      select id, school_id, topic, key, payload, created_at, tries, next_try_at from outbox
      where published_at is null and dead_at is null order by id limit ${BATCH}`.execute(database.kysely)
    const held = new Set<string>()
    const delivered: string[] = []
    for (const message of rows) {
      if (held.has(message.key)) continue
      if (message.next_try_at && message.next_try_at > now) {
        held.add(message.key)
        continue
      }
      try {
        await this.#hand(message)
        delivered.push(message.id)
      } catch (fault) {
        held.add(message.key)
        this.#machines.log.error(
          { err: fault, message_id: message.id, topic: message.topic },
          'a message could not be handled',
        )
        await this.#putOff(message, fault)
      }
    }
    if (delivered.length > 0) {
      await sql`update outbox set published_at = ${clock.now()} where id in (${sql.join(delivered)})`.execute(
        database.kysely,
      )
      for (const message of rows)
        if (delivered.includes(message.id)) for (const listen of this.#listeners) listen(message)
    }
    return delivered.length
  }

  async #turn(): Promise<void> {
    this.#again = false
    this.#running = this.deliver().catch((fault: unknown) => {
      if (!this.#stopped) this.#machines.log.error({ err: fault }, 'the relay could not read the outbox')
      return 0
    })
    const delivered = await this.#running
    this.#running = null
    if (this.#stopped) return
    this.#timer = setTimeout(() => void this.#turn(), delivered > 0 || this.#again ? 5 : POLL_MS)
  }

  async #hand(message: Message): Promise<void> {
    for (const handler of this.#handlers.get(message.topic) ?? []) {
      const ctx = makeContext(this.#machines, { requestId: message.id })
      await ctx.schoolTransaction(message.school_id, async (tx) => {
        if (!(await takeMessage(tx, handler.consumer, message.id, ctx.now))) return
        const payload = handler.on.payload.parse(message.payload) as never
        await handler.handle(ctx, tx, payload, {
          messageId: message.id,
          schoolId: message.school_id,
          key: message.key,
          announcedAt: message.created_at,
        })
      })
    }
  }

  async #putOff(message: Message, fault: unknown): Promise<void> {
    const now = this.#machines.clock.now()
    const tries = message.tries + 1
    const wait = Math.min(60_000, 250 * 2 ** tries)
    const kind = fault instanceof Error ? fault.constructor.name : 'unknown'
    await sql`
      update outbox set tries = ${tries}, fault = ${kind},
        next_try_at = ${new Date(now.getTime() + wait)}, dead_at = ${tries >= MAX_TRIES ? now : null}
      where id = ${message.id}`.execute(this.#machines.database.kysely)
  }
}

/** The inbox row of a consumer; false when this consumer has had the message before. */
async function takeMessage(tx: Tx, consumer: string, messageId: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into inbox (consumer, message_id, taken_at) values (${consumer}, ${messageId}, ${now})
    on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}
