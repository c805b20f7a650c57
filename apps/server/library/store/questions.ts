import type { Question } from '@waymark/questions/kinds.ts'
import { sql } from 'kysely'
import type { Viewer } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { ReviewState } from '../review/review-states.ts'
import {
  type QuestionTest,
  type QuestionVersion,
  readVersion,
  versionColumns,
  versionRow,
} from './question-versions.ts'
import { reachableUnits } from './units.ts'

/** A question with its current version. */
export interface StoredQuestion {
  id: string
  school_id: string
  unit_id: string
  quiz_id: string
  generation_id: string | null
  derived_from: string | null
  review_state: ReviewState
  state_before_rejection: Exclude<ReviewState, 'rejected'> | null
  rejection_reason: string | null
  ord_before_rejection: number | null
  approved_version_id: string | null
  revision: number
  changed_at: Date
  /** Place in the quiz from 1; null when it is not in the order. */
  position: number | null
  latest_version: number
  current: QuestionVersion
}

function questions(tx: Tx) {
  return tx
    .selectFrom('questions as q')
    .innerJoin('question_versions as v', 'v.id', 'q.current_version_id')
    .leftJoin('quiz_questions as o', (join) =>
      join.onRef('o.question_id', '=', 'q.id').onRef('o.quiz_id', '=', 'q.quiz_id'),
    )
    .select([
      'q.id',
      'q.school_id',
      'q.unit_id',
      'q.quiz_id',
      'q.generation_id',
      'q.derived_from',
      'q.review_state',
      'q.state_before_rejection',
      'q.rejection_reason',
      'q.ord_before_rejection',
      'q.approved_version_id',
      'q.revision',
      'q.changed_at',
      'o.ord as position',
      ...versionColumns,
    ])
    .select(
      sql<number>`(select max(version) from question_versions l where l.question_id = q.id)`.as(
        'latest_version',
      ),
    )
}

function readStored(
  row: Awaited<ReturnType<ReturnType<typeof questions>['executeTakeFirstOrThrow']>>,
): StoredQuestion {
  return {
    id: row.id,
    school_id: row.school_id,
    unit_id: row.unit_id,
    quiz_id: row.quiz_id,
    generation_id: row.generation_id,
    derived_from: row.derived_from,
    review_state: row.review_state as ReviewState,
    state_before_rejection: row.state_before_rejection as StoredQuestion['state_before_rejection'],
    rejection_reason: row.rejection_reason,
    ord_before_rejection: row.ord_before_rejection,
    approved_version_id: row.approved_version_id,
    revision: row.revision,
    changed_at: row.changed_at,
    position: row.position,
    latest_version: row.latest_version,
    current: readVersion(row),
  }
}

export async function findQuestion(tx: Tx, viewer: Viewer, id: string): Promise<StoredQuestion | null> {
  const row = await questions(tx)
    .where('q.id', '=', id)
    .where('q.unit_id', 'in', reachableUnits(tx, viewer).select('units.id'))
    .executeTakeFirst()
  return row ? readStored(row) : null
}

/** All questions of a quiz: those in the order first, then the rejected ones. */
export async function listQuestions(tx: Tx, quizId: string): Promise<StoredQuestion[]> {
  const rows = await questions(tx)
    .where('q.quiz_id', '=', quizId)
    .orderBy(sql`o.ord nulls last`)
    .orderBy('q.created_at')
    .orderBy('q.id')
    .execute()
  return rows.map(readStored)
}

const MOST_KNOWN = 500

/** The most recent approved questions of the school's other quizzes. */
export async function listKnownQuestions(
  tx: Tx,
  quizId: string,
): Promise<{ id: string; question: Question }[]> {
  const rows = await tx
    .selectFrom('questions as q')
    .innerJoin('question_versions as v', 'v.id', 'q.approved_version_id')
    .select(versionColumns)
    .where('q.quiz_id', '<>', quizId)
    .orderBy('q.changed_at', 'desc')
    .limit(MOST_KNOWN)
    .execute()
  return rows.map(readVersion).map(({ question_id, question }) => ({ id: question_id, question }))
}

export interface NewQuestion {
  id: string
  school_id: string
  unit_id: string
  quiz_id: string
  generation_id: string | null
  derived_from: string | null
  review_state: ReviewState
  version_id: string
  question: Question
  tests: readonly QuestionTest[]
  created_by: string
}

export async function insertQuestions(tx: Tx, fresh: readonly NewQuestion[], now: Date): Promise<void> {
  if (fresh.length === 0) return
  await tx
    .insertInto('questions')
    .values(
      fresh.map(({ version_id, question: _question, tests: _tests, ...row }) => ({
        ...row,
        current_version_id: version_id,
        approved_version_id: row.review_state === 'approved' ? version_id : null,
        created_at: now,
        changed_at: now,
      })),
    )
    .execute()
  await tx
    .insertInto('question_versions')
    .values(
      fresh.map((one) => ({
        ...versionRow(one.version_id, one.id, one.school_id, 1, one.question, one.tests, one.created_by, now),
        approved_at: one.review_state === 'approved' ? now : null,
        approved_by: one.review_state === 'approved' ? one.created_by : null,
      })),
    )
    .execute()
}

/** A further version that becomes the current one; the earlier ones stay as they are. */
export async function insertVersion(
  tx: Tx,
  stored: StoredQuestion,
  fresh: { version_id: string; question: Question; tests: readonly QuestionTest[]; created_by: string },
  now: Date,
): Promise<void> {
  const { version_id, question, tests, created_by } = fresh
  await tx
    .insertInto('question_versions')
    .values(
      versionRow(
        version_id,
        stored.id,
        stored.school_id,
        stored.latest_version + 1,
        question,
        tests,
        created_by,
        now,
      ),
    )
    .execute()
  await tx
    .updateTable('questions')
    .set({ current_version_id: version_id })
    .where('id', '=', stored.id)
    .execute()
}

type Fields = Partial<{
  review_state: ReviewState
  state_before_rejection: StoredQuestion['state_before_rejection']
  rejection_reason: string | null
  ord_before_rejection: number | null
  current_version_id: string
  approved_version_id: string | null
}>

/** Changes fields, if any, and counts the change. */
export async function updateQuestion(tx: Tx, id: string, fields: Fields, now: Date): Promise<void> {
  await tx
    .updateTable('questions')
    .set({ ...fields, changed_at: now, revision: sql<number>`revision + 1` })
    .where('id', '=', id)
    .execute()
}

export async function deleteQuestion(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('questions').where('id', '=', id).execute()
}
