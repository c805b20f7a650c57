import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { EmbeddedDatabase } from './embedded.ts'

const PATIENCE_MS = 10_000

/**
 * The embedded database has one connection, so work waits in line for it. Whoever asks for it from inside a
 * transaction (and so waits for itself) gets a fault that names the statement the holder ran last.
 */
class OneConnectionDriver implements Driver {
  readonly #connection: EmbeddedConnection
  readonly #database: EmbeddedDatabase
  readonly #line: (() => void)[] = []
  #busy = false

  constructor(database: EmbeddedDatabase) {
    this.#database = database
    this.#connection = new EmbeddedConnection(database)
  }

  async init(): Promise<void> {}

  acquireConnection(): Promise<DatabaseConnection> {
    if (!this.#busy) {
      this.#busy = true
      return Promise.resolve(this.#connection)
    }
    return new Promise((resolve, reject) => {
      const serve = () => {
        clearTimeout(timer)
        resolve(this.#connection)
      }
      const lookAgain = () => {
        const rest = PATIENCE_MS - this.#connection.idleMilliseconds
        if (rest > 0) timer = setTimeout(lookAgain, rest)
        else {
          this.#line.splice(this.#line.indexOf(serve), 1)
          reject(waitedForItself(this.#connection.lastStatement))
        }
      }
      let timer = setTimeout(lookAgain, PATIENCE_MS)
      this.#line.push(serve)
    })
  }

  async releaseConnection(): Promise<void> {
    const next = this.#line.shift()
    if (next) next()
    else this.#busy = false
  }

  async beginTransaction(): Promise<void> {
    this.#connection.begin()
  }
  async commitTransaction(): Promise<void> {
    await this.#connection.end('commit')
  }
  async rollbackTransaction(): Promise<void> {
    await this.#connection.end('rollback')
  }
  async destroy(): Promise<void> {
    await this.#database.close()
  }
}

const waitedForItself = (lastStatement: string) =>
  new Error(`Waited ${PATIENCE_MS / 1000} s for the embedded database. Its holder ran last: ${lastStatement}`)

class EmbeddedConnection implements DatabaseConnection {
  readonly #database: EmbeddedDatabase
  lastStatement = '(nothing yet)'
  #lastUse = performance.now()
  #begins = false

  constructor(database: EmbeddedDatabase) {
    this.#database = database
  }

  get idleMilliseconds(): number {
    return performance.now() - this.#lastUse
  }

  /** A transaction begins together with its first statement: one message less for each request. */
  begin(): void {
    this.#begins = true
  }

  async end(statement: 'commit' | 'rollback'): Promise<void> {
    if (this.#begins) this.#begins = false
    else await this.#used(statement, () => this.#database.script(statement))
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const begins = this.#begins
    this.#begins = false
    if (begins && query.parameters.length === 0) {
      const rows = await this.#used(query.sql, () => this.#database.script(`begin; ${query.sql}`))
      return { rows: rows as R[], numAffectedRows: 0n }
    }
    if (begins) await this.#database.script('begin')
    const { rows, affectedRows } = await this.#used(query.sql, () =>
      this.#database.query(query.sql, query.parameters),
    )
    return { rows: rows as R[], numAffectedRows: BigInt(affectedRows) }
  }

  async #used<T>(statement: string, work: () => Promise<T>): Promise<T> {
    this.lastStatement = statement.slice(0, 200)
    this.#lastUse = performance.now()
    const result = await work()
    this.#lastUse = performance.now()
    return result
  }

  // biome-ignore lint/correctness/useYield: the embedded database has no cursors; nothing streams rows here
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('The embedded database does not stream rows. Ask for pages.')
  }
}

export function embeddedDialect(database: EmbeddedDatabase): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new OneConnectionDriver(database),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}
