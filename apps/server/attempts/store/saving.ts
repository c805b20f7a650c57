import { type Selectable, sql } from 'kysely'
import type { Tables, Tx } from '../../platform/db/database.ts'
import type { StoredEvent } from '../attempt-event.ts'
import type { Response } from '../responses.ts'
import { firstHead } from '../saving/chain.ts'
import { type Device, deviceOf } from './devices.ts'
import { responseOf, responseRow } from './responses.ts'

/*
 * The statements of the save path: one reads what a batch is judged by, one writes all that follows. Lists
 * travel as one JSON parameter, so that the statements' texts, and with them their plans, stay the same.
 */

export interface SavingState {
  device: Device
  known: Map<number, string>
  responses: Map<number, Response>
}

/**
 * Read after the attempt's lock was taken, in a statement of its own: within the locking statement these
 * tables would be seen as they were before the lock was waited for.
 */
export async function readSavingState(
  tx: Tx,
  attemptId: string,
  deviceId: string,
  seqs: readonly number[],
): Promise<SavingState> {
  const { rows } = await sql<{
    device: Selectable<Tables['attempt_devices']> | null
    known: { device_seq: number; event: string }[] | null
    responses:
      | (Omit<Selectable<Tables['responses']>, 'answered_at'> & { answered_at: string | null })[]
      | null
  }>`
    select
      (select to_jsonb(d) from attempt_devices d
        where d.attempt_id = ${attemptId}::uuid and d.device_id = ${deviceId}) as device,
      (select jsonb_agg(jsonb_build_object('device_seq', e.device_seq, 'event', e.event)) from attempt_events e
        where e.attempt_id = ${attemptId}::uuid and e.device_id = ${deviceId}
          and e.device_seq in (select value::int from jsonb_array_elements_text(${JSON.stringify(seqs)}::jsonb)))
        as known,
      (select jsonb_agg(to_jsonb(r)) from responses r where r.attempt_id = ${attemptId}::uuid) as responses`.execute(
    tx,
  )
  const row = rows[0]
  return {
    device: row?.device ? deviceOf(row.device) : strange(attemptId, deviceId),
    known: new Map(row?.known?.map(({ device_seq, event }) => [device_seq, event])),
    responses: new Map(
      row?.responses?.map((response) => [
        response.position,
        responseOf({
          ...response,
          answered_at: response.answered_at === null ? null : new Date(response.answered_at),
        }),
      ]),
    ),
  }
}

/** A device that never became the writer: whatever it sends is kept as invalid. */
const strange = (attemptId: string, deviceId: string): Device => ({
  device_id: deviceId,
  label: '',
  epochs: [],
  arrived: { through: 0, beyond: [] },
  chain_head: firstHead(attemptId, deviceId),
  chain_broken_at: null,
})

/** Canonical texts of a device's stored events from one number to another. */
export async function listEventTexts(
  tx: Tx,
  attemptId: string,
  deviceId: string,
  from: number,
  to: number,
): Promise<Map<number, string>> {
  const rows = await tx
    .selectFrom('attempt_events')
    .select(['device_seq', 'event'])
    .where('attempt_id', '=', attemptId)
    .where('device_id', '=', deviceId)
    .where('device_seq', '>=', from)
    .where('device_seq', '<=', to)
    .execute()
  return new Map(rows.map(({ device_seq, event }) => [device_seq, event]))
}

export interface Batch {
  attempt: { id: string; school_id: string }
  device: Device
  stored: readonly StoredEvent[]
  responses: readonly Response[]
  event_count: number
  now: Date
}

/** Events, responses, the device's line and the attempt's count, in one statement. */
export async function writeBatch(tx: Tx, batch: Batch): Promise<void> {
  const { attempt, device, stored, responses, event_count, now } = batch
  await sql`
    with added as (
      insert into attempt_events
        (attempt_id, school_id, received_at, device_id, device_seq, ord, writer_epoch, type, position, result, reason, event)
      select ${attempt.id}::uuid, ${attempt.school_id}::uuid, ${now}::timestamptz, e.*
      from json_to_recordset(${JSON.stringify(stored)}::json) as e (
        device_id text, device_seq int, ord int, writer_epoch int, type text, position int, result text,
        reason text, event text)
      on conflict do nothing
    ), answered as (
      update responses r set answer = n.answer, answer_device_id = n.answer_device_id,
        answer_epoch = n.answer_epoch, answer_seq = n.answer_seq, answered_at = n.answered_at,
        conflict = n.conflict, flagged = n.flagged
      from json_to_recordset(${JSON.stringify(responses.map(responseRow))}::json) as n (
        position int, answer text, answer_device_id text, answer_epoch int, answer_seq int,
        answered_at timestamptz, conflict text, flagged boolean)
      where r.attempt_id = ${attempt.id}::uuid and r.position = n.position
    ), line as (
      insert into attempt_devices
        (attempt_id, device_id, school_id, label, epochs, accepted_through, beyond, chain_head, chain_broken_at,
         first_seen_at, last_seen_at)
      values (${attempt.id}::uuid, ${device.device_id}, ${attempt.school_id}::uuid, ${device.label},
        ${JSON.stringify(device.epochs)}::jsonb, ${device.arrived.through},
        ${JSON.stringify(device.arrived.beyond)}::jsonb, ${device.chain_head}, ${device.chain_broken_at}::int,
        ${now}::timestamptz, ${now}::timestamptz)
      on conflict (attempt_id, device_id) do update set accepted_through = excluded.accepted_through,
        beyond = excluded.beyond, chain_head = excluded.chain_head, chain_broken_at = excluded.chain_broken_at,
        last_seen_at = excluded.last_seen_at
    )
    update attempts set event_count = ${event_count}, kept_event_count = kept_event_count + ${stored.length},
      last_saved_at = ${now}::timestamptz
    where id = ${attempt.id}::uuid`.execute(tx)
}
