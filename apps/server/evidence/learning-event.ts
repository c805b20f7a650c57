import type { EventData, EventEnvelope, EventTypeName } from '@waymark/contract/evidence.ts'

type Envelope = Omit<EventEnvelope, 'event_type' | 'data' | 'occurred_at' | 'student_id' | 'student_ref'> & {
  student_id: string
  occurred_at: Date
}

/** An event as it was read: its data has the shape that its type says. */
export type LearningEvent = {
  [T in EventTypeName]: Envelope & { event_type: T; data: EventData[T] }
}[EventTypeName]

export type EventWarning = 'derived_mismatch' | 'very_low_result'

/** An event that may be recorded, with what is known of it beside its fields. */
export interface Admitted {
  event: LearningEvent
  /** SHA-256 of the sender's fields: two events of one id are the same when their hashes are. */
  bodyHash: string
  /** What the student gave, in words. */
  excerpt: string | null
}

/** Who vouches for an event. `room`: one of our own. */
export interface EventActor {
  type: 'room' | 'service' | 'teacher' | 'student'
  id: string | null
}

/** Our own rooms' events. Nobody else may name this source. */
export const OWN_SOURCE = 'quiz'
