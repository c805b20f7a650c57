import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { LineEvent } from '../saving/superfluous.ts'

/** Attempts with more events than that, saved to since they were last thinned. Of every school. */
export async function listCrowded(
  tx: Tx,
  most: number,
  limit: number,
): Promise<{ id: string; school_id: string }[]> {
  return tx
    .selectFrom('attempts')
    .select(['id', 'school_id'])
    .where('kept_event_count', '>', most)
    .where((where) =>
      where.or([where('thinned_at', 'is', null), where('last_saved_at', '>', where.ref('thinned_at'))]),
    )
    .orderBy('last_saved_at')
    .limit(limit)
    .execute()
}

/** The devices' own events as far as their lines have arrived without a gap. Locks the attempt. */
export async function listAnswerTimes(tx: Tx, attemptId: string): Promise<LineEvent[]> {
  await tx.selectFrom('attempts').select('id').where('id', '=', attemptId).forUpdate().execute()
  return tx
    .selectFrom('attempt_events as e')
    .innerJoin('attempt_devices as d', (on) =>
      on.onRef('d.attempt_id', '=', 'e.attempt_id').onRef('d.device_id', '=', 'e.device_id'),
    )
    .select([
      'e.ord',
      'e.device_id',
      'e.device_seq',
      'e.type',
      'e.position',
      'e.writer_epoch',
      'e.result',
      'e.received_at',
    ])
    .where('e.attempt_id', '=', attemptId)
    .whereRef('e.device_seq', '<=', 'd.accepted_through')
    .execute()
}

/** As the keeper inside the attempt's school: no other role may delete from an append-only table. */
export async function deleteEvents(
  tx: Tx,
  attempt: { id: string; school_id: string },
  ords: readonly number[],
): Promise<void> {
  await sql`select set_config('role', 'waymark_keeper', true),
    set_config('waymark.school', ${attempt.school_id}, true)`.execute(tx)
  await sql`
    delete from attempt_events where attempt_id = ${attempt.id}::uuid
      and ord in (select value::int from jsonb_array_elements_text(${JSON.stringify(ords)}::jsonb))`.execute(
    tx,
  )
  await sql`reset role`.execute(tx)
}

export async function updateKeptCount(tx: Tx, attemptId: string, gone: number, now: Date): Promise<void> {
  await tx
    .updateTable('attempts')
    .set({ kept_event_count: sql`kept_event_count - ${gone}`, thinned_at: now })
    .where('id', '=', attemptId)
    .execute()
}
