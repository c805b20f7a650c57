import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Machines } from './context.ts'

const DATABASE_PATIENCE_MS = 2000
const FULL_SHARE = 0.9

/** Each dependency's state for GET /ready; without the database, while starting or stopping, nothing is ready. */
export async function readiness(
  { database, config }: Machines,
  state: { started: boolean; stopping: boolean },
): Promise<{ status: 'ready' | 'degraded' | 'not_ready'; dependencies: Record<string, string> }> {
  const [databaseState, disk] = await Promise.all([answers(database.kysely), diskState(config.WAYMARK_DATA)])
  const dependencies = { database: databaseState, cache: 'ok', bus: 'ok', tracer: 'ok', disk }
  if (!state.started || state.stopping || databaseState === 'down')
    return { status: 'not_ready', dependencies }
  return { status: disk === 'ok' ? 'ready' : 'degraded', dependencies }
}

async function answers(kysely: Machines['database']['kysely']): Promise<'ok' | 'down'> {
  const late = new Promise<'down'>((resolve) =>
    setTimeout(() => resolve('down'), DATABASE_PATIENCE_MS).unref(),
  )
  const asked = sql`select 1`.execute(kysely).then(
    () => 'ok' as const,
    () => 'down' as const,
  )
  return Promise.race([asked, late])
}

async function diskState(folder: string): Promise<'ok' | 'degraded'> {
  const facts = await statfs(folder).catch(() => null)
  if (!facts || facts.blocks === 0) return 'ok'
  return 1 - facts.bavail / facts.blocks < FULL_SHARE ? 'ok' : 'degraded'
}
