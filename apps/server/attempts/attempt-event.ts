import { z } from 'zod'
import { canonicalJson } from '../platform/canonical-json.ts'

/** One stored event. `event` is the canonical JSON of what was sent, or of what the server did. */
export interface StoredEvent {
  /** Number by order of arrival in the attempt. */
  ord: number
  device_id: string
  device_seq: number
  writer_epoch: number
  type: string
  position: number | null
  result: 'accepted' | 'superseded' | 'late_held' | 'invalid'
  reason: string | null
  event: string
  received_at: Date
}

export const SERVER = 'server'

/** What the server itself writes into an attempt's events: type and payload. */
export const ServerAct = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('started'),
    payload: z.object({ device_id: z.string(), device_label: z.string(), snapshot_hash: z.string() }),
  }),
  z.object({
    type: z.literal('writer_changed'),
    payload: z.object({ device_id: z.string(), device_label: z.string(), writer_epoch: z.number() }),
  }),
  z.object({ type: z.literal('hint_shown'), payload: z.object({}) }),
  z.object({ type: z.literal('scaffold_opened'), payload: z.object({}) }),
  z.object({ type: z.literal('answer_checked'), payload: z.object({ mark_id: z.string() }) }),
  z.object({ type: z.literal('answer_shown'), payload: z.object({}) }),
  z.object({ type: z.literal('time_changed'), payload: z.object({ deadline_at: z.string().nullable() }) }),
  z.object({
    type: z.enum(['finished', 'bell']),
    /** `mark_ids[i]` is for the question at position i + 1; those not needed stay unused. */
    payload: z.object({ ended_at: z.string(), mark_ids: z.array(z.string()) }),
  }),
  z.object({
    type: z.enum(['marked', 'mark_changed']),
    payload: z.object({
      mark_id: z.string(),
      awarded: z.record(z.string(), z.number()),
      feedback: z.string(),
      marked_by: z.string(),
    }),
  }),
  z.object({ type: z.literal('released'), payload: z.object({ what: z.enum(['marks', 'answers']) }) }),
])
export type ServerAct = z.output<typeof ServerAct>

/** The stored form of something the server did. */
export const serverEvent = (
  ord: number,
  epoch: number,
  position: number | null,
  act: ServerAct,
  now: Date,
): StoredEvent => ({
  ord,
  device_id: SERVER,
  device_seq: ord,
  writer_epoch: epoch,
  type: act.type,
  position,
  result: 'accepted',
  reason: null,
  event: canonicalJson({ ...act, position }),
  received_at: now,
})
