import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { CompiledQuery, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { EmbeddedDatabase } from './embedded.ts'
import { embeddedDialect } from './embedded-dialect.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import type { Tables } from './generated/tables.ts'

export type { Tables } from './generated/tables.ts'
export type Tx = Transaction<Tables>

/** One handle for both databases; room code cannot tell which is behind. */
export interface Database {
  kind: 'embedded' | 'postgresql'
  kysely: Kysely<Tables>
  /** Runs one statement outside Kysely (the job queue's own SQL). */
  run(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>
  /** Runs scripts of several statements one after the other on one connection. */
  script(...texts: string[]): Promise<void>
  /** The embedded database only: its thread, for snapshots and counts of syncs. */
  embedded: EmbeddedDatabase | null
  close(): Promise<void>
}

/** The folder was made by another major version of PostgreSQL than this Waymark brings. */
export class OtherMajorVersion extends Error {
  constructor(found: string) {
    super(
      `The data folder was made by PostgreSQL ${found}; this version of Waymark brings PostgreSQL ${EMBEDDED_MAJOR}. Start the version of Waymark that made it, run "waymark backup", then "waymark restore" with this one.`,
    )
  }
}

const EMBEDDED_MAJOR = '18'

/** Opens the embedded database in a folder, held by a lock that names its holder. */
export async function openEmbedded(folder: string): Promise<Database> {
  mkdirSync(folder, { recursive: true })
  const lock = await lockFolder(folder)
  try {
    const data = path.join(folder, 'postgres')
    refuseOtherMajor(data)
    return handle(await EmbeddedDatabase.open({ folder: data }), lock)
  } catch (fault) {
    await lock.release()
    throw fault
  }
}

/** An embedded database in memory, from a snapshot of a migrated one: for tests. */
export async function openInMemory(snapshot?: Uint8Array): Promise<Database> {
  return handle(await EmbeddedDatabase.open(snapshot ? { snapshot } : {}), null)
}

function refuseOtherMajor(data: string): void {
  const file = path.join(data, 'PG_VERSION')
  if (!existsSync(file)) return
  const found = readFileSync(file, 'utf8').trim()
  if (found !== EMBEDDED_MAJOR) throw new OtherMajorVersion(found)
}

function handle(embedded: EmbeddedDatabase, lock: FolderLock | null): Database {
  const kysely = new Kysely<Tables>({ dialect: embeddedDialect(embedded) })
  return {
    kind: 'embedded',
    kysely,
    embedded,
    run: (text, values) =>
      kysely.connection().execute(async (connection) => {
        if (values && values.length > 0) return connection.executeQuery(CompiledQuery.raw(text, [...values]))
        return { rows: await embedded.script(text) }
      }),
    script: (...texts) =>
      kysely.connection().execute(async () => {
        for (const text of texts) await embedded.script(text)
      }),
    close: async () => {
      await kysely.destroy()
      await embedded.close()
      await lock?.release()
    },
  }
}

const INT8 = 20
const DATE = 1082

/** Opens a pool on a PostgreSQL server; numbers and dates are read as the embedded database reads them. */
export function openPostgres(url: string): Database {
  const types = new pg.TypeOverrides()
  types.setTypeParser(INT8, Number)
  types.setTypeParser(DATE, (text) => text)
  const pool = new pg.Pool({ connectionString: url, max: 20, types, application_name: 'waymark' })
  pool.on('error', () => {}) // an idle connection that breaks is replaced at its next use
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    kind: 'postgresql',
    kysely,
    embedded: null,
    run: (text, values) => pool.query(text, values ? [...values] : []),
    script: async (...texts) => {
      const client = await pool.connect()
      try {
        for (const text of texts) await client.query(text)
      } finally {
        client.release(true) // what a script has set is set on this connection only
      }
    },
    close: () => kysely.destroy(),
  }
}
