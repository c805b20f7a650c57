import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuseTaken } from './refuse-taken.ts'
import type { Person } from './users.ts'

export interface Classroom {
  id: string
  school_id: string
  name: string
  subject: string | null
  year_group: number | null
  academic_year: string | null
  archived_at: Date | null
}

/** A class with who teaches it and how many are in it on the day of the instant. */
export interface ClassroomWithPeople extends Classroom {
  teachers: Person[]
  student_count: number
}

const columns = [
  'c.id',
  'c.school_id',
  'c.name',
  'c.subject',
  'c.year_group',
  'c.academic_year',
  'c.archived_at',
] as const

export async function findClassroom(tx: Tx, classroomId: string): Promise<Classroom | null> {
  const row = await tx
    .selectFrom('classrooms as c')
    .select(columns)
    .where('c.id', '=', classroomId)
    .executeTakeFirst()
  return row ?? null
}

/** A class that this person teaches on the day of the instant. */
export async function findTaughtClassroom(
  tx: Tx,
  classroomId: string,
  teacherId: string,
  now: Date,
): Promise<Classroom | null> {
  const row = await tx
    .selectFrom('classrooms as c')
    .select(columns)
    .where('c.id', '=', classroomId)
    .where(taughtBy(teacherId, now))
    .executeTakeFirst()
  return row ?? null
}

/** Classes of the school by name; with `teacherId` those taught on the day of the instant. */
export async function listClassrooms(
  tx: Tx,
  /** `archived` null: whether they are or not. */
  filter: { teacherId: string | null; archived: boolean | null; now: Date },
): Promise<Classroom[]> {
  let query = tx.selectFrom('classrooms as c').select(columns).orderBy('c.name').orderBy('c.id')
  if (filter.archived !== null) query = query.where('c.archived_at', filter.archived ? 'is not' : 'is', null)
  if (filter.teacherId) query = query.where(taughtBy(filter.teacherId, filter.now))
  return query.execute()
}

const taughtBy = (teacherId: string, now: Date) =>
  sql<boolean>`exists (select 1 from classroom_teachers t where t.classroom_id = c.id and t.user_id = ${teacherId}::uuid
    and t.valid_from <= school_day(${now}) and (t.valid_until is null or t.valid_until > school_day(${now})))`

export async function addPeople(
  tx: Tx,
  classrooms: readonly Classroom[],
  now: Date,
): Promise<ClassroomWithPeople[]> {
  if (classrooms.length === 0) return []
  const ids = classrooms.map(({ id }) => id)
  const teachers = await listTeachersOf(tx, ids, now)
  const { rows: counts } = await sql<{ classroom_id: string; count: number }>`
    select classroom_id, count(*)::int as count from classroom_enrollments
    where classroom_id = any (${ids}::uuid[]) and enrolled_on <= school_day(${now})
      and (ended_on is null or ended_on > school_day(${now}))
    group by classroom_id`.execute(tx)
  const countOf = new Map(counts.map((row) => [row.classroom_id, row.count]))
  return classrooms.map((classroom) => ({
    ...classroom,
    teachers: teachers
      .filter((one) => one.classroom_id === classroom.id)
      .map(({ classroom_id: _, ...one }) => one),
    student_count: countOf.get(classroom.id) ?? 0,
  }))
}

/** Who teaches these classes on the day of the instant, by name. */
export async function listTeachersOf(
  tx: Tx,
  classroomIds: readonly string[],
  now: Date,
): Promise<(Person & { classroom_id: string })[]> {
  const { rows } = await sql<Person & { classroom_id: string }>`
    select t.classroom_id, u.id, u.first_name, u.last_name
    from classroom_teachers t join users u on u.id = t.user_id
    where t.classroom_id = any (${classroomIds}::uuid[]) and t.valid_from <= school_day(${now})
      and (t.valid_until is null or t.valid_until > school_day(${now}))
    order by u.last_name, u.first_name, u.id`.execute(tx)
  return rows
}

/** Names by id, for lists of other rooms. */
export async function listClassroomNames(
  tx: Tx,
  classroomIds: readonly string[],
): Promise<Map<string, string>> {
  if (classroomIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('classrooms')
    .select(['id', 'name'])
    .where('id', 'in', [...classroomIds])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Ids by lower-case name of the classes that are not archived. */
export async function mapClassroomNames(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('classrooms')
    .select(['id', 'name'])
    .where('archived_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, name }) => [name.toLowerCase(), id]))
}

export async function isClassNameTaken(tx: Tx, name: string, butId: string | null): Promise<boolean> {
  const id = (await mapClassroomNames(tx)).get(name.toLowerCase())
  return id !== undefined && id !== butId
}

export async function insertClassrooms(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  classrooms: readonly Omit<Classroom, 'archived_at'>[],
): Promise<void> {
  if (classrooms.length === 0) return
  const rows = classrooms.map((classroom) => ({ ...classroom, created_at: ctx.now }))
  await refuseTaken(tx.insertInto('classrooms').values(rows).execute())
}

export async function updateClassroom(
  tx: Tx,
  classroomId: string,
  change: Partial<Pick<Classroom, 'name' | 'subject' | 'year_group' | 'academic_year' | 'archived_at'>>,
): Promise<void> {
  if (Object.keys(change).length === 0) return
  await refuseTaken(tx.updateTable('classrooms').set(change).where('id', '=', classroomId).execute())
}

/** Gives a class these teachers from the day of the instant on; others end that day. */
export async function updateTeachers(
  tx: Tx,
  ctx: Pick<Context, 'now' | 'newId'>,
  classroom: { id: string; school_id: string },
  teacherIds: readonly string[],
): Promise<void> {
  await sql`update classroom_teachers set valid_until = greatest(valid_from, school_day(${ctx.now}))
    where classroom_id = ${classroom.id} and valid_until is null
      and user_id <> all (${teacherIds}::uuid[])`.execute(tx)
  for (const teacherId of new Set(teacherIds))
    await sql`insert into classroom_teachers (id, classroom_id, user_id, school_id, valid_from)
      values (${ctx.newId()}, ${classroom.id}, ${teacherId}, ${classroom.school_id}, school_day(${ctx.now}))
      on conflict (classroom_id, user_id) where valid_until is null do nothing`.execute(tx)
}

/** Those of the given people who hold the teacher's role in this school at the instant. */
export async function listTeacherIds(tx: Tx, userIds: readonly string[], now: Date): Promise<string[]> {
  if (userIds.length === 0) return []
  const rows = await tx
    .selectFrom('memberships')
    .select('user_id')
    .distinct()
    .where('user_id', 'in', [...userIds])
    .where('role', '=', 'teacher')
    .where('valid_from', '<=', now)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', now)]))
    .execute()
  return rows.map(({ user_id }) => user_id)
}
