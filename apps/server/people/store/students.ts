import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { refuseTaken } from './refuse-taken.ts'

export interface Student {
  id: string
  school_id: string
  username: string
  first_name: string
  last_name: string
  year_group: number | null
  /** US grade: year group less one. */
  grade_level: number | null
}

export interface NewStudent {
  id: string
  school_id: string
  username: string
  year_group: number | null
  external_id: string | null
}

export async function insertStudents(tx: Tx, students: readonly NewStudent[]): Promise<void> {
  if (students.length > 0)
    await refuseTaken(
      tx
        .insertInto('students')
        .values([...students])
        .execute(),
    )
}

export async function updateStudent(
  tx: Tx,
  studentId: string,
  change: { username?: string; year_group?: number | null; external_id?: string | null },
): Promise<void> {
  if (Object.keys(change).length === 0) return
  await refuseTaken(tx.updateTable('students').set(change).where('id', '=', studentId).execute())
}

const students = (tx: Tx) =>
  tx
    .selectFrom('students as s')
    .innerJoin('users as u', 'u.id', 's.id')
    .select([
      's.id',
      's.school_id',
      's.username',
      'u.first_name',
      'u.last_name',
      's.year_group',
      's.grade_level',
    ])

export async function findStudent(tx: Tx, studentId: string): Promise<Student | null> {
  return (await students(tx).where('s.id', '=', studentId).executeTakeFirst()) ?? null
}

export async function listStudentsByUsername(tx: Tx, usernames: readonly string[]): Promise<Student[]> {
  if (usernames.length === 0) return []
  return students(tx)
    .where('s.username', 'in', [...usernames])
    .execute()
}

/** Students of the school with any of these names, compared without case. */
export async function listStudentsByName(tx: Tx, names: readonly string[]): Promise<Student[]> {
  if (names.length === 0) return []
  return students(tx)
    .where(sql<string>`lower(u.first_name || ' ' || u.last_name)`, 'in', [
      ...new Set(names.map((name) => name.toLowerCase())),
    ])
    .execute()
}

/** Every user name of the school of the transaction, for making new ones. */
export async function listUsernames(tx: Tx): Promise<Set<string>> {
  const rows = await tx.selectFrom('students').select('username').execute()
  return new Set(rows.map(({ username }) => username))
}

/** Students by the ids that the school's roster keeps for them; unknown ids are left out. */
export async function mapRosterIds(tx: Tx, externalIds: readonly string[]): Promise<Map<string, string>> {
  if (externalIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('students')
    .select(['id', 'external_id'])
    .where('external_id', 'in', [...new Set(externalIds)])
    .execute()
  return new Map(rows.map(({ id, external_id }) => [external_id ?? '', id]))
}
