import { type Fraction, readFraction } from '@waymark/science/marking/fraction.ts'
import { type Selectable, sql } from 'kysely'
import type { Tables, Tx } from '../../platform/db/database.ts'
import type { Totals } from '../marking/mark.ts'
import { Snapshot } from '../snapshot.ts'

export interface AttemptRecord {
  id: string
  school_id: string
  assignment_id: string | null
  quiz_id: string
  /** Who sits it: a student, or the author in a preview. */
  student_id: string
  attempt_number: number
  is_preview: boolean
  status: 'in_progress' | 'completed' | 'abandoned'
  ended_by: 'student' | 'bell' | 'teacher' | null
  snapshot: Snapshot
  snapshot_hash: string
  writer_device_id: string
  writer_epoch: number
  started_at: Date
  deadline_at: Date | null
  ended_at: Date | null
  /** The number of the last event. */
  event_count: number
  /** Score ÷ maximum of what is marked; null where nothing is. */
  share: Fraction | null
  score: number | null
  max_score: number | null
  answered_count: number | null
  pending_count: number | null
  seconds_active: number | null
}

export async function findAttempt(tx: Tx, id: string): Promise<AttemptRecord | null> {
  const row = await tx.selectFrom('attempts').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? attemptOf(row) : null
}

/** The same, held against every other writer until the transaction ends. */
export async function lockAttempt(tx: Tx, id: string): Promise<AttemptRecord | null> {
  const row = await tx.selectFrom('attempts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? attemptOf(row) : null
}

/** When these attempts ended, and of which assignment they are; unknown ids are left out. */
export async function listEnds(
  tx: Tx,
  ids: readonly string[],
): Promise<Pick<AttemptRecord, 'id' | 'assignment_id' | 'ended_at'>[]> {
  if (ids.length === 0) return []
  return tx
    .selectFrom('attempts')
    .select(['id', 'assignment_id', 'ended_at'])
    .where('id', 'in', ids)
    .execute()
}

/** The classes that these attempts were work of; previews and unknown ids are left out. */
export async function mapClassroomsOfWork(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('attempts as t')
    .innerJoin('assignments as a', 'a.id', 't.assignment_id')
    .select(['t.id', 'a.classroom_id'])
    .where('t.id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, classroom_id }) => [id, classroom_id]))
}

export async function listAttemptsOf(
  tx: Tx,
  assignmentIds: readonly string[],
  studentId?: string,
): Promise<AttemptRecord[]> {
  if (assignmentIds.length === 0) return []
  const rows = await tx
    .selectFrom('attempts')
    .selectAll()
    .where('assignment_id', 'in', assignmentIds)
    .$if(studentId !== undefined, (query) => query.where('student_id', '=', studentId ?? ''))
    .orderBy('assignment_id')
    .orderBy('student_id')
    .orderBy('attempt_number')
    .execute()
  return rows.map(attemptOf)
}

/** Counts per assignment, for lists. */
export async function countAttempts(
  tx: Tx,
  assignmentIds: readonly string[],
): Promise<Map<string, { started: number; completed: number; waiting: number }>> {
  if (assignmentIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('attempts')
    .select((of) => [
      'assignment_id',
      sql<number>`count(distinct student_id)::int`.as('started'),
      sql<number>`(count(distinct student_id) filter (where status = 'completed'))::int`.as('completed'),
      of.fn.coalesce(sql<number>`sum(pending_count)::int`, sql<number>`0`).as('waiting'),
    ])
    .where('assignment_id', 'in', assignmentIds)
    .groupBy('assignment_id')
    .execute()
  return new Map(rows.map(({ assignment_id, ...counts }) => [assignment_id ?? '', counts]))
}

/** One student's starts at one assignment take turns: two presses at once make one attempt. */
export async function lockStart(tx: Tx, assignmentId: string, studentId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${assignmentId}:${studentId}`}, 0))`.execute(tx)
}

export type NewAttempt = Omit<
  AttemptRecord,
  | 'status'
  | 'ended_by'
  | 'ended_at'
  | 'share'
  | 'score'
  | 'max_score'
  | 'answered_count'
  | 'pending_count'
  | 'seconds_active'
>

export interface AttemptEnd {
  status: 'completed' | 'abandoned'
  ended_by: 'student' | 'bell'
  ended_at: Date
}

export interface AttemptFigures extends Totals {
  seconds: number
}

export async function settleAttempt(
  tx: Tx,
  id: string,
  end: AttemptEnd,
  figures: AttemptFigures,
): Promise<void> {
  await tx
    .updateTable('attempts')
    .set({ ...end, ...figureColumns(figures) })
    .where('id', '=', id)
    .execute()
}

export async function updateFigures(tx: Tx, id: string, figures: AttemptFigures): Promise<void> {
  await tx.updateTable('attempts').set(figureColumns(figures)).where('id', '=', id).execute()
}

const figureColumns = (figures: AttemptFigures) => ({
  share: figures.fraction,
  score: String(figures.score),
  max_score: String(figures.max_score),
  answered_count: figures.answered,
  pending_count: figures.pending,
  seconds_active: figures.seconds,
})

export async function updateWriter(tx: Tx, id: string, deviceId: string, epoch: number): Promise<void> {
  await tx
    .updateTable('attempts')
    .set({ writer_device_id: deviceId, writer_epoch: epoch })
    .where('id', '=', id)
    .execute()
}

export async function updateDeadline(tx: Tx, id: string, deadline: Date | null): Promise<void> {
  await tx
    .updateTable('attempts')
    .set({ deadline_at: deadline, close_at: deadline })
    .where('id', '=', id)
    .execute()
}

/** Attempts whose bell has rung while nobody looked. The system's view: of every school. */
export async function listRung(
  tx: Tx,
  now: Date,
  limit: number,
): Promise<{ id: string; school_id: string }[]> {
  return tx
    .selectFrom('attempts')
    .select(['id', 'school_id'])
    .where('status', '=', 'in_progress')
    .where('deadline_at', '<=', now)
    .orderBy('deadline_at')
    .limit(limit)
    .execute()
}

/** The same within one assignment, in the order in which attempts are locked everywhere: by id. */
export async function listRungOf(tx: Tx, assignmentId: string, now: Date): Promise<string[]> {
  const rows = await tx
    .selectFrom('attempts')
    .select('id')
    .where('assignment_id', '=', assignmentId)
    .where('status', '=', 'in_progress')
    .where('deadline_at', '<=', now)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Running previews of one author at one quiz: the next preview takes their place. */
export async function listPreviews(
  tx: Tx,
  quizId: string,
  authorId: string,
): Promise<{ id: string; attempt_number: number; status: string }[]> {
  return tx
    .selectFrom('attempts')
    .select(['id', 'attempt_number', 'status'])
    .where('quiz_id', '=', quizId)
    .where('student_id', '=', authorId)
    .where('is_preview', '=', true)
    .orderBy('attempt_number')
    .execute()
}

function attemptOf(row: Selectable<Tables['attempts']>): AttemptRecord {
  return {
    ...row,
    status: row.status as AttemptRecord['status'],
    ended_by: row.ended_by as AttemptRecord['ended_by'],
    snapshot: Snapshot.parse(row.snapshot),
    share: row.share === null ? null : readFraction(row.share),
    score: row.score === null ? null : Number(row.score),
    max_score: row.max_score === null ? null : Number(row.max_score),
  }
}
