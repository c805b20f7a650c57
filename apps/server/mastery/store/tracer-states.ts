import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { json } from '../../platform/db/json.ts'
import { packFold, unpackFold } from '../packed-fold.ts'
import type { StudentFold } from '../student-fold.ts'

export interface TracerStateRecord {
  student_id: string
  /** Null before the first fold, and when it was stored in a shape that is no longer read. */
  fold: StudentFold | null
  /** The change of the student's evidence up to which is folded. */
  folded_change: number
  parameter_version: number
  version: number
}

/** The student's row, made where there is none, held against every other fold of this student. */
export async function lockTracerState(
  tx: Tx,
  student: { id: string; schoolId: string },
  parameterVersion: number,
  now: Date,
): Promise<TracerStateRecord> {
  await tx
    .insertInto('tracer_states')
    .values({
      student_id: student.id,
      school_id: student.schoolId,
      folded: json({}),
      folded_change: 0,
      parameter_version: parameterVersion,
      version: 0,
      folded_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tx
    .selectFrom('tracer_states')
    .selectAll()
    .where('student_id', '=', student.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { ...row, fold: unpackFold(row.folded) }
}

export async function updateTracerState(
  tx: Tx,
  state: TracerStateRecord & { fold: StudentFold },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('tracer_states')
    .set({
      folded: json(packFold(state.fold)),
      folded_change: state.folded_change,
      parameter_version: state.parameter_version,
      version: state.version,
      folded_at: now,
    })
    .where('student_id', '=', state.student_id)
    .execute()
}

/** States of these students, by student id; those never folded are left out. */
export async function mapTracerStates(
  tx: Tx,
  studentIds: readonly string[],
): Promise<Map<string, TracerStateRecord>> {
  if (studentIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('tracer_states')
    .selectAll()
    .where('student_id', 'in', studentIds)
    .execute()
  return new Map(rows.map((row) => [row.student_id, { ...row, fold: unpackFold(row.folded) }]))
}

/** How far each student is folded, without the state itself; those never folded are left out. */
export async function mapVersions(
  tx: Tx,
  studentIds: readonly string[],
): Promise<Map<string, { version: number; folded_change: number }>> {
  if (studentIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('tracer_states')
    .select(['student_id', 'version', 'folded_change'])
    .where('student_id', 'in', studentIds)
    .execute()
  return new Map(rows.map(({ student_id, ...row }) => [student_id, row]))
}

/** The day of an instant in the school of the transaction, `2026-03-02`. */
export async function getSchoolDay(tx: Tx, now: Date): Promise<string> {
  const { rows } = await sql<{ day: string }>`select school_day(${now}) as day`.execute(tx)
  return rows[0]?.day ?? now.toISOString().slice(0, 10)
}
