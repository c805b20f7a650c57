import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import type { Database } from './database.ts'

const run = promisify(execFile)
const DUMP_BYTES = 2 * 1024 ** 3

/** Roles stand beside a dump, not in it; a restore begins with them. */
const rolesScript = `do $$ begin
  if not exists (select from pg_roles where rolname = 'waymark_app') then create role waymark_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'waymark_keeper') then create role waymark_keeper nologin; end if;
  execute format('grant waymark_app, waymark_keeper to %I', current_user);
end $$;`

/** Schema and rows as SQL text, from either database. */
export async function dumpDatabase(database: Database, url: string | undefined): Promise<string> {
  if (database.embedded) return database.embedded.dump()
  const { stdout } = await run(
    'pg_dump',
    ['--inserts', '--rows-per-insert=500', '--no-owner', '--dbname', url ?? ''],
    {
      maxBuffer: DUMP_BYTES,
    },
  )
  return stdout
}

/** True when nothing of Waymark is in the database yet. */
export async function isEmpty(database: Database): Promise<boolean> {
  const { rows } = await database.run(
    "select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p')",
  )
  return rows.length === 0
}

/** Runs a dump in an empty database. Words that only newer servers or only psql know are left out. */
export async function restoreDatabase(database: Database, dump: string): Promise<void> {
  await database.script(rolesScript)
  const readable = dump
    .split('\n')
    .filter((line) => !line.startsWith('\\') && !line.startsWith('SET transaction_timeout'))
    .join('\n')
  await database.script(readable)
  await database.script("select pg_catalog.set_config('search_path', 'public', false)")
}

export interface TableCount {
  table: string
  rows: number
  /** SHA-256 over the rows as text, in their order of text. */
  checksum: string
}

/** Rows and checksum of every table, to compare a restored database with the one it came from. */
export async function countTables(database: Database): Promise<TableCount[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'leases'
    order by 1`.execute(database.kysely)
  const counts: TableCount[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ digest: string | null; rows: number }>`
      select count(*) as rows, string_agg(md5(t::text), '' order by md5(t::text)) as digest
      from ${sql.table(name)} t`.execute(database.kysely)
    const [row] = rows
    counts.push({
      table: name,
      rows: row?.rows ?? 0,
      checksum: createHash('sha256')
        .update(row?.digest ?? '')
        .digest('hex'),
    })
  }
  return counts
}
