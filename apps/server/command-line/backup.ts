import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { machineClock } from '../platform/clock.ts'
import {
  countTables,
  dumpDatabase,
  isEmpty,
  restoreDatabase,
  type TableCount,
} from '../platform/db/backup.ts'
import { migrate } from '../platform/db/migrate.ts'
import { version } from '../platform/version.ts'
import { configHere, openDatabase } from './open.ts'
import { type Answer, CommandFault, sayProgress } from './speech.ts'

interface Manifest {
  format: 1
  waymark_version: string
  made_at: string
  sha256: string
  tables: TableCount[]
  files: number
}

const dumpName = 'database.sql.gz'
const manifestName = 'manifest.json'
const secretName = 'session-secret'

/** `waymark backup <folder>`: dump, files, and a manifest to check a restore by. */
export async function backupCommand(folder: string): Promise<Answer> {
  const config = configHere()
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new CommandFault(`${folder} is not empty. Name an empty or a new folder.`)
  const database = await openDatabase(config)
  try {
    sayProgress('Reading the database …')
    const { tables, text } = await dumpDatabase(database, config.DATABASE_URL)
    const packed = await promisify(gzip)(text)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(path.join(folder, dumpName), packed, { mode: 0o600 })
    copyIfThere(path.join(config.WAYMARK_DATA, 'files'), path.join(folder, 'files'))
    const files = countFiles(path.join(folder, 'files'))
    copyIfThere(path.join(config.WAYMARK_DATA, secretName), path.join(folder, secretName))
    const manifest: Manifest = {
      format: 1,
      waymark_version: version,
      made_at: machineClock().now().toISOString(),
      sha256: createHash('sha256').update(packed).digest('hex'),
      tables,
      files,
    }
    writeFileSync(path.join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    return {
      sentence: `Backed up ${rows} rows of ${tables.length} tables and ${files} files to ${folder}. Keep it where only you can read it.`,
      facts: { folder, rows, tables: tables.length, files },
    }
  } finally {
    await database.close()
  }
}

/** `waymark restore <folder>`: into an empty place only, then counts and checksums are compared. */
export async function restoreCommand(folder: string): Promise<Answer> {
  const config = configHere()
  const manifest = readManifest(folder)
  const packed = readFileSync(path.join(folder, dumpName))
  if (createHash('sha256').update(packed).digest('hex') !== manifest.sha256)
    throw new CommandFault(
      `${dumpName} is damaged: its checksum differs from the manifest's. Use another backup.`,
    )
  const database = await openDatabase(config)
  try {
    if (!(await isEmpty(database)))
      throw new CommandFault(
        'There is data here already. Restore into an empty database, or an empty folder named by WAYMARK_DATA.',
      )
    sayProgress('Restoring the database …')
    await restoreDatabase(database, (await promisify(gunzip)(packed)).toString('utf8'))
    const different = compare(manifest.tables, await countTables(database.kysely))
    if (different.length > 0)
      throw new CommandFault(`These tables differ from the backup: ${different.join(', ')}.`)
    await migrate(database, machineClock().now(), (name) => sayProgress(`Ran ${name}`))
    copyIfThere(path.join(folder, 'files'), path.join(config.WAYMARK_DATA, 'files'))
    copyIfThere(path.join(folder, secretName), path.join(config.WAYMARK_DATA, secretName))
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    return {
      sentence: `Restored ${rows} rows; counts and checksums agree.`,
      facts: { rows, tables: manifest.tables.length },
    }
  } finally {
    await database.close()
  }
}

function readManifest(folder: string): Manifest {
  const file = path.join(folder, manifestName)
  if (!existsSync(file)) throw new CommandFault(`${folder} holds no backup: there is no ${manifestName}.`)
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest
}

function compare(expected: readonly TableCount[], found: readonly TableCount[]): string[] {
  const now = new Map(found.map((count) => [count.table, count]))
  return expected
    .filter(
      ({ table, rows, checksum }) => now.get(table)?.rows !== rows || now.get(table)?.checksum !== checksum,
    )
    .map(({ table }) => table)
}

function copyIfThere(from: string, to: string): void {
  if (existsSync(from)) cpSync(from, to, { recursive: true })
}

const countFiles = (folder: string): number => (existsSync(folder) ? readdirSync(folder).length : 0)
