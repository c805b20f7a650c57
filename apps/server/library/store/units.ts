import { sql } from 'kysely'
import type { Viewer } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Place } from '../cursor.ts'

export interface Unit {
  id: string
  school_id: string
  owner_id: string
  topic_id: string
  title: string
  subject: string
  year_group: number
  half_term: number | null
  academic_year: string | null
  duration_minutes: number | null
  revision: number
  created_at: Date
  changed_at: Date
}
export type UnitFields = Pick<
  Unit,
  'title' | 'subject' | 'year_group' | 'half_term' | 'academic_year' | 'duration_minutes'
>

/** Units a viewer may author: own and shared ones; for an admin every unit of the school. */
export function reachableUnits(tx: Tx, viewer: Viewer) {
  const query = tx.selectFrom('units').where('units.school_id', '=', viewer.schoolId)
  if (viewer.role === 'admin') return query
  return query.where((is) =>
    is.or([
      is('units.owner_id', '=', viewer.userId),
      is.exists(
        is
          .selectFrom('unit_teachers')
          .whereRef('unit_teachers.unit_id', '=', 'units.id')
          .where('unit_teachers.user_id', '=', viewer.userId)
          .select(sql<number>`1`.as('one')),
      ),
    ]),
  )
}

export async function findUnit(tx: Tx, viewer: Viewer, id: string): Promise<Unit | null> {
  return (
    (await reachableUnits(tx, viewer).selectAll('units').where('units.id', '=', id).executeTakeFirst()) ??
    null
  )
}

export async function lockUnit(tx: Tx, viewer: Viewer, id: string): Promise<Unit | null> {
  return (
    (await reachableUnits(tx, viewer)
      .selectAll('units')
      .where('units.id', '=', id)
      .forUpdate()
      .executeTakeFirst()) ?? null
  )
}

/** A unit of the running school, for jobs. */
export async function getUnit(tx: Tx, id: string): Promise<Unit> {
  return tx.selectFrom('units').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

export interface UnitCounts {
  document_count: number
  quiz_count: number
}

export async function listUnits(
  tx: Tx,
  viewer: Viewer,
  after: Place | null,
  limit: number,
): Promise<(Unit & UnitCounts)[]> {
  let query = reachableUnits(tx, viewer).selectAll('units').select(countsOf)
  if (after) query = query.where(sql<boolean>`(units.changed_at, units.id) < (${after.at}, ${after.id})`)
  return query.orderBy('units.changed_at', 'desc').orderBy('units.id', 'desc').limit(limit).execute()
}

const countsOf = [
  sql<number>`(select count(*)::int from unit_documents d where d.unit_id = units.id and d.deleted_at is null)`.as(
    'document_count',
  ),
  sql<number>`(select count(*)::int from quizzes q where q.unit_id = units.id)`.as('quiz_count'),
]

export async function countsOfUnit(tx: Tx, id: string): Promise<UnitCounts> {
  return tx.selectFrom('units').select(countsOf).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function insertUnit(tx: Tx, unit: Omit<Unit, 'revision' | 'changed_at'>): Promise<void> {
  await tx
    .insertInto('units')
    .values({ ...unit, changed_at: unit.created_at })
    .execute()
}

/** Changes fields, if any, and counts the change. */
export async function updateUnit(tx: Tx, id: string, fields: Partial<UnitFields>, now: Date): Promise<void> {
  await tx
    .updateTable('units')
    .set({ ...fields, changed_at: now, revision: sql<number>`revision + 1` })
    .where('id', '=', id)
    .execute()
}

export async function listCoTeachers(tx: Tx, unitId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('unit_teachers')
    .select('user_id')
    .where('unit_id', '=', unitId)
    .orderBy('added_at')
    .orderBy('user_id')
    .execute()
  return rows.map(({ user_id }) => user_id)
}

export async function replaceCoTeachers(
  tx: Tx,
  unit: Unit,
  userIds: readonly string[],
  now: Date,
): Promise<void> {
  await tx.deleteFrom('unit_teachers').where('unit_id', '=', unit.id).execute()
  if (userIds.length === 0) return
  await tx
    .insertInto('unit_teachers')
    .values(
      userIds.map((user_id) => ({ unit_id: unit.id, user_id, school_id: unit.school_id, added_at: now })),
    )
    .execute()
}
