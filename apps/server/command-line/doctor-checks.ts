import { statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { sql } from 'kysely'
import type { Config } from '../config.ts'
import { clockSkew } from '../platform/db/clock-skew.ts'
import type { Database } from '../platform/db/database.ts'
import { FolderInUse } from '../platform/db/folder-lock.ts'

/** What one look found; `says` names a problem and its mend. */
export interface Finding {
  check: string
  ok: boolean
  says: string
}

const FULL_SHARE = 0.8
const CLOCK_SKEW_MS = 60_000
const OLDEST_POSTGRES = 15

export function checkPort({ host, port }: Pick<Config, 'host' | 'port'>): Promise<Finding> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve({ check: 'port', ok: false, says: whyNotListen(code, host, port) }),
    )
    probe.listen(port, host, () =>
      probe.close(() => resolve({ check: 'port', ok: true, says: `${port} is free` })),
    )
  })
}

function whyNotListen(code: string | undefined, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Stop the other program, or set PORT to another number.`
  if (code === 'EACCES') return `Port ${port} is kept for the system. Set PORT to 1024 or higher.`
  return `This machine cannot listen at ${host} (${code}). Set HOST to an address of its own, or leave it out.`
}

export async function checkDisk({ WAYMARK_DATA }: Pick<Config, 'WAYMARK_DATA'>): Promise<Finding> {
  const { blocks, bavail } = await statfs(WAYMARK_DATA).catch(() => statfs('.'))
  return judgeDisk(blocks === 0 ? 0 : 1 - bavail / blocks)
}

/** `share` of the disk is used, 0–1. */
export function judgeDisk(share: number): Finding {
  const percent = Math.round(share * 100)
  return share < FULL_SHARE
    ? { check: 'disk', ok: true, says: `${percent}% used` }
    : {
        check: 'disk',
        ok: false,
        says: `The disk is ${percent}% full. Free some space or move WAYMARK_DATA.`,
      }
}

export async function checkVersion(database: Database): Promise<Finding> {
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

export async function checkClock(database: Database): Promise<Finding> {
  const skew = await clockSkew(database)
  return skew < CLOCK_SKEW_MS
    ? { check: 'clock', ok: true, says: 'agrees with the database' }
    : {
        check: 'clock',
        ok: false,
        says: `This machine and the database differ by ${Math.round(skew / 1000)} s. Switch on network time on both.`,
      }
}

/** Why the database cannot be opened, and what to do. */
export function mendOf(fault: unknown, config: Pick<Config, 'embedded'>): string {
  if (fault instanceof FolderInUse) return fault.message
  const { code, message } = fault as { code?: string; message: string }
  if (code === '28P01' || code === '28000')
    return 'The database refuses the name or password in DATABASE_URL. Correct them.'
  if (code === '3D000') return 'The database named in DATABASE_URL does not exist. Create it with createdb.'
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return 'No database answers at the address in DATABASE_URL. Start PostgreSQL or correct the address.'
  return config.embedded ? message : `The database cannot be opened: ${message}`
}
