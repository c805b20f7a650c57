import type { MasteryChange } from '@waymark/contract/mastery.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { CountingAnswer, MarkedAnswer } from '../../evidence/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { json } from '../../platform/db/json.ts'

type Shown = z.output<typeof MasteryChange>

export interface Change {
  id: string
  school_id: string
  reason: Shown['reason']
  state: Shown['state']
  made_by: string
  made_at: Date
  undone_at: Date | null
}

export async function insertChange(
  tx: Tx,
  { now }: { now: Date },
  change: { id: string; schoolId: string; reason: Shown['reason']; madeBy: string },
  chosen: ReadonlyMap<string, readonly CountingAnswer[]>,
): Promise<void> {
  const { id, schoolId, reason, madeBy } = change
  await tx
    .insertInto('mastery_changes')
    .values({ id, school_id: schoolId, reason, state: 'applying', made_by: madeBy, made_at: now })
    .execute()
  const students = Array.from(chosen, ([student_id, answers]) => ({
    change_id: id,
    student_id,
    school_id: schoolId,
    marks: json(answers.map(({ source, mark_id }): MarkedAnswer => ({ source, mark_id }))),
  }))
  for (let at = 0; at < students.length; at += BATCH)
    await tx
      .insertInto('mastery_change_students')
      .values(students.slice(at, at + BATCH))
      .execute()
}

const BATCH = 500

export async function findChange(tx: Tx, id: string): Promise<Change | null> {
  const row = await tx.selectFrom('mastery_changes').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? changeOf(row) : null
}

/** The same, held against others who would undo it. */
export async function lockChange(tx: Tx, id: string): Promise<Change | null> {
  const row = await tx
    .selectFrom('mastery_changes')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? changeOf(row) : null
}

const changeOf = <T extends { state: string; reason: string }>(row: T) => ({
  ...row,
  state: row.state as Shown['state'],
  reason: row.reason as Shown['reason'],
})

/** The login role's: changes on their way that were made before this instant, the oldest first. */
export async function listUnfinished(tx: Tx, before: Date): Promise<Pick<Change, 'id' | 'school_id'>[]> {
  return tx
    .selectFrom('mastery_changes')
    .select(['id', 'school_id'])
    .where('state', 'in', ['applying', 'undoing'])
    .where('made_at', '<', before)
    .orderBy('made_at')
    .execute()
}

export async function startUndoing(tx: Tx, id: string, undoneBy: string): Promise<void> {
  await tx
    .updateTable('mastery_changes')
    .set({ state: 'undoing', undone_by: undoneBy })
    .where('id', '=', id)
    .execute()
}

export async function listStudentsOfChange(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('mastery_change_students')
    .select('student_id')
    .where('change_id', '=', id)
    .orderBy('student_id')
    .execute()
  return rows.map(({ student_id }) => student_id)
}

/** The column that says when a student reached what the change is on its way to. */
const reached = ({ state }: Pick<Change, 'state'>) =>
  state === 'undoing' || state === 'undone' ? ('undone_at' as const) : ('applied_at' as const)

/** Students of a change who are not where it is on its way to. */
export async function listUnsettled(tx: Tx, change: Change, limit: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('mastery_change_students')
    .select('student_id')
    .where('change_id', '=', change.id)
    .where(reached(change), 'is', null)
    .orderBy('student_id')
    .limit(limit)
    .execute()
  return rows.map(({ student_id }) => student_id)
}

/** The student's answers in the change, held against a second run; null when the student is done. */
export async function lockChangeOf(
  tx: Tx,
  change: Change,
  studentId: string,
): Promise<MarkedAnswer[] | null> {
  const row = await tx
    .selectFrom('mastery_change_students')
    .select('marks')
    .where('change_id', '=', change.id)
    .where('student_id', '=', studentId)
    .where(reached(change), 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row ? (row.marks as unknown as MarkedAnswer[]) : null
}

export async function settleChangeOf(tx: Tx, change: Change, studentId: string, now: Date): Promise<void> {
  await tx
    .updateTable('mastery_change_students')
    .set({ [reached(change)]: now })
    .where('change_id', '=', change.id)
    .where('student_id', '=', studentId)
    .execute()
}

/**
 * Says that the change is where it was on its way to. Looks again whether everyone is: the caller may be a run
 * that another overtook, and the change has been sent the other way since.
 */
export async function settleWholeChange(tx: Tx, id: string, now: Date): Promise<void> {
  const change = await lockChange(tx, id)
  if (!change || (await listUnsettled(tx, change, 1)).length > 0) return
  if (change.state === 'applying')
    await tx
      .updateTable('mastery_changes')
      .set({ state: 'applied', applied_at: now })
      .where('id', '=', id)
      .execute()
  if (change.state === 'undoing')
    await tx
      .updateTable('mastery_changes')
      .set({ state: 'undone', undone_at: now })
      .where('id', '=', id)
      .execute()
}

/** How many students and answers a change has, and how many students have reached its state. */
export async function countChange(
  tx: Tx,
  change: Change,
): Promise<{ students: number; answers: number; done: number }> {
  const row = await tx
    .selectFrom('mastery_change_students')
    .select([
      sql<number>`count(*)::int`.as('students'),
      sql<number>`coalesce(sum(jsonb_array_length(marks)), 0)::int`.as('answers'),
      sql<number>`count(${sql.ref(reached(change))})::int`.as('done'),
    ])
    .where('change_id', '=', change.id)
    .executeTakeFirstOrThrow()
  return row
}
