import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

export interface TimelineRow {
  id: string
  at: Date
  kind: 'quiz_completed' | 'judgement'
  title: string
  classroom_name: string | null
  attempt_id: string | null
  assignment_id: string | null
  competency_id: string | null
  score: string | null
  max_score: string | null
  waiting: number
  marked_at: Date | null
  /** Exact share that a judgement stands for. */
  judged: string | null
}

/** Finished quizzes and judgements of a student, the newest first. */
export async function listTimelineRows(
  tx: Tx,
  studentId: string,
  page: { before: { at: Date; id: string } | null; limit: number },
): Promise<TimelineRow[]> {
  const { before, limit } = page
  const { rows } = await sql<TimelineRow>`
    select * from (
      select t.id, t.ended_at as at, 'quiz_completed' as kind, q.title, c.name as classroom_name,
        t.id as attempt_id, a.id as assignment_id, null::uuid as competency_id, t.score::text as score,
        t.max_score::text as max_score, coalesce(t.pending_count, 0) as waiting,
        (select max(m.marked_at) from marks m
          where m.attempt_id = t.id and m.counts and m.superseded_at is null) as marked_at, null as judged
      from attempts t join assignments a on a.id = t.assignment_id
      join quizzes q on q.id = t.quiz_id join classrooms c on c.id = a.classroom_id
      where t.student_id = ${studentId} and t.status = 'completed'
      union all
      select e.id, e.occurred_at, 'judgement', k.title, null, null, null, k.id, null, null, 0, null, e.value
      from evidence e join competencies k on k.id = e.competency_id
      where e.student_id = ${studentId} and e.item_id is null and e.status = 'active'
    ) entries
    where ${before === null} or (at, id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid)
    order by at desc, id desc limit ${limit}`.execute(tx)
  return rows
}
