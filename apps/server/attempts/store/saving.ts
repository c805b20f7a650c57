import { type Selectable, sql } from 'kysely'
import type { Tables, Tx } from '../../platform/db/database.ts'
import type { StoredEvent } from '../attempt-event.ts'
import type { Response } from '../responses.ts'
import { firstHead } from '../saving/chain.ts'
import type { AttemptRecord } from './attempts.ts'
import { type Device, deviceOf } from './devices.ts'
import { listKnownAttempts } from './known-attempts.ts'
import { responseOf, responseRow } from './responses.ts'

/*
 * The statements of the save path. Each works for a whole group of attempts: one locks them, one reads what
 * their batches are judged by, one writes all that follows. Lists travel as one JSON parameter, so that the
 * statements' texts stay the same.
 */

/** What of an attempt a save needs. */
export type SavingAttempt = Pick<
  AttemptRecord,
  'id' | 'school_id' | 'student_id' | 'status' | 'snapshot' | 'writer_epoch' | 'deadline_at' | 'event_count'
>

/** Attempts held for writing; in the order of their ids, so that two groups never wait for each other. */
export async function lockAttempts(tx: Tx, ids: readonly string[]): Promise<Map<string, SavingAttempt>> {
  const rows = await tx
    .selectFrom('attempts')
    .select(['id', 'school_id', 'student_id', 'status', 'writer_epoch', 'deadline_at', 'event_count'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  const known = await listKnownAttempts(
    tx,
    rows.map(({ id }) => id),
  )
  return new Map(
    rows.flatMap((row) => {
      const snapshot = known.get(row.id)?.snapshot
      return snapshot ? [[row.id, { ...row, status: row.status as SavingAttempt['status'], snapshot }]] : []
    }),
  )
}

/** Whose batch it is, and which questions it speaks of. */
export interface Sender {
  attempt_id: string
  device_id: string
  positions: readonly number[]
}

export interface SavingState {
  device: Device
  responses: Map<number, Response>
}

type JsonResponse = Omit<Selectable<Tables['responses']>, 'answered_at'> & { answered_at: string | null }

/**
 * What batches are judged by, in the order of the senders. Read after the locks were taken, in a statement of
 * its own: within the locking statement these tables would be seen as they were before the locks were waited for.
 */
export async function readSavingStates(tx: Tx, senders: readonly Sender[]): Promise<SavingState[]> {
  const { rows } = await sql<{
    device: Selectable<Tables['attempt_devices']> | null
    responses: JsonResponse[] | null
  }>`
    select
      (select to_jsonb(d) from attempt_devices d
        where d.attempt_id = s.attempt_id and d.device_id = s.device_id) as device,
      (select jsonb_agg(to_jsonb(r)) from responses r
        where r.attempt_id = s.attempt_id and r.position = any (s.positions)) as responses
    from json_to_recordset(${JSON.stringify(senders.map((sender, place) => ({ ...sender, place })))}::json)
      as s (place int, attempt_id uuid, device_id text, positions int[])
    order by s.place`.execute(tx)
  return senders.map(({ attempt_id, device_id }, place) => {
    const row = rows[place]
    const responses = row?.responses?.map(fromJson) ?? []
    return {
      device: row?.device ? deviceOf(row.device) : strange(attempt_id, device_id),
      responses: new Map(responses.map((response) => [response.position, response])),
    }
  })
}

const fromJson = (response: JsonResponse): Response =>
  responseOf({
    ...response,
    answered_at: response.answered_at === null ? null : new Date(response.answered_at),
  })

/** A device that never became the writer: whatever it sends is kept as invalid. */
const strange = (attemptId: string, deviceId: string): Device => ({
  device_id: deviceId,
  label: '',
  epochs: [],
  arrived: { through: 0, beyond: [] },
  chain_head: firstHead(attemptId, deviceId),
  chain_broken_from: null,
})

/** Canonical texts of a device's stored events by number. */
export async function listEventTexts(
  tx: Tx,
  attemptId: string,
  deviceId: string,
  seqs: readonly number[],
): Promise<Map<number, string>> {
  if (seqs.length === 0) return new Map()
  const rows = await tx
    .selectFrom('attempt_events')
    .select(['device_seq', 'event'])
    .where('attempt_id', '=', attemptId)
    .where('device_id', '=', deviceId)
    .where('device_seq', 'in', seqs)
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

/** Events, responses, the devices' lines and the attempts' counts, in one statement. */
export async function writeBatches(tx: Tx, batches: readonly Batch[]): Promise<void> {
  const events = batches.flatMap(({ attempt, stored }) =>
    stored.map((event) => ({ ...event, attempt_id: attempt.id, school_id: attempt.school_id })),
  )
  const responses = batches.flatMap(({ attempt, responses: changed }) =>
    changed.map((response) => ({ ...responseRow(response), attempt_id: attempt.id })),
  )
  const lines = batches.map(({ attempt, device, stored, event_count, now }) => ({
    attempt_id: attempt.id,
    school_id: attempt.school_id,
    device_id: device.device_id,
    label: device.label,
    epochs: device.epochs,
    accepted_through: device.arrived.through,
    beyond: device.arrived.beyond,
    chain_head: device.chain_head,
    chain_broken_from: device.chain_broken_from,
    seen_at: now,
    event_count,
    added: stored.length,
  }))
  await sql`
    with added as (
      insert into attempt_events
        (attempt_id, school_id, device_id, device_seq, ord, writer_epoch, type, position, result, reason, event, received_at)
      select * from json_to_recordset(${JSON.stringify(events)}::json) as e (
        attempt_id uuid, school_id uuid, device_id text, device_seq int, ord int, writer_epoch int, type text,
        position int, result text, reason text, event text, received_at timestamptz)
      on conflict do nothing
    ), answered as (
      update responses r set answer = n.answer, answer_device_id = n.answer_device_id,
        answer_epoch = n.answer_epoch, answer_seq = n.answer_seq, answered_at = n.answered_at,
        conflict = n.conflict, flagged = n.flagged
      from json_to_recordset(${JSON.stringify(responses)}::json) as n (
        attempt_id uuid, position int, answer text, answer_device_id text, answer_epoch int, answer_seq int,
        answered_at timestamptz, conflict text, flagged boolean)
      where r.attempt_id = n.attempt_id and r.position = n.position
    ), lines as (
      select * from json_to_recordset(${JSON.stringify(lines)}::json) as l (
        attempt_id uuid, school_id uuid, device_id text, label text, epochs jsonb, accepted_through int,
        beyond jsonb, chain_head text, chain_broken_from int, seen_at timestamptz, event_count int, added int)
    ), seen as (
      insert into attempt_devices
        (attempt_id, device_id, school_id, label, epochs, accepted_through, beyond, chain_head, chain_broken_from,
         first_seen_at, last_seen_at)
      select attempt_id, device_id, school_id, label, epochs, accepted_through, beyond, chain_head,
        chain_broken_from, seen_at, seen_at
      from lines
      on conflict (attempt_id, device_id) do update set accepted_through = excluded.accepted_through,
        beyond = excluded.beyond, chain_head = excluded.chain_head, chain_broken_from = excluded.chain_broken_from,
        last_seen_at = excluded.last_seen_at
    )
    update attempts a set event_count = l.event_count, kept_event_count = a.kept_event_count + l.added,
      last_saved_at = l.seen_at
    from lines l where a.id = l.attempt_id`.execute(tx)
}
