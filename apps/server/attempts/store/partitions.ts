import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

/** Makes the partitions of attempt_events from this month on; those that exist stay. */
export async function makePartitions(tx: Tx, now: Date, months: number): Promise<void> {
  await sql`select make_attempt_partitions(${now}::timestamptz, ${months}::int)`.execute(tx)
}

/** Events that found no partition of their month: a sign that partitions were not made ahead. */
export async function countUnplaced(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from attempt_events_default`.execute(tx)
  return rows[0]?.count ?? 0
}
