import { sql } from 'kysely'
import type { Viewer } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { json } from '../../platform/db/json.ts'
import type { Place } from '../cursor.ts'
import { reachableUnits } from './units.ts'

export type QuizStatus = 'draft' | 'review' | 'published' | 'archived'

/** A warning that a teacher set aside, with the reason. */
export interface Dismissal {
  code: string
  pointer: string
  reason: string
  dismissed_by: string
  dismissed_at: string
}

export interface Quiz {
  id: string
  school_id: string
  unit_id: string
  owner_id: string
  title: string
  year_group: number
  status: QuizStatus
  status_before_archiving: Exclude<QuizStatus, 'archived'> | null
  /** Counts what was published; a change after publishing makes the next one. */
  version: number
  published_version: number | null
  duration_minutes: number
  dismissals: Dismissal[]
  revision: number
  created_at: Date
  changed_at: Date
  published_at: Date | null
  archived_at: Date | null
}

const read = (row: unknown): Quiz => row as Quiz

function reachableQuiz(tx: Tx, viewer: Viewer, id: string) {
  return tx
    .selectFrom('quizzes')
    .selectAll()
    .where('id', '=', id)
    .where('unit_id', 'in', reachableUnits(tx, viewer).select('units.id'))
}

export async function findQuiz(tx: Tx, viewer: Viewer, id: string): Promise<Quiz | null> {
  const row = await reachableQuiz(tx, viewer, id).executeTakeFirst()
  return row ? read(row) : null
}

export async function lockQuiz(tx: Tx, viewer: Viewer, id: string): Promise<Quiz | null> {
  const row = await reachableQuiz(tx, viewer, id).forUpdate().executeTakeFirst()
  return row ? read(row) : null
}

