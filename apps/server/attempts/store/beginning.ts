import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { StoredEvent } from '../attempt-event.ts'
import { firstHead } from '../saving/chain.ts'
import type { NewAttempt } from './attempts.ts'

/**
 * The first rows of an attempt: itself, the writing device, an empty response per question, the event. In one
 * statement, because a class starts in the same second.
 */
export async function insertBeginning(
  tx: Tx,
  attempt: NewAttempt,
  device: { device_id: string; device_label: string },
  started: StoredEvent,
): Promise<void> {
  const { id, school_id, snapshot, started_at } = attempt
  await sql`
    with begun as (
      insert into attempts (id, school_id, assignment_id, quiz_id, student_id, attempt_number, is_preview, status,
        snapshot, snapshot_hash, writer_device_id, writer_epoch, started_at, deadline_at, close_at, event_count,
        kept_event_count)
      values (${id}::uuid, ${school_id}::uuid, ${attempt.assignment_id}::uuid, ${attempt.quiz_id}::uuid,
        ${attempt.student_id}::uuid, ${attempt.attempt_number}, ${attempt.is_preview}, 'in_progress',
        ${JSON.stringify(snapshot)}::jsonb, ${attempt.snapshot_hash}, ${attempt.writer_device_id},
        ${attempt.writer_epoch}, ${started_at}::timestamptz, ${attempt.deadline_at}::timestamptz,
        ${attempt.deadline_at}::timestamptz, ${attempt.event_count}, ${attempt.event_count})
    ), device as (
      insert into attempt_devices (attempt_id, device_id, school_id, label, epochs, chain_head, first_seen_at,
        last_seen_at)
      values (${id}::uuid, ${device.device_id}, ${school_id}::uuid, ${device.device_label}, '[1]',
        ${firstHead(id, device.device_id)}, ${started_at}::timestamptz, ${started_at}::timestamptz)
    ), empty as (
      insert into responses (attempt_id, position, school_id, question_id, question_version_id)
      select ${id}::uuid, q.position, ${school_id}::uuid, q.question_id, q.question_version_id
      from json_to_recordset(${JSON.stringify(snapshot.questions)}::json)
        as q (position int, question_id uuid, question_version_id uuid)
    )
    insert into attempt_events (attempt_id, device_id, device_seq, school_id, ord, writer_epoch, type, position,
      result, reason, event, received_at)
    values (${id}::uuid, ${started.device_id}, ${started.device_seq}, ${school_id}::uuid, ${started.ord},
      ${started.writer_epoch}, ${started.type}, null, ${started.result}, null, ${started.event},
      ${started.received_at}::timestamptz)`.execute(tx)
}
