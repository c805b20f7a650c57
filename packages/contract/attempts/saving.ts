import { z } from 'zod'
import { Instant } from '../endpoint.ts'
import { AttemptStatus, DeviceId } from './taking.ts'

/** Interactions as devices send them, and what the server answers (spec 03 §6). */

/** What a device may record. Anything else is kept as `invalid`. */
export const deviceEventTypes = [
  'answer_changed',
  'question_shown',
  'flagged',
  'break_started',
  'break_ended',
  'connection_lost',
  'connection_restored',
  'resumed',
  'viewed',
] as const

/**
 * One interaction. `payload` of `answer_changed` is the answer itself (`{"selected_option":"b"}`, null clears
 * it), of `flagged` `{"flagged":true}`, otherwise a small object. The chain is computed over the canonical
 * JSON of exactly these fields.
 */
export const DeviceEvent = z.strictObject({
  event_id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  device_seq: z.number().int().min(1).max(2_000_000_000),
  writer_epoch: z.number().int().min(1).max(1_000_000),
  type: z.enum(deviceEventTypes),
  position: z.number().int().min(1).max(200).nullable(),
  payload: z.unknown(),
  device_time: Instant,
  mono_ms: z.number().min(0),
  boot_id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
})
export type DeviceEvent = z.output<typeof DeviceEvent>

/** The events are read one by one, so that a bad one never sinks its batch. */
export const EventBatch = z.strictObject({
  device_id: DeviceId,
  events: z.array(z.record(z.string(), z.unknown())).min(1).max(50),
  /** The chain's head after the last of these events. */
  chain_head: z.string().max(64),
})

/**
 * `accepted`: stored and counts. `repeat`: had arrived before. `superseded`: stored, a later answer counts.
 * `late_held`: stored after the attempt had ended, for the teacher. `invalid`: stored, not applied.
 */
export const SaveResult = z.enum(['accepted', 'repeat', 'superseded', 'late_held', 'invalid'])
export const SaveReply = z.object({
  /** The highest unbroken number of this device. */
  accepted_through: z.number().int(),
  missing: z.array(z.tuple([z.number().int(), z.number().int()])),
  results: z.array(
    z.object({ device_seq: z.number().int().nullable(), result: SaveResult, reason: z.string().optional() }),
  ),
  server_time: Instant,
  deadline_at: Instant.nullable(),
  /** Greater than the device's own: another device writes now; turn read-only and deliver the rest. */
  writer_epoch: z.number().int(),
  /** Seconds between signs of life. */
  beat_s: z.number().int(),
  status: AttemptStatus,
})