/** A quiz of the running school, for jobs and for rooms that checked the reach themselves. */
export async function getQuiz(tx: Tx, id: string): Promise<Quiz> {
  return read(await tx.selectFrom('quizzes').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
}

export interface QuizTotals {
  question_count: number
  total_points: number
  time_estimate_seconds: number
  review_counts: Record<string, number>
}

const totals = [
  sql<number>`coalesce(t.question_count, 0)::int`.as('question_count'),
  sql<number>`coalesce(t.total_points, 0)::int`.as('total_points'),
  sql<number>`coalesce(t.time_estimate_seconds, 0)::int`.as('time_estimate_seconds'),
  sql<Record<string, number>>`coalesce(r.review_counts, '{}'::jsonb)`.as('review_counts'),
]

/** Computed from the questions in order, never stored. */
const totalsOf = sql<Omit<QuizTotals, 'review_counts'>>`(
  select count(*) as question_count, sum((v.body ->> 'points')::int) as total_points,
    sum((v.body ->> 'time_estimate_seconds')::int) as time_estimate_seconds
  from quiz_questions o
  join questions q on q.id = o.question_id
  join question_versions v on v.id = q.current_version_id
  where o.quiz_id = quizzes.id)`

const reviewCountsOf = sql<{ review_counts: Record<string, number> }>`(
  select jsonb_object_agg(review_state, count) as review_counts
  from (select review_state, count(*)::int as count from questions where quiz_id = quizzes.id group by review_state) c)`

export interface QuizFilter {
  unit_id?: string | undefined
  status?: QuizStatus | undefined
  /** Only those that the viewer made and has not published yet. */
  own_unpublished?: boolean | undefined
}

const unpublished: readonly QuizStatus[] = ['draft', 'review']

/** The quizzes in reach of the viewer that pass the filter; archived ones only when they are asked for. */
function quizzesFor(tx: Tx, viewer: Viewer, { unit_id, status, own_unpublished }: QuizFilter) {
  let query = tx
    .selectFrom('quizzes')
    .where('quizzes.unit_id', 'in', reachableUnits(tx, viewer).select('units.id'))
  if (unit_id) query = query.where('quizzes.unit_id', '=', unit_id)
  if (own_unpublished)
    query = query
      .where('quizzes.owner_id', '=', viewer.userId)
      .where('quizzes.status', 'in', [...unpublished])
  return status ? query.where('quizzes.status', '=', status) : query.where('quizzes.status', '<>', 'archived')
}

/** How many quizzes `listQuizzes` finds in all. */
export async function countQuizzes(tx: Tx, viewer: Viewer, filter: QuizFilter): Promise<number> {
  const { quizzes } = await quizzesFor(tx, viewer, filter)
    .select(sql<number>`count(*)::int`.as('quizzes'))
    .executeTakeFirstOrThrow()
  return quizzes
}

export async function listQuizzes(
  tx: Tx,
  viewer: Viewer,
  { after, limit, ...filter }: QuizFilter & { after: Place | null; limit: number },
): Promise<(Quiz & QuizTotals)[]> {
  let query = quizzesFor(tx, viewer, filter)
    .leftJoinLateral(totalsOf.as('t'), (join) => join.onTrue())
    .leftJoinLateral(reviewCountsOf.as('r'), (join) => join.onTrue())
    .selectAll('quizzes')
    .select(totals)
  if (after) query = query.where(sql<boolean>`(quizzes.changed_at, quizzes.id) < (${after.at}, ${after.id})`)
  const rows = await query
    .orderBy('quizzes.changed_at', 'desc')
    .orderBy('quizzes.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row as unknown as Quiz & QuizTotals)
}

export type NewQuiz = Pick<
  Quiz,
  'id' | 'school_id' | 'unit_id' | 'owner_id' | 'title' | 'year_group' | 'duration_minutes' | 'created_at'
>

export async function insertQuiz(tx: Tx, quiz: NewQuiz): Promise<void> {
  await tx
    .insertInto('quizzes')
    .values({ ...quiz, status: 'draft', changed_at: quiz.created_at })
    .execute()
}

type Fields = Partial<
  Pick<
    Quiz,
    | 'title'
    | 'year_group'
    | 'duration_minutes'
    | 'status'
    | 'status_before_archiving'
    | 'archived_at'
    | 'published_at'
    | 'published_version'
  >
>

/** Changes fields, if any, and counts the change. */
export async function updateQuiz(tx: Tx, id: string, fields: Fields, now: Date): Promise<void> {
  await tx
    .updateTable('quizzes')
    .set({ ...fields, changed_at: now, revision: sql<number>`revision + 1` })
    .where('id', '=', id)
    .execute()
}

/**
 * Counts a change to what students will meet: after publishing, the first such change makes the next version.
 */
export async function countContentChange(tx: Tx, id: string, now: Date): Promise<void> {
  await tx
    .updateTable('quizzes')
    .set({
      changed_at: now,
      revision: sql<number>`revision + 1`,
      version: sql<number>`case when version = published_version then version + 1 else version end`,
    })
    .where('id', '=', id)
    .execute()
}

export async function updateQuizDismissals(
  tx: Tx,
  id: string,
  dismissals: readonly Dismissal[],
): Promise<void> {
  await tx
    .updateTable('quizzes')
    .set({ dismissals: json([...dismissals]) })
    .where('id', '=', id)
    .execute()
}

export async function deleteQuiz(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('quiz_questions').where('quiz_id', '=', id).execute()
  await tx.deleteFrom('questions').where('quiz_id', '=', id).execute()
  await tx.deleteFrom('quizzes').where('id', '=', id).execute()
}

export async function listObjectiveIds(tx: Tx, quizId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('quiz_objectives')
    .select('competency_id')
    .where('quiz_id', '=', quizId)
    .orderBy('ord')
    .execute()
  return rows.map(({ competency_id }) => competency_id)
}

export async function replaceObjectives(
  tx: Tx,
  quiz: { id: string; school_id: string },
  competencyIds: readonly string[],
): Promise<void> {
  await tx.deleteFrom('quiz_objectives').where('quiz_id', '=', quiz.id).execute()
  if (competencyIds.length === 0) return
  await tx
    .insertInto('quiz_objectives')
    .values(
      competencyIds.map((competency_id, index) => ({
        quiz_id: quiz.id,
        school_id: quiz.school_id,
        competency_id,
        ord: index + 1,
      })),
    )
    .execute()
}
