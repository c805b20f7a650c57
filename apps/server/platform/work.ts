import type { Context } from './context.ts'
import type { Tx } from './db/database.ts'
import type { EventKind } from './events/event.ts'
import type { JobKind } from './jobs/job.ts'

/** What a handler may know of the message it answers. */
export interface MessageFacts {
  messageId: string
  schoolId: string
  key: string
  announcedAt: Date
}

/** On this event, for this errand, on this timetable: what a room's `workers.ts` lists. */
export type Worker =
  | {
      on: EventKind
      consumer: string
      handle: (ctx: Context, tx: Tx, payload: never, facts: MessageFacts) => Promise<void>
    }
  | { job: JobKind; handle: (ctx: Context, payload: never) => Promise<void> }
  | { every: string; seconds: number; handle: (ctx: Context) => Promise<void> }

/** Handles an event in one school transaction together with its inbox row: once for this consumer. */
export const on = <P>(
  kind: EventKind<P>,
  consumer: string,
  handle: (ctx: Context, tx: Tx, payload: P, facts: MessageFacts) => Promise<void>,
): Worker => ({ on: kind as EventKind, consumer, handle })

/** Does an errand sent by `send`. It may come twice after a crash: handlers are repeatable. */
export const work = <P>(job: JobKind<P>, handle: (ctx: Context, payload: P) => Promise<void>): Worker => ({
  job: job as JobKind,
  handle,
})

/** Does something on a timetable, in one process at a time. */
export const every = (
  name: string,
  { seconds }: { seconds: number },
  handle: (ctx: Context) => Promise<void>,
): Worker => ({ every: name, seconds, handle })
