import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { StoredEvent } from '../attempt-event.ts'

const columns = [
  'ord',
  'device_id',
  'device_seq',
  'writer_epoch',
  'type',
  'position',
  'result',
  'reason',
  'event',
  'received_at',
] as const

/** Every event of an attempt in order of arrival. */
export async function listEvents(tx: Tx, attemptId: string): Promise<StoredEvent[]> {
  const rows = await tx
    .selectFrom('attempt_events')
    .select(columns)
    .where('attempt_id', '=', attemptId)
    .orderBy('ord')
    .execute()
  return rows.map((row) => ({ ...row, result: row.result as StoredEvent['result'] }))
}

/** A page of them, of the types asked for. */
export async function listEventPage(
  tx: Tx,
  attemptId: string,
  page: { after: number; limit: number; types: readonly string[] },
): Promise<StoredEvent[]> {
  const rows = await tx
    .selectFrom('attempt_events')
    .select(columns)
    .where('attempt_id', '=', attemptId)
    .where('ord', '>', page.after)
    .$if(page.types.length > 0, (query) => query.where('type', 'in', page.types))
    .orderBy('ord')
    .limit(page.limit)
    .execute()
  return rows.map((row) => ({ ...row, result: row.result as StoredEvent['result'] }))
}

/** Adds the server's own events and moves the attempt's count on. */
export async function insertEvents(
  tx: Tx,
  attempt: { id: string; school_id: string },
  events: readonly StoredEvent[],
): Promise<void> {
  const last = events.at(-1)
  if (!last) return
  await tx
    .insertInto('attempt_events')
    .values(events.map((event) => ({ ...event, attempt_id: attempt.id, school_id: attempt.school_id })))
    .execute()
  await tx
    .updateTable('attempts')
    .set({
      event_count: last.ord,
      kept_event_count: sql`kept_event_count + ${events.length}`,
    })
    .where('id', '=', attempt.id)
    .execute()
}

/** One event of the same kind for each of several ended attempts, in one statement. */
export async function insertReleaseEvents(
  tx: Tx,
  assignmentId: string,
  event: string,
  now: Date,
): Promise<void> {
  await sql`
    with counted as (
      update attempts set event_count = event_count + 1, kept_event_count = kept_event_count + 1
      where assignment_id = ${assignmentId} and status <> 'in_progress'
      returning id, school_id, event_count, writer_epoch
    )
    insert into attempt_events
      (attempt_id, device_id, device_seq, school_id, ord, writer_epoch, type, position, result, reason, event, received_at)
    select id, 'server', event_count, school_id, event_count, writer_epoch, 'released', null, 'accepted', null,
      ${event}, ${now}::timestamptz
    from counted`.execute(tx)
}
