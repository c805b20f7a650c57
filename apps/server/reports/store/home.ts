import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

export interface Happening {
  at: Date
  kind: 'quiz_completed' | 'quiz_published'
  assignment_id: string
  quiz_title: string
  classroom_id: string
  classroom_name: string
  count: number
}

/** The newest of what happened in these classes: quizzes set, and quizzes finished by day. */
export async function listHappenings(
  tx: Tx,
  classroomIds: readonly string[],
  limit: number,
): Promise<Happening[]> {
  const { rows } = await sql<Happening>`
    with own as (
      select a.id, a.classroom_id, a.published_at, q.title, c.name
      from assignments a join quizzes q on q.id = a.quiz_id join classrooms c on c.id = a.classroom_id
      where a.classroom_id = any (${classroomIds}::uuid[])
    )
    select * from (
      select max(t.ended_at) as at, 'quiz_completed' as kind, own.id as assignment_id, own.title as quiz_title,
        own.classroom_id, own.name as classroom_name, count(distinct t.student_id)::int as count
      from own join attempts t on t.assignment_id = own.id and t.status = 'completed'
      group by own.id, own.title, own.classroom_id, own.name, school_day(t.ended_at)
      union all
      select published_at, 'quiz_published', id, title, classroom_id, name, 0 from own
    ) happened
    order by at desc, assignment_id desc limit ${limit}`.execute(tx)
  return rows
}
