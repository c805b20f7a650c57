import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Database } from './database.ts'

const folder = new URL('../../migrations/', import.meta.url)

export interface Migration {
  name: string
  script: string
}

/** The migrations of this version in their order; a gap or a doubled number is a fault of the build. */
export function listMigrations(): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort()
  names.forEach((name, index) => {
    if (Number(name.slice(0, 4)) !== index + 1)
      throw new Error(`Migration ${name} should have number ${index + 1}.`)
  })
  return names.map((name) => ({ name, script: readFileSync(new URL(name, folder), 'utf8') }))
}

/** Names of the migrations this database has not seen. */
export async function pendingMigrations(database: Database): Promise<string[]> {
  const done = await appliedMigrations(database)
  return listMigrations()
    .map(({ name }) => name)
    .filter((name) => !done.has(name))
}

/**
 * Brings the schema forward; each file runs whole or not at all. A database of a newer Waymark is refused.
 * Two processes that start together take turns: the second finds nothing left to do.
 */
export async function migrate(
  database: Database,
  now: Date,
  onStep: (name: string) => void = () => {},
): Promise<number> {
  const migrations = listMigrations()
  const known = new Set(migrations.map(({ name }) => name))
  const newer = [...(await appliedMigrations(database))].filter((name) => !known.has(name))
  if (newer.length > 0)
    throw new Error(`This database was used by a newer Waymark (${newer.join(', ')}). Start that version.`)
  let count = 0
  for (const { name, script } of migrations) {
    const ran = await runOnce(database, name, script, now)
    if (ran) {
      count += 1
      onStep(name)
    }
  }
  return count
}

async function appliedMigrations(database: Database): Promise<Set<string>> {
  await database.script(
    'create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null)',
  )
  const { rows } = await database.run('select name from schema_migrations')
  return new Set((rows as { name: string }[]).map(({ name }) => name))
}

async function runOnce(database: Database, name: string, script: string, now: Date): Promise<boolean> {
  return database.kysely.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(7141)`.execute(tx)
    const seen = await sql`select 1 from schema_migrations where name = ${name}`.execute(tx)
    if (seen.rows.length > 0) return false
    for (const statement of splitStatements(script)) await sql.raw(statement).execute(tx)
    await sql`insert into schema_migrations (name, applied_at) values (${name}, ${now})`.execute(tx)
    return true
  })
}

/** Splits a script at the semicolons that end statements: not those in strings, comments or $$ bodies. */
export function splitStatements(script: string): string[] {
  const pieces =
    script.match(/\$\$[\s\S]*?\$\$|'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\/|;|[^;$'/-]+|./g) ?? []
  const statements: string[] = []
  let current = ''
  for (const piece of pieces) {
    if (piece === ';') {
      statements.push(current.trim())
      current = ''
    } else if (!piece.startsWith('--') && !piece.startsWith('/*')) current += piece
  }
  statements.push(current.trim())
  return statements.filter((statement) => statement !== '')
}
