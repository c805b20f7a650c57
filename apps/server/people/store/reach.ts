import { sql } from 'kysely'
import type { Viewer } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'

/**
 * Whether a student is within a viewer's reach on the day of the instant: oneself, students of own classes,
 * linked children, assigned advisees, for an admin the students of the school.
 */
export async function isWithinReach(tx: Tx, viewer: Viewer, studentId: string, now: Date): Promise<boolean> {
  if (viewer.role === 'student') return viewer.userId === studentId
  if (viewer.role === 'service') return false
  const { rows } =
    await sql`select 1 from students s where s.id = ${studentId} and ${reachOf(viewer, now)}`.execute(tx)
  return rows.length > 0
}

function reachOf(viewer: Viewer, now: Date) {
  switch (viewer.role) {
    case 'teacher':
      return sql`exists (
        select 1 from classroom_enrollments e
        join classrooms c on c.id = e.classroom_id and c.archived_at is null
        join classroom_teachers t on t.classroom_id = e.classroom_id
        where e.student_id = s.id and t.user_id = ${viewer.userId}::uuid
          and e.enrolled_on <= school_day(${now}) and (e.ended_on is null or e.ended_on > school_day(${now}))
          and t.valid_from <= school_day(${now}) and (t.valid_until is null or t.valid_until > school_day(${now})))`
    case 'guardian':
      return sql`exists (
        select 1 from guardian_links l
        where l.student_id = s.id and l.guardian_id = ${viewer.userId}::uuid and l.ended_at is null)`
    case 'advisor':
      return sql`exists (
        select 1 from advisor_links l
        where l.student_id = s.id and l.advisor_id = ${viewer.userId}::uuid and l.ended_at is null)`
    case 'admin':
      return sql`true`
    default:
      return sql`false`
  }
}
