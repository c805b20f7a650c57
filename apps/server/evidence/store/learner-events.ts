import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { json } from '../../platform/db/json.ts'
import type { EventActor, LearningEvent } from '../learning-event.ts'

export async function insertEvents(
  tx: Tx,
  events: readonly LearningEvent[],
  facts: { schoolId: string; actor: EventActor; now: Date },
): Promise<void> {
  if (events.length === 0) return
  await tx
    .insertInto('learner_events')
    .values(
      events.map(({ occurred_at, data, ...fields }) => ({
        ...fields,
        event_timestamp: occurred_at,
        event_data: json(data),
        school_id: facts.schoolId,
        actor_type: facts.actor.type,
        actor_id: facts.actor.id,
        received_at: facts.now,
      })),
    )
    .execute()
}

/** The login role's: makes this month's partition and the next three. Answers how many rows moved in. */
export async function makePartitions(tx: Tx, now: Date): Promise<number> {
  const { rows } = await sql<{ moved: number }>`
    select make_learner_event_partitions(${now}, 4) as moved`.execute(tx)
  return rows[0]?.moved ?? 0
}

/** The login role's: rows that no month's partition takes. */
export async function countStrays(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from learner_events_default`.execute(tx)
  return rows[0]?.count ?? 0
}
