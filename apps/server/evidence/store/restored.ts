import { type Selectable, sql } from 'kysely'
import type { Tables, Tx } from '../../platform/db/database.ts'
import { type NewPiece, standingOf } from './evidence.ts'

/** A piece of evidence as it lies in the table, without what became of it. */
export type KeptPiece = Omit<
  Selectable<Tables['evidence']>,
  'status' | 'superseded_by' | 'superseded_reason' | 'superseded_change_no' | 'created_at'
>

/** The student's pieces that this cause made cease to count. */
export async function listSupersededBy(tx: Tx, studentId: string, causeId: string): Promise<KeptPiece[]> {
  const rows = await tx
    .selectFrom('evidence')
    .selectAll()
    .where('student_id', '=', studentId)
    .where('superseded_by', '=', causeId)
    .orderBy('id')
    .execute()
  return rows.map(
    ({
      status: _,
      superseded_by: _by,
      superseded_reason: _why,
      superseded_change_no: _no,
      created_at: _at,
      ...piece
    }) => piece,
  )
}

export async function insertRestored(
  tx: Tx,
  pieces: readonly (KeptPiece & Pick<NewPiece, 'withdrawn'>)[],
  now: Date,
): Promise<void> {
  if (pieces.length === 0) return
  await tx
    .insertInto('evidence')
    .values(
      pieces.map(({ withdrawn, ...piece }) => ({
        ...piece,
        ...standingOf(withdrawn, piece.change_no),
        created_at: now,
      })),
    )
    .execute()
}

/** What this cause took back of the student no longer stands against answers that are still to come. */
export async function liftWithdrawals(tx: Tx, studentId: string, causeId: string, now: Date): Promise<void> {
  await tx
    .updateTable('evidence_withdrawals')
    .set({ lifted_at: now })
    .where('student_id', '=', studentId)
    .where('cause_id', '=', causeId)
    .execute()
}

/** An answer that counts, with what a change must know of it. */
export interface CountingAnswer {
  student_id: string
  event_id: string
  source: string
  mark_id: string
  question_version_id: string | null
  attempt_id: string | null
}

/** Answers that count now, under these marks and question versions, by student. */
export async function listCountingAnswers(
  tx: Tx,
  named: { markIds: readonly string[]; questionVersionIds: readonly string[] },
): Promise<CountingAnswer[]> {
  const rows = await tx
    .selectFrom('evidence')
    .select(['student_id', 'event_id', 'source', 'mark_id', 'question_version_id', 'attempt_id'])
    .distinct()
    .where('status', '=', 'active')
    .where('mark_id', 'is not', null)
    .where((where) =>
      where.or([
        sql<boolean>`mark_id = any (${[...named.markIds]}::uuid[])`,
        sql<boolean>`question_version_id = any (${[...named.questionVersionIds]}::uuid[])`,
      ]),
    )
    .orderBy('student_id')
    .orderBy('mark_id')
    .orderBy('source')
    .execute()
  return rows.flatMap(({ mark_id, ...row }) => (mark_id === null ? [] : { ...row, mark_id }))
}
