import { Worker } from 'node:worker_threads'
import type { FromWorker, ToWorker, WorkerStart } from './embedded-messages.ts'

/** A fault of the database, with PostgreSQL's own code, as `pg` raises it. */
export class DatabaseFault extends Error {
  readonly code: string | undefined
  readonly constraint: string | undefined
  readonly table: string | undefined
  constructor(fault: NonNullable<FromWorker['fault']>) {
    super(fault.message)
    this.code = fault.code
    this.constraint = fault.constraint
    this.table = fault.table
  }
}

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
type Ask = Without<ToWorker, 'id'>

/** The embedded database seen from the web server's thread: one connection, asked one thing at a time. */
export class EmbeddedDatabase {
  readonly #worker: Worker
  readonly #waiting = new Map<
    number,
    { resolve: (reply: FromWorker) => void; reject: (fault: Error) => void }
  >()
  #lastId = 0
  #closed = false

  static async open(start: WorkerStart): Promise<EmbeddedDatabase> {
    const database = new EmbeddedDatabase(start)
    await database.#reply(0)
    return database
  }

  private constructor(start: WorkerStart) {
    this.#worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: start })
    this.#worker.on('message', (reply: FromWorker) => this.#settle(reply))
    this.#worker.on('error', (fault) => this.#failAll(fault))
    this.#worker.on('exit', () => this.#failAll(new Error('The embedded database has stopped.')))
  }

  async query(sql: string, parameters: readonly unknown[] = []): Promise<FromWorker> {
    return this.#ask({ kind: 'query', sql, parameters: [...parameters] })
  }

  /** Runs several statements at once, without parameters. */
  async script(sql: string): Promise<unknown[]> {
    return (await this.#ask({ kind: 'script', sql })).rows
  }

  /** The whole data folder as a tar file, to begin a further database from. */
  async snapshot(): Promise<Uint8Array> {
    const { snapshot } = await this.#ask({ kind: 'snapshot' })
    if (!snapshot) throw new Error('The embedded database gave no snapshot.')
    return snapshot
  }

  /** Schema and rows as SQL text, consistent at one instant. */
  async dump(): Promise<string> {
    const { dump } = await this.#ask({ kind: 'dump' })
    if (dump === undefined) throw new Error('The embedded database gave no dump.')
    return dump
  }

  /** How many times a write was carried to the disk since the start. */
  async syncs(): Promise<number> {
    const [row] = (await this.#ask({ kind: 'syncs' })).rows as { syncs: number }[]
    return row?.syncs ?? 0
  }

  async close(): Promise<void> {
    if (this.#closed) return
    await this.#ask({ kind: 'close' })
    this.#closed = true
    await this.#worker.terminate()
  }

  #ask(ask: Ask): Promise<FromWorker> {
    if (this.#closed) return Promise.reject(new Error('The embedded database is closed.'))
    this.#lastId += 1
    const reply = this.#reply(this.#lastId)
    this.#worker.postMessage({ id: this.#lastId, ...ask })
    return reply
  }

  #reply(id: number): Promise<FromWorker> {
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
  }

  #settle(reply: FromWorker): void {
    const waiter = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    if (reply.fault) waiter?.reject(new DatabaseFault(reply.fault))
    else waiter?.resolve(reply)
  }

  #failAll(fault: Error): void {
    this.#closed = true
    for (const { reject } of this.#waiting.values()) reject(fault)
    this.#waiting.clear()
  }
}
