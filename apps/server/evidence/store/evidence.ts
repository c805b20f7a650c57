import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Piece, Withdrawal } from '../derive.ts'

/**
 * The number of this change of each student's evidence, from 1. Locks the students until the transaction
 * ends; sorted, so that two writers never wait for each other.
 */
export async function nextChanges(
  tx: Tx,
  schoolId: string,
  studentIds: readonly string[],
): Promise<Map<string, number>> {
  if (studentIds.length === 0) return new Map()
  const rows = await tx
    .insertInto('evidence_heads')
    .values([...studentIds].sort().map((student_id) => ({ student_id, school_id: schoolId, change_no: 1 })))
    .onConflict((conflict) =>
      conflict.column('student_id').doUpdateSet({ change_no: sql<number>`evidence_heads.change_no + 1` }),
    )
    .returning(['student_id', 'change_no'])
    .execute()
  return new Map(rows.map(({ student_id, change_no }) => [student_id, change_no]))
}

/** The newest change of each student's evidence; who never had any is left out. */
export async function mapHeads(tx: Tx, studentIds: readonly string[]): Promise<Map<string, number>> {
  if (studentIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('evidence_heads')
    .select(['student_id', 'change_no'])
    .where('student_id', 'in', studentIds)
    .execute()
  return new Map(rows.map(({ student_id, change_no }) => [student_id, change_no]))
}

export type NewPiece = Piece & {
  school_id: string
  actor_id: string | null
  change_no: number
  /** Set when its answer had been taken back before it came. */
  withdrawn: { cause_id: string; reason: string } | null
}

const BATCH = 500

export async function insertPieces(tx: Tx, pieces: readonly NewPiece[], now: Date): Promise<void> {
  for (let from = 0; from < pieces.length; from += BATCH)
    await tx
      .insertInto('evidence')
      .values(
        pieces.slice(from, from + BATCH).map(({ withdrawn, ...piece }) => ({
          ...piece,
          local_day: sql<string>`school_day(${piece.occurred_at})`,
          ...standingOf(withdrawn, piece.change_no),
          created_at: now,
        })),
      )
      .execute()
}

/** How a new piece stands: active, or taken back already by what names its answer. */
export const standingOf = (withdrawn: NewPiece['withdrawn'], changeNo: number) => ({
  status: withdrawn ? 'superseded' : 'active',
  superseded_by: withdrawn?.cause_id ?? null,
  superseded_reason: withdrawn?.reason ?? null,
  superseded_change_no: withdrawn ? changeNo : null,
})

export async function insertWithdrawals(
  tx: Tx,
  schoolId: string,
  withdrawals: readonly Withdrawal[],
  now: Date,
): Promise<void> {
  if (withdrawals.length === 0) return
  await tx
    .insertInto('evidence_withdrawals')
    .values(withdrawals.map((one) => ({ ...one, school_id: schoolId, created_at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What is taken back of these students and not lifted, by mark and by question version. */
export async function listWithdrawals(
  tx: Tx,
  studentIds: readonly string[],
  subjectIds: readonly string[],
): Promise<Withdrawal[]> {
  if (studentIds.length === 0 || subjectIds.length === 0) return []
  const rows = await tx
    .selectFrom('evidence_withdrawals')
    .select(['student_id', 'source', 'subject', 'subject_id', 'cause_id', 'reason'])
    .where('student_id', 'in', studentIds)
    .where('subject_id', 'in', subjectIds)
    .where('lifted_at', 'is', null)
    .orderBy('created_at')
    .orderBy('cause_id')
    .execute()
  return rows.map((row) => ({ ...row, subject: row.subject as Withdrawal['subject'] }))
}

/** The active pieces under what is taken back cease to count; answers their competencies. */
export async function supersedePieces(tx: Tx, withdrawal: Withdrawal, changeNo: number): Promise<string[]> {
  const subject = withdrawal.subject === 'mark' ? 'mark_id' : 'question_version_id'
  const rows = await tx
    .updateTable('evidence')
    .set({
      status: 'superseded',
      superseded_by: withdrawal.cause_id,
      superseded_reason: withdrawal.reason,
      superseded_change_no: changeNo,
    })
    .where('student_id', '=', withdrawal.student_id)
    .where('source', '=', withdrawal.source)
    .where(subject, '=', withdrawal.subject_id)
    .where('status', '=', 'active')
    .returning('competency_id')
    .execute()
  return rows.flatMap(({ competency_id }) => competency_id ?? [])
}
