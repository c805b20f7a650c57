import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Machines } from '../context.ts'
import { json } from '../db/json.ts'
import { Refused } from '../refused.ts'

const DAY_MS = 86_400_000
/** A write that was begun and never answered (the server died) may be tried again after this time. */
const ABANDONED_MS = 60_000

export interface Stored {
  status: number
  reply: unknown
}

/**
 * Claims a key for a write. Answers the stored reply when the same write was answered before; refuses
 * another body under the same key, and the same write while it is still being done.
 */
export async function claimKey(
  { database, clock }: Machines,
  scope: { userId: string; operation: string; key: string },
  body: unknown,
): Promise<Stored | null> {
  const now = clock.now()
  const hash = createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest('hex')
  const { rows: claimed } = await sql`
    insert into idempotency_keys (user_id, operation, key, body_hash, created_at)
    values (${scope.userId}, ${scope.operation}, ${scope.key}, ${hash}, ${now})
    on conflict (user_id, operation, key) do update set body_hash = excluded.body_hash, created_at = excluded.created_at,
        status = null, reply = null
      where idempotency_keys.created_at < ${new Date(now.getTime() - DAY_MS)}
        or (idempotency_keys.status is null and idempotency_keys.created_at < ${new Date(now.getTime() - ABANDONED_MS)})
    returning 1`.execute(database.kysely)
  if (claimed.length > 0) return null
  const { rows } = await sql<{ body_hash: string; status: number | null; reply: unknown }>`
    select body_hash, status, reply from idempotency_keys
    where user_id = ${scope.userId} and operation = ${scope.operation} and key = ${scope.key}`.execute(
    database.kysely,
  )
  const row = rows[0]
  if (!row || row.body_hash !== hash) throw new Refused('idempotency_conflict')
  if (row.status === null) throw new Refused('too_many_requests', { retry_after_seconds: 1 })
  return { status: row.status, reply: row.reply }
}

/** Keeps the reply of a write, or frees the key when the write was refused and may be tried again. */
export async function settleKey(
  { database }: Machines,
  scope: { userId: string; operation: string; key: string },
  answer: Stored | null,
): Promise<void> {
  const { userId, operation, key } = scope
  if (answer)
    await sql`update idempotency_keys set status = ${answer.status}, reply = ${json(answer.reply ?? null)}
      where user_id = ${userId} and operation = ${operation} and key = ${key}`.execute(database.kysely)
  else
    await sql`delete from idempotency_keys
      where user_id = ${userId} and operation = ${operation} and key = ${key}`.execute(database.kysely)
}
