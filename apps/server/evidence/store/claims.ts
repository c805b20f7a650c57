import type { Tx } from '../../platform/db/database.ts'

export interface Claim {
  school_id: string
  event_id: string
  student_id: string
  body_hash: string
  received_at: Date
}

/**
 * Claims events; answers the ids of those nobody had claimed. Of two at once the second waits for the
 * first. Sorted, so that two batches never wait for each other.
 */
export async function insertClaims(tx: Tx, claims: readonly Claim[]): Promise<Set<string>> {
  if (claims.length === 0) return new Set()
  const rows = await tx
    .insertInto('event_claims')
    .values([...claims].sort((a, b) => (a.event_id < b.event_id ? -1 : 1)))
    .onConflict((conflict) => conflict.columns(['school_id', 'event_id']).doNothing())
    .returning('event_id')
    .execute()
  return new Set(rows.map(({ event_id }) => event_id))
}

/** Body hashes by event id of events claimed before. */
export async function mapClaims(tx: Tx, eventIds: readonly string[]): Promise<Map<string, string>> {
  if (eventIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('event_claims')
    .select(['event_id', 'body_hash'])
    .where('event_id', 'in', eventIds)
    .execute()
  return new Map(rows.map(({ event_id, body_hash }) => [event_id, body_hash]))
}
