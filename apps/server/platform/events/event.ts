import type { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { json } from '../db/json.ts'

/** Something a room announces. Payloads carry ids and small facts, and only gain optional fields. */
export interface EventKind<P = unknown> {
  name: string
  version: number
  payload: z.ZodType<P>
}

const declared = new Map<string, EventKind>()

/** Declares an event, once; docs/generated/events.md lists what is declared. */
export function declareEvent<P>(kind: EventKind<P>): EventKind<P> {
  if (declared.has(kind.name)) throw new Error(`The event ${kind.name} is declared twice.`)
  declared.set(kind.name, kind as EventKind)
  return kind
}

export const listEvents = (): EventKind[] => [...declared.values()].sort((a, b) => (a.name < b.name ? -1 : 1))

/** What an announcement needs of a context. */
interface Announcer {
  now: Date
  newId(): string
}

const announcing = new WeakSet<Tx>()

/** True when something was announced in this transaction, so that the relay is woken after its commit. */
export const hasAnnounced = (tx: Tx): boolean => announcing.has(tx)

/** Announces an event in the writer's own transaction: it is told exactly when the write is kept. */
export async function emit<P>(
  ctx: Announcer,
  tx: Tx,
  kind: EventKind<P>,
  message: { schoolId: string; key: string; payload: P },
): Promise<void> {
  await emitAll(ctx, tx, kind, [message])
}

/** Announces several events of one kind in one statement. */
export async function emitAll<P>(
  ctx: Announcer,
  tx: Tx,
  kind: EventKind<P>,
  messages: readonly { schoolId: string; key: string; payload: P }[],
): Promise<void> {
  if (messages.length === 0) return
  announcing.add(tx)
  await tx
    .insertInto('outbox')
    .values(
      messages.map(({ schoolId, key, payload }) => ({
        id: ctx.newId(),
        school_id: schoolId,
        topic: kind.name,
        version: kind.version,
        key,
        payload: json(kind.payload.parse(payload)),
        created_at: ctx.now,
      })),
    )
    .execute()
}
