import { sql } from 'kysely'
import type { Database } from './database.ts'

/** By how many milliseconds this machine and the database differ. */
export async function clockSkew({ kysely }: Database): Promise<number> {
  const before = Date.now()
  const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(kysely)
  const middle = (before + Date.now()) / 2
  return Math.abs((rows[0]?.at.getTime() ?? 0) - middle)
}
