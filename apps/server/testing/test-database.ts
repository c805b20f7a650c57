import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { readConfig } from '../config.ts'
import { buildHouse } from '../house.ts'
import { type Database, openInMemory, openPostgres } from '../platform/db/database.ts'
import { newUuid } from '../platform/ids.ts'
import { openLog } from '../platform/log.ts'

/** Names of the settings by which one test run's parts find each other. */
export const testSettings = {
  url: 'WAYMARK_TEST_DATABASE_URL',
  snapshot: 'WAYMARK_TEST_SNAPSHOT',
  template: 'WAYMARK_TEST_TEMPLATE',
} as const

interface Prepared {
  snapshot: Uint8Array | null
  template: string | null
  remove(): Promise<void>
}

/** A migrated database with its queues: a snapshot of the embedded one, or a template on the given server. */
export async function prepareDatabase(): Promise<Prepared> {
  const url = process.env[testSettings.url]
  if (!url) {
    const database = await openInMemory()
    const snapshot = await withQueues(database, () => database.embedded?.snapshot() ?? Promise.reject())
    return { snapshot, template: null, remove: async () => {} }
  }
  const template = `waymark_template_${shortName()}`
  await onServer(url, `create database ${template}`)
  await withQueues(openPostgres(withDatabase(url, template)), async () => {})
  return {
    snapshot: null,
    template,
    remove: () => onServer(url, `drop database if exists ${template} with (force)`),
  }
}

async function withQueues<T>(database: Database, then: () => Promise<T>): Promise<T> {
  const house = await buildHouse({
    config: readConfig({ SESSION_SECRET: 'a-secret-of-tests-only-0123456789abcdef' }),
    database,
    log: openLog('silent'),
    files: path.join(tmpdir(), `waymark-files-${shortName()}`),
  })
  await house.jobs.stop()
  const result = await then()
  await house.close()
  return result
}

/** A database of one's own, from the snapshot or the template of this run. */
export async function openTestDatabase(): Promise<Database> {
  const url = process.env[testSettings.url]
  const template = process.env[testSettings.template]
  if (url && template) return openOwnPostgres(url, template)
  const file = process.env[testSettings.snapshot]
  if (!file) throw new Error('Database tests run through vitest: its global setup makes the snapshot.')
  return openInMemory(readFileSync(file))
}

/** A database of one's own on a PostgreSQL server, dropped when it is closed. */
export async function openOwnPostgres(url: string, template = 'template1'): Promise<Database> {
  const name = `waymark_test_${shortName()}`
  await onServer(url, `create database ${name} template ${template}`)
  const database = openPostgres(withDatabase(url, name))
  return {
    ...database,
    close: async () => {
      await database.close()
      await onServer(url, `drop database if exists ${name} with (force)`)
    },
  }
}

const shortName = () => newUuid(new Date()).replaceAll('-', '').slice(8, 26)

const withDatabase = (url: string, name: string) => {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.toString()
}

async function onServer(url: string, statement: string): Promise<void> {
  const server = openPostgres(url)
  try {
    await sql.raw(statement).execute(server.kysely)
  } finally {
    await server.close()
  }
}
