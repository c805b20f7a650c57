import { LRUCache } from 'lru-cache'
import type { Tx } from '../../platform/db/database.ts'
import { Snapshot } from '../snapshot.ts'
import type { AttemptRecord } from './attempts.ts'

/** What never changes about an attempt once it has begun. */
export type KnownAttempt = Pick<
  AttemptRecord,
  'id' | 'school_id' | 'student_id' | 'is_preview' | 'snapshot' | 'snapshot_hash'
>

const known = new LRUCache<string, KnownAttempt>({ max: 2000 })

/** An attempt that was met before, without asking the database; null when it was not. */
export const recallAttempt = (id: string): KnownAttempt | null => known.get(id) ?? null

/** Remembers an attempt that has just begun. A transaction that fails after all leaves a stray that nobody can name. */
export const rememberAttempt = ({
  id,
  school_id,
  student_id,
  is_preview,
  snapshot,
  snapshot_hash,
}: KnownAttempt): void => {
  known.set(id, { id, school_id, student_id, is_preview, snapshot, snapshot_hash })
}

/** Attempts by id, read once; unknown ids are left out. */
export async function listKnownAttempts(tx: Tx, ids: readonly string[]): Promise<Map<string, KnownAttempt>> {
  const unknown = ids.filter((id) => !known.has(id))
  const rows =
    unknown.length === 0
      ? []
      : await tx
          .selectFrom('attempts')
          .select(['id', 'school_id', 'student_id', 'is_preview', 'snapshot', 'snapshot_hash'])
          .where('id', 'in', unknown)
          .execute()
  for (const row of rows) known.set(row.id, { ...row, snapshot: Snapshot.parse(row.snapshot) })
  return new Map(
    ids.flatMap((id) => {
      const attempt = known.get(id)
      return attempt ? [[id, attempt]] : []
    }),
  )
}
