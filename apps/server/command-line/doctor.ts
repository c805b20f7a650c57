import { statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { sql } from 'kysely'
import { type Config, ConfigFault } from '../config.ts'
import { verifyAudit } from '../people/index.ts'
import { makeContext } from '../platform/context.ts'
import { countTables } from '../platform/db/backup.ts'
import { clockSkew } from '../platform/db/clock-skew.ts'
import type { Database } from '../platform/db/database.ts'
import { FolderInUse } from '../platform/db/folder-lock.ts'
import { pendingMigrations } from '../platform/db/migrate.ts'
import { configHere, inHouse, openDatabase } from './open.ts'
import type { Answer } from './speech.ts'

interface Finding {
  check: string
  ok: boolean
  says: string
}

const FULL_SHARE = 0.8
const CLOCK_SKEW_MS = 60_000
const OLDEST_POSTGRES = 15

/** `waymark doctor`: names each problem and its mend. */
export async function doctorCommand({ data }: { data?: boolean }): Promise<Answer> {
  const findings: Finding[] = []
  const config = readSettings(findings)
  if (config) {
    findings.push(await checkPort(config), await checkDisk(config))
    await checkDatabase(config, findings)
    if (data && findings.every(({ ok }) => ok)) await recount(findings)
  }
  const failed = findings.some(({ ok }) => !ok)
  const lines = findings.map(({ check, ok, says }) => `${ok ? 'ok  ' : 'MEND'}  ${check}: ${says}`)
  return { sentence: lines.join('\n'), facts: { findings }, failed }
}

function readSettings(findings: Finding[]): Config | null {
  try {
    const config = configHere()
    findings.push({ check: 'settings', ok: true, says: 'all readable' })
    return config
  } catch (fault) {
    const problems = fault instanceof ConfigFault ? fault.problems : [String(fault)]
    for (const says of problems) findings.push({ check: 'settings', ok: false, says })
    return null
  }
}

function checkPort({ host, port }: Config): Promise<Finding> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () =>
      resolve({
        check: 'port',
        ok: false,
        says: `Port ${port} is taken. Stop the other program, or set PORT to another number.`,
      }),
    )
    probe.listen(port, host, () =>
      probe.close(() => resolve({ check: 'port', ok: true, says: `${port} is free` })),
    )
  })
}

async function checkDisk({ WAYMARK_DATA }: Config): Promise<Finding> {
  const facts = await statfs(WAYMARK_DATA).catch(() => statfs('.'))
  const share = facts.blocks === 0 ? 0 : 1 - facts.bavail / facts.blocks
  const percent = Math.round(share * 100)
  return share < FULL_SHARE
    ? { check: 'disk', ok: true, says: `${percent}% used` }
    : {
        check: 'disk',
        ok: false,
        says: `The disk is ${percent}% full. Free some space or move WAYMARK_DATA.`,
      }
}

async function checkDatabase(config: Config, findings: Finding[]): Promise<void> {
  let database: Database | null = null
  try {
    database = await openDatabase(config)
    findings.push(await checkVersion(database), await checkClock(database))
    const pending = await pendingMigrations(database)
    findings.push({
      check: 'schema',
      ok: true,
      says: pending.length === 0 ? 'up to date' : `${pending.length} migrations run at the next start`,
    })
  } catch (fault) {
    findings.push({ check: 'database', ok: false, says: mendOf(fault, config) })
  } finally {
    await database?.close().catch(() => undefined)
  }
}

async function checkVersion(database: Database): Promise<Finding> {
  const { rows } = await sql<{ version: string; citext: boolean }>`
    select current_setting('server_version_num') as version,
      exists (select from pg_available_extensions where name = 'citext') as citext`.execute(database.kysely)
  const major = Math.floor(Number(rows[0]?.version ?? 0) / 10_000)
  if (major < OLDEST_POSTGRES)
    return {
      check: 'database',
      ok: false,
      says: `PostgreSQL ${major} is too old. Use ${OLDEST_POSTGRES} or newer.`,
    }
  if (!rows[0]?.citext)
    return {
      check: 'database',
      ok: false,
      says: 'The extension citext is missing. Install the contrib package of PostgreSQL.',
    }
  return { check: 'database', ok: true, says: `PostgreSQL ${major}` }
}

async function checkClock(database: Database): Promise<Finding> {
  const skew = await clockSkew(database)
  return skew < CLOCK_SKEW_MS
    ? { check: 'clock', ok: true, says: 'agrees with the database' }
    : {
        check: 'clock',
        ok: false,
        says: `This machine and the database differ by ${Math.round(skew / 1000)} s. Switch on network time on both.`,
      }
}

function mendOf(fault: unknown, config: Config): string {
  if (fault instanceof FolderInUse) return fault.message
  const { code, message } = fault as { code?: string; message: string }
  if (code === '28P01' || code === '28000')
    return 'The database refuses the name or password in DATABASE_URL. Correct them.'
  if (code === '3D000') return 'The database named in DATABASE_URL does not exist. Create it with createdb.'
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return 'No database answers at the address in DATABASE_URL. Start PostgreSQL or correct the address.'
  return config.embedded ? message : `The database cannot be opened: ${message}`
}

async function recount(findings: Finding[]): Promise<void> {
  await inHouse(async (house) => {
    const tables = await countTables(house.machines.database.kysely)
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    findings.push({
      check: 'data',
      ok: true,
      says: `${rows} rows in ${tables.length} tables, every table read`,
    })
    const audit = await verifyAudit(makeContext(house.machines))
    findings.push(
      audit.broken
        ? { check: 'audit', ok: false, says: `The chain is broken at row ${audit.broken.id}.` }
        : { check: 'audit', ok: true, says: `${audit.rows} rows, every link holds` },
    )
  })
}
