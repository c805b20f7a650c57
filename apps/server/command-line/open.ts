import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Config, readConfig } from '../config.ts'
import { buildHouse, type House } from '../house.ts'
import { type Database, openEmbedded, openPostgres } from '../platform/db/database.ts'
import { openLog } from '../platform/log.ts'
import { newSecret } from '../platform/secret.ts'

/** The settings, with development secrets generated into the data folder on the first start. */
export function configHere(): Config {
  const environment = { ...process.env }
  const given = readConfig(environment)
  if (given.SESSION_SECRET) return given
  return readConfig({ ...environment, SESSION_SECRET: developmentSecret(given.WAYMARK_DATA) })
}

function developmentSecret(folder: string): string {
  const file = path.join(folder, 'session-secret')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, `${newSecret()}\n`, { mode: 0o600 })
  }
  return readFileSync(file, 'utf8').trim()
}

export const openDatabase = async (config: Config): Promise<Database> =>
  config.DATABASE_URL ? openPostgres(config.DATABASE_URL) : openEmbedded(config.WAYMARK_DATA)

/** The whole house for one command; the caller closes it. */
export async function openHouse(config: Config = configHere()): Promise<House> {
  return buildHouse({
    config,
    database: await openDatabase(config),
    log: openLog(config.WAYMARK_LOG_LEVEL),
    files: path.join(config.WAYMARK_DATA, 'files'),
  })
}

/** Opens the house, works in it, closes it. */
export async function inHouse<T>(work: (house: House) => Promise<T>): Promise<T> {
  const house = await openHouse({ ...configHere(), WAYMARK_LOG_LEVEL: 'warn' })
  try {
    return await work(house)
  } finally {
    await house.close()
  }
}
