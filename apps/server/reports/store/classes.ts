import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

export interface ClassActivity {
  classroom_id: string
  student_count: number
  quizzes_open: number
  last_activity_at: Date | null
}

/** How many are in each class, how many quizzes are open, and when a student last did something. */
export async function listClassActivity(
  tx: Tx,
  classroomIds: readonly string[],
  now: Date,
): Promise<ClassActivity[]> {
  const { rows } = await sql<ClassActivity>`
    select c.id as classroom_id,
      (select count(*)::int from classroom_enrollments e where e.classroom_id = c.id
        and e.enrolled_on <= school_day(${now}) and (e.ended_on is null or e.ended_on > school_day(${now})))
        as student_count,
      (select count(*)::int from assignments a where a.classroom_id = c.id and a.available_from <= ${now}
        and (a.available_until is null or a.available_until > ${now})) as quizzes_open,
      (select max(coalesce(t.last_saved_at, t.started_at)) from attempts t
        join assignments a on a.id = t.assignment_id where a.classroom_id = c.id) as last_activity_at
    from classrooms c where c.id = any (${classroomIds}::uuid[])`.execute(tx)
  return rows
}

export interface SetQuiz {
  assignment_id: string
  quiz_id: string
  title: string
  available_from: Date
  available_until: Date | null
  expected: number
  started: number
  completed: number
}

/** The quizzes set to a class, the newest first, with how far its students are. */
export async function listSetQuizzes(tx: Tx, classroomId: string, now: Date): Promise<SetQuiz[]> {
  const { rows } = await sql<SetQuiz>`
    select a.id as assignment_id, a.quiz_id, q.title, a.available_from, a.available_until,
      (select count(*)::int from classroom_enrollments e
        where e.classroom_id = a.classroom_id and e.enrolled_on <= school_day(${now})
          and (e.ended_on is null or e.ended_on > school_day(${now}))
          and (not a.for_named_students or exists (
            select from assignment_students s where s.assignment_id = a.id and s.student_id = e.student_id))
          and not exists (select from assignment_overrides o
            where o.assignment_id = a.id and o.student_id = e.student_id and o.excused)) as expected,
      (select count(distinct t.student_id)::int from attempts t where t.assignment_id = a.id) as started,
      (select count(distinct t.student_id)::int from attempts t
        where t.assignment_id = a.id and t.status = 'completed') as completed
    from assignments a join quizzes q on q.id = a.quiz_id
    where a.classroom_id = ${classroomId}
    order by a.available_from desc, a.id desc`.execute(tx)
  return rows
}

export interface StudentActivity {
  student_id: string
  quizzes_completed: number
  quizzes_running: number
  last_activity_at: Date | null
}

/** What each student did at the quizzes of one class; who did nothing is left out. */
export async function mapStudentActivity(tx: Tx, classroomId: string): Promise<Map<string, StudentActivity>> {
  const { rows } = await sql<StudentActivity>`
    select t.student_id,
      (count(distinct t.assignment_id) filter (where t.status = 'completed'))::int as quizzes_completed,
      (count(distinct t.assignment_id) filter (where t.status = 'in_progress'))::int as quizzes_running,
      max(coalesce(t.last_saved_at, t.started_at)) as last_activity_at
    from attempts t join assignments a on a.id = t.assignment_id
    where a.classroom_id = ${classroomId} group by t.student_id`.execute(tx)
  return new Map(rows.map((row) => [row.student_id, row]))
}
