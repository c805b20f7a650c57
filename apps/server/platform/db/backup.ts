import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
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

/** Schema and rows as SQL text, and what is in it, to check a restore by. */
export interface Dump {
  text: string
  tables: TableCount[]
}

/**
 * Dumps either database. The embedded one has no other user meanwhile; on a server, rows are counted and
 * dumped within one snapshot, so that a school at work does not make the two differ.
 */
export async function dumpDatabase(database: Database, url: string | undefined): Promise<Dump> {
  const { embedded, kysely } = database
  if (embedded) return { tables: await countTables(kysely), text: await embedded.dump() }
  return kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const { rows } = await sql<{ name: string }>`select pg_export_snapshot() as name`.execute(tx)
      return { tables: await countTables(tx), text: await runPgDump(url ?? '', rows[0]?.name ?? '') }
    })
}

/** The password goes by a file for this user alone: arguments can be read by everyone on the machine. */
async function runPgDump(url: string, snapshot: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'waymark-dump-'))
  try {
    const args = ['--inserts', '--rows-per-insert=500', '--no-owner', `--snapshot=${snapshot}`]
    const address = await withPasswordFile(url, path.join(folder, 'password'))
    const { stdout } = await run('pg_dump', [...args, '--dbname', address], { maxBuffer: DUMP_BYTES })
    return stdout
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function withPasswordFile(url: string, file: string): Promise<string> {
  const address = new URL(url)
  if (address.password === '') return url
  const password = decodeURIComponent(address.password).replace(/[\\:]/g, '\\$&')
  await writeFile(file, `*:*:*:*:${password}\n`, { mode: 0o600 })
  address.password = ''
  address.searchParams.set('passfile', file)
  return address.toString()
}

/** True when nothing of Waymark is in the database yet. */
export async function isEmpty(database: Database): Promise<boolean> {
  const { rows } = await database.run(
    "select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p')",
  )
  return rows.length === 0
}

/** Puts a connection back as it was before the settings of a dump. */
const settingsAfter =
  "set standard_conforming_strings = on; select pg_catalog.set_config('search_path', 'public', false)"

/** Runs a dump in an empty database. */
export async function restoreDatabase(database: Database, dump: string): Promise<void> {
  // A script is read as a whole before it runs: the settings, by which texts are read, must have run before.
  const begin = Math.max(0, dump.search(/^(CREATE|ALTER|INSERT) /m))
  const settings = withoutForeignWords(dump.slice(0, begin))
  const rest = dump.slice(begin).replace(/\n\\unrestrict \w+\s*$/, '\n')
  await database.script(rolesScript, settings, rest, settingsAfter)
}

/**
 * Leaves out lines that only newer servers or only psql know. They stand before the first statement that makes
 * something; further on, a line that looks like one is part of what a person wrote.
 */
const withoutForeignWords = (settings: string): string =>
  settings
    .split('\n')
    .filter((line) => !/^(\\|SET transaction_timeout)/.test(line))
    .join('\n')

export interface TableCount {
  table: string
  rows: number
  /** SHA-256 over the rows as text, in their order of text. */
  checksum: string
}

/** Rows and checksum of every table, to compare a restored database with the one it came from. */
export async function countTables(kysely: Database['kysely']): Promise<TableCount[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'leases'
    order by 1`.execute(kysely)
  const counts: TableCount[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ digest: string | null; rows: number }>`
      select count(*) as rows, string_agg(md5(t::text), '' order by md5(t::text)) as digest
      from ${sql.table(name)} t`.execute(kysely)
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
