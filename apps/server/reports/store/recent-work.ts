import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

export interface FinishedQuiz {
  attempt_id: string
  title: string
  ended_at: Date
  seconds: number | null
}

/** Quizzes that a student has finished since an instant, the newest first. */
export async function listFinishedSince(tx: Tx, studentId: string, since: Date): Promise<FinishedQuiz[]> {
  const { rows } = await sql<FinishedQuiz>`
    select t.id as attempt_id, q.title, t.ended_at, t.seconds_active as seconds
    from attempts t join quizzes q on q.id = t.quiz_id
    where t.student_id = ${studentId} and t.status = 'completed' and not t.is_preview
      and t.ended_at > ${since}
    order by t.ended_at desc, t.id desc`.execute(tx)
  return rows
}
