import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

/** A competency with the topic it is part of, if any. */
export interface PlacedObjective {
  id: string
  title: string
  topic_id: string | null
  topic_title: string | null
}

/** Competencies that the quizzes set to these classes ask about, or that these students gave evidence on. */
export async function listPlacedObjectives(
  tx: Tx,
  of: { classroomIds: readonly string[]; studentIds: readonly string[]; now: Date },
): Promise<PlacedObjective[]> {
  const { rows } = await sql<PlacedObjective>`
    with met as (
      select jsonb_array_elements_text(v.body -> 'competency_ids')::uuid as id
      from assignments a
      join quiz_questions qq on qq.quiz_id = a.quiz_id
      join questions q on q.id = qq.question_id
      join question_versions v on v.id = q.approved_version_id
      where a.classroom_id = any (${of.classroomIds}::uuid[]) and a.available_from <= ${of.now}
      union
      select m.competency_id from mastery_current m where m.student_id = any (${of.studentIds}::uuid[])
    )
    select c.id, c.title, topic.id as topic_id, topic.title as topic_title
    from met join competencies c on c.id = met.id and c.kind <> 'topic'
    left join lateral (
      select t.id, t.title from competency_edges e join competencies t on t.id = e.to_id and t.kind = 'topic'
      where e.from_id = c.id and e.kind = 'broader' order by t.created_at, t.id limit 1
    ) topic on true
    order by topic.title nulls last, topic.id, c.created_at, c.id`.execute(tx)
  return rows
}

/** Why each event moved a competency of a student, keyed by event and competency. */
export async function mapReasons(
  tx: Tx,
  studentId: string,
  eventIds: readonly string[],
): Promise<Map<string, string>> {
  if (eventIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('evidence')
    .select(['event_id', 'competency_id', 'reason'])
    .where('student_id', '=', studentId)
    .where('event_id', 'in', eventIds)
    .execute()
  return new Map(rows.map(({ event_id, competency_id, reason }) => [`${event_id} ${competency_id}`, reason]))
}
