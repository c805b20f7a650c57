import { type Config, ConfigFault } from '../config.ts'
import { verifyAudit } from '../people/index.ts'
import { makeContext } from '../platform/context.ts'
import { countTables } from '../platform/db/backup.ts'
import type { Database } from '../platform/db/database.ts'
import { pendingMigrations } from '../platform/db/migrate.ts'
import { checkClock, checkDisk, checkPort, checkVersion, type Finding, mendOf } from './doctor-checks.ts'
import { configHere, inHouse, openDatabase } from './open.ts'
import type { Answer } from './speech.ts'

/** What may be out of order while the data can still be read. */
const besideTheData: readonly string[] = ['port', 'disk']

/** `waymark doctor`: names each problem and its mend. */
export async function doctorCommand({ data }: { data?: boolean }): Promise<Answer> {
  const findings: Finding[] = []
  const config = readSettings(findings)
  if (config) {
    findings.push(await checkPort(config), await checkDisk(config))
    await checkDatabase(config, findings)
    if (data && findings.every(({ ok, check }) => ok || besideTheData.includes(check)))
      await recount(findings)
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
