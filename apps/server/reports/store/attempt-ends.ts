import type { Tx } from '../../platform/db/database.ts'

/** When each of these attempts ended; running ones are left out. */
export async function mapAttemptEnds(tx: Tx, attemptIds: readonly string[]): Promise<Map<string, Date>> {
  if (attemptIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('attempts')
    .select(['id', 'ended_at'])
    .where('id', 'in', attemptIds)
    .execute()
  return new Map(rows.flatMap(({ id, ended_at }) => (ended_at === null ? [] : [[id, ended_at] as const])))
}
