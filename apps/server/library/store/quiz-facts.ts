import { aboutMinutes } from '@waymark/questions/minutes.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

/** What lists of rooms above say of a quiz: counts are of the approved questions, as a student would meet them. */
export interface QuizFacts {
  quiz_id: string
  title: string
  version: number
  is_archived: boolean
  question_count: number
  /** As a person would say it: a multiple of 5, or 0 for a few minutes. */
  estimated_minutes: number
}

type Row = Omit<QuizFacts, 'estimated_minutes'> & { seconds: number; duration_minutes: number }

/** Quizzes of the running school by id; unknown ids are left out. Whether they may be seen is asked before. */
export async function listQuizFacts(tx: Tx, ids: readonly string[]): Promise<Map<string, QuizFacts>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Row>`
    select z.id as quiz_id, z.title, z.version, z.status = 'archived' as is_archived,
      count(v.id)::int as question_count,
      coalesce(sum((v.body ->> 'time_estimate_seconds')::int), 0)::int as seconds, z.duration_minutes
    from quizzes z
    left join quiz_questions o on o.quiz_id = z.id
    left join questions q on q.id = o.question_id
    left join question_versions v on v.id = q.approved_version_id
    where z.id in (${sql.join([...new Set(ids)])})
    group by z.id`.execute(tx)
  return new Map(
    rows.map(({ seconds, duration_minutes, ...facts }) => [
      facts.quiz_id,
      { ...facts, estimated_minutes: aboutMinutes(seconds, duration_minutes) },
    ]),
  )
}

/** Which versions a student who starts a quiz now meets, without their words. */
export interface QuizOutline {
  title: string
  version: number
  is_archived: boolean
  /** The approved versions in the order of the quiz. */
  versions: { question_id: string; version_id: string; is_frozen: boolean }[]
}

/** The outline of a quiz of the running school; null for an unknown id. Whether it may be seen is asked before. */
export async function findQuizOutline(tx: Tx, quizId: string): Promise<QuizOutline | null> {
  const { rows } = await sql<QuizOutline>`
    select z.title, z.version, z.status = 'archived' as is_archived,
      coalesce((
        select jsonb_agg(jsonb_build_object('question_id', q.id, 'version_id', v.id,
          'is_frozen', v.frozen_at is not null) order by o.ord)
        from quiz_questions o
        join questions q on q.id = o.question_id
        join question_versions v on v.id = q.approved_version_id
        where o.quiz_id = z.id), '[]') as versions
    from quizzes z where z.id = ${quizId}`.execute(tx)
  return rows[0] ?? null
}
