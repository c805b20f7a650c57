import {
  CompiledQuery,
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

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'))
  }
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
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

  constructor(database: EmbeddedDatabase) {
    this.#database = database
  }

  get idleMilliseconds(): number {
    return performance.now() - this.#lastUse
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    this.lastStatement = query.sql.slice(0, 200)
    this.#lastUse = performance.now()
    const { rows, affectedRows } = await this.#database.query(query.sql, query.parameters)
    this.#lastUse = performance.now()
    return { rows: rows as R[], numAffectedRows: BigInt(affectedRows) }
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
