import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Student } from './students.ts'

export interface ClassroomStudent extends Student {
  enrolled_on: string
  /** First day no longer in the class. */
  ended_on: string | null
  can_sign_in: boolean
}

/** Students of a class by name: on the day of the instant, or (`everyone`) all who ever were, latest stay. */
export async function listClassroomStudents(
  tx: Tx,
  classroomId: string,
  now: Date,
  who: 'today' | 'everyone' = 'today',
): Promise<ClassroomStudent[]> {
  const { rows } = await sql<ClassroomStudent>`
    select * from (
      select distinct on (s.id) s.id, s.school_id, s.username, u.first_name, u.last_name, s.year_group, s.grade_level,
        e.enrolled_on, e.ended_on, u.disabled_at is null and u.password_hash is not null as can_sign_in
      from classroom_enrollments e
      join students s on s.id = e.student_id
      join users u on u.id = s.id
      where e.classroom_id = ${classroomId}
        and (${who === 'everyone'} or (e.enrolled_on <= school_day(${now})
          and (e.ended_on is null or e.ended_on > school_day(${now}))))
      order by s.id, e.enrolled_on desc
    ) stays
    order by last_name, first_name, id`.execute(tx)
  return rows
}

/** Ids of the classes a student is in on the day of the instant, archived ones left out. */
export async function listClassroomIdsOf(tx: Tx, studentId: string, now: Date): Promise<string[]> {
  const { rows } = await sql<{ classroom_id: string }>`
    select e.classroom_id from classroom_enrollments e join classrooms c on c.id = e.classroom_id
    where e.student_id = ${studentId} and c.archived_at is null and e.enrolled_on <= school_day(${now})
      and (e.ended_on is null or e.ended_on > school_day(${now}))`.execute(tx)
  return rows.map(({ classroom_id }) => classroom_id)
}

/** Puts students into classes from a day on (null: the day of the instant); who is in already stays as is. */
export async function insertEnrolments(
  tx: Tx,
  ctx: Pick<Context, 'now' | 'newId'>,
  schoolId: string,
  pairs: readonly { classroom_id: string; student_id: string }[],
  from: string | null = null,
): Promise<void> {
  const PER_STATEMENT = 1000
  for (let at = 0; at < pairs.length; at += PER_STATEMENT) {
    const rows = pairs.slice(at, at + PER_STATEMENT).map((pair) => ({ id: ctx.newId(), ...pair }))
    await sql`
      insert into classroom_enrollments (id, classroom_id, student_id, school_id, enrolled_on)
      select r.id, r.classroom_id, r.student_id, ${schoolId}::uuid, coalesce(${from}::date, school_day(${ctx.now}))
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, classroom_id uuid, student_id uuid)
      on conflict (classroom_id, student_id) where ended_on is null do nothing`.execute(tx)
  }
}

/** Takes a student out from a day on (null: the day of the instant); false when not in the class. */
export async function updateEnrolmentEnd(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  pair: { classroom_id: string; student_id: string },
  on: string | null,
): Promise<boolean> {
  const { rows } = await sql`
    update classroom_enrollments
    set ended_on = greatest(enrolled_on, coalesce(${on}::date, school_day(${ctx.now})))
    where classroom_id = ${pair.classroom_id} and student_id = ${pair.student_id} and ended_on is null
    returning id`.execute(tx)
  return rows.length > 0
}

/** Names of the classes of many students on the day of the instant. */
export async function listClassNames(
  tx: Tx,
  studentIds: readonly string[],
  now: Date,
): Promise<Map<string, string[]>> {
  if (studentIds.length === 0) return new Map()
  const { rows } = await sql<{ student_id: string; names: string[] }>`
    select e.student_id, array_agg(c.name order by c.name) as names
    from classroom_enrollments e join classrooms c on c.id = e.classroom_id
    where e.student_id = any (${studentIds}::uuid[]) and c.archived_at is null
      and e.enrolled_on <= school_day(${now}) and (e.ended_on is null or e.ended_on > school_day(${now}))
    group by e.student_id`.execute(tx)
  return new Map(rows.map((row) => [row.student_id, row.names]))
}
