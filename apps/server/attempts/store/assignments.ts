import { type Selectable, sql } from 'kysely'
import type { Tables, Tx } from '../../platform/db/database.ts'
import { json } from '../../platform/db/json.ts'
import type { Override } from '../rules.ts'
import { AssignmentSettings } from '../settings.ts'

export interface AssignmentRecord {
  id: string
  school_id: string
  quiz_id: string
  quiz_version: number
  classroom_id: string
  /** Only the students in `assignment_students`, not the whole class. */
  for_named_students: boolean
  available_from: Date
  available_until: Date | null
  settings: AssignmentSettings
  marks_released_at: Date | null
  answers_released_at: Date | null
  revision: number
  published_by: string
  published_at: Date
  changed_at: Date
}

export async function findAssignment(tx: Tx, id: string): Promise<AssignmentRecord | null> {
  const row = await tx.selectFrom('assignments').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? assignmentOf(row) : null
}

export async function mapAssignments(tx: Tx, ids: readonly string[]): Promise<Map<string, AssignmentRecord>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('assignments').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, assignmentOf(row)]))
}

export async function lockAssignment(tx: Tx, id: string): Promise<AssignmentRecord | null> {
  const row = await tx
    .selectFrom('assignments')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? assignmentOf(row) : null
}

export interface AssignmentPage {
  classroomIds: readonly string[]
  quizId?: string
  /** Only those whose marks wait for a press of Release. */
  awaitingRelease?: boolean
  /** Older than this place; null begins at the newest. */
  before: { publishedAt: Date; id: string } | null
  limit: number
}

export async function listAssignments(tx: Tx, page: AssignmentPage): Promise<AssignmentRecord[]> {
  const { classroomIds, quizId, awaitingRelease = false, before, limit } = page
  if (classroomIds.length === 0) return []
  const rows = await tx
    .selectFrom('assignments')
    .selectAll()
    .where('classroom_id', 'in', classroomIds)
    .$if(quizId !== undefined, (query) => query.where('quiz_id', '=', quizId ?? ''))
    .$if(awaitingRelease, (query) => query.where(awaitsRelease))
    .$if(before !== null, (query) =>
      query.where(
        sql<boolean>`(published_at, id) < (${before?.publishedAt}::timestamptz, ${before?.id}::uuid)`,
      ),
    )
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(assignmentOf)
}

/** How many assignments of these classes `listAssignments` finds awaiting release. */
export async function countAwaitingRelease(tx: Tx, classroomIds: readonly string[]): Promise<number> {
  if (classroomIds.length === 0) return 0
  const { waiting } = await tx
    .selectFrom('assignments')
    .select(sql<number>`count(*)::int`.as('waiting'))
    .where('classroom_id', 'in', classroomIds)
    .where(awaitsRelease)
    .executeTakeFirstOrThrow()
  return waiting
}

/**
 * Somebody has finished, and nobody sees a mark before the teacher says so: `releasePlan` gives `by_teacher`.
 * An assignment without an end never closes for all, whatever single students have.
 */
const awaitsRelease = sql<boolean>`(assignments.settings ->> 'marks_release' = 'manual'
    or assignments.settings ->> 'marks_release' = 'after_all_closed' and assignments.available_until is null)
  and assignments.marks_released_at is null and exists (select from attempts
    where attempts.assignment_id = assignments.id and attempts.status = 'completed')`

/** What is set to one student: by the class, or by name. */
export async function listAssignmentsFor(
  tx: Tx,
  studentId: string,
  classroomIds: readonly string[],
): Promise<AssignmentRecord[]> {
  if (classroomIds.length === 0) return []
  const rows = await tx
    .selectFrom('assignments')
    .selectAll()
    .where('classroom_id', 'in', classroomIds)
    .where((where) =>
      where.or([
        where('for_named_students', '=', false),
        where.exists(
          where
            .selectFrom('assignment_students')
            .select('student_id')
            .whereRef('assignment_id', '=', 'assignments.id')
            .where('student_id', '=', studentId),
        ),
      ]),
    )
    .orderBy('available_from')
    .orderBy('id')
    .execute()
  return rows.map(assignmentOf)
}

export async function listNamedStudents(tx: Tx, assignmentId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('assignment_students')
    .select('student_id')
    .where('assignment_id', '=', assignmentId)
    .orderBy('student_id')
    .execute()
  return rows.map(({ student_id }) => student_id)
}

export async function insertAssignments(
  tx: Tx,
  assignments: readonly Omit<AssignmentRecord, 'marks_released_at' | 'answers_released_at' | 'revision'>[],
): Promise<void> {
  await tx
    .insertInto('assignments')
    .values(assignments.map((assignment) => ({ ...assignment, settings: json(assignment.settings) })))
    .execute()
}

export async function insertNamedStudents(
  tx: Tx,
  assignment: { id: string; school_id: string },
  studentIds: readonly string[],
): Promise<void> {
  if (studentIds.length === 0) return
  await tx
    .insertInto('assignment_students')
    .values(
      studentIds.map((student_id) => ({
        assignment_id: assignment.id,
        school_id: assignment.school_id,
        student_id,
      })),
    )
    .execute()
}

export async function updateAssignment(
  tx: Tx,
  id: string,
  change: Partial<
    Pick<
      AssignmentRecord,
      'available_from' | 'available_until' | 'settings' | 'marks_released_at' | 'answers_released_at'
    >
  >,
  now: Date,
): Promise<void> {
  const { settings, ...fields } = change
  await tx
    .updateTable('assignments')
    .set({
      ...fields,
      ...(settings ? { settings: json(settings) } : {}),
      revision: sql`revision + 1`,
      changed_at: now,
    })
    .where('id', '=', id)
    .execute()
}

// ── what single students have otherwise ──────────────────────────────────

export type OverrideRecord = Override & { assignment_id: string; student_id: string; changed_at: Date }

export async function listOverrides(
  tx: Tx,
  assignmentIds: readonly string[],
  studentId?: string,
): Promise<OverrideRecord[]> {
  if (assignmentIds.length === 0) return []
  return tx
    .selectFrom('assignment_overrides')
    .select([
      'assignment_id',
      'student_id',
      'available_from',
      'available_until',
      'extra_attempts',
      'excused',
      'changed_at',
    ])
    .where('assignment_id', 'in', assignmentIds)
    .$if(studentId !== undefined, (query) => query.where('student_id', '=', studentId ?? ''))
    .orderBy('student_id')
    .execute()
}

export async function findOverride(
  tx: Tx,
  assignmentId: string,
  studentId: string,
): Promise<OverrideRecord | null> {
  const [override] = await listOverrides(tx, [assignmentId], studentId)
  return override ?? null
}

export async function settleOverride(
  tx: Tx,
  override: OverrideRecord & { school_id: string; changed_by: string },
): Promise<void> {
  const { assignment_id: _, student_id: __, school_id: ___, ...fields } = override
  await tx
    .insertInto('assignment_overrides')
    .values(override)
    .onConflict((conflict) => conflict.columns(['assignment_id', 'student_id']).doUpdateSet(fields))
    .execute()
}

export async function deleteOverride(tx: Tx, assignmentId: string, studentId: string): Promise<void> {
  await tx
    .deleteFrom('assignment_overrides')
    .where('assignment_id', '=', assignmentId)
    .where('student_id', '=', studentId)
    .execute()
}

function assignmentOf(row: Selectable<Tables['assignments']>): AssignmentRecord {
  return { ...row, settings: AssignmentSettings.parse(row.settings) }
}
