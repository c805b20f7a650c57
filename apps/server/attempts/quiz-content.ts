import { forVariant } from '@waymark/questions/kinds.ts'
import type { Question } from '@waymark/questions/question.ts'
import { LRUCache } from 'lru-cache'
import {
  findQuizOutline,
  freezeVersions,
  getPublishable,
  getQuestionVersions,
  listCompetencies,
  listQuizFacts,
  markPublished,
  type QuizFacts,
  type QuizOutline,
} from '../library/index.ts'
import { type Context, whoIs } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { Refused } from '../platform/refused.ts'
import type { VersionedQuestion } from './snapshot.ts'
import type { AttemptRecord } from './store/attempts.ts'

/*
 * What this room needs of the library. A version that an attempt holds is frozen, so it is read once and kept;
 * a preview holds versions that may still be edited, and reads them each time.
 */

export type { QuizFacts }
export { listQuizFacts }

const frozen = new LRUCache<string, Question>({ max: 3000 })

/** Versions by id, as their authors wrote them. */
export async function listQuestions(tx: Tx, versionIds: readonly string[]): Promise<Map<string, Question>> {
  const found = new Map<string, Question>()
  const unknown: string[] = []
  for (const id of versionIds) {
    const known = frozen.get(id)
    if (known) found.set(id, known)
    else unknown.push(id)
  }
  if (unknown.length === 0) return found
  for (const { version_id, question, frozen_at } of await getQuestionVersions(tx, unknown)) {
    found.set(version_id, question)
    if (frozen_at !== null) frozen.set(version_id, question)
  }
  return found
}

/** The questions of an attempt by version id, each in the variant this attempt was given. */
export async function loadQuestions(
  tx: Tx,
  { snapshot }: Pick<AttemptRecord, 'snapshot'>,
): Promise<Map<string, Question>> {
  const found = await listQuestions(
    tx,
    snapshot.questions.map(({ question_version_id }) => question_version_id),
  )
  for (const { question_version_id, variant_key } of snapshot.questions) {
    const question = found.get(question_version_id)
    if (question && variant_key > 0) found.set(question_version_id, forVariant(question, variant_key))
  }
  return found
}

/** The same when all of them are known, without asking the database. */
export function knownQuestions({ snapshot }: Pick<AttemptRecord, 'snapshot'>): Map<string, Question> | null {
  const found = new Map<string, Question>()
  for (const { question_version_id, variant_key } of snapshot.questions) {
    const question = frozen.get(question_version_id)
    if (!question) return null
    found.set(question_version_id, variant_key > 0 ? forVariant(question, variant_key) : question)
  }
  return found
}

/** The same by position. */
export async function questionsByPosition(
  tx: Tx,
  attempt: Pick<AttemptRecord, 'snapshot'>,
): Promise<Map<number, Question>> {
  const found = await loadQuestions(tx, attempt)
  return new Map(
    attempt.snapshot.questions.flatMap(({ position, question_version_id }) => {
      const question = found.get(question_version_id)
      return question ? [[position, question] as const] : []
    }),
  )
}

export async function listObjectiveTitles(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  return new Map((await listCompetencies(tx, ids)).map(({ id, title }) => [id, title]))
}

export interface QuizContent {
  title: string
  version: number
  /** In authored order. */
  questions: VersionedQuestion[]
}

/** What a student who starts now meets; from here on these versions never change. An archived quiz is hidden. */
export async function getQuizForAttempt(tx: Tx, ctx: Context, quizId: string): Promise<QuizContent> {
  const outline = await findQuizOutline(tx, quizId)
  if (!outline || outline.is_archived) throw new Refused('not_found')
  const fresh = outline.versions.filter(({ is_frozen }) => !is_frozen).map(({ version_id }) => version_id)
  if (fresh.length > 0) await freezeVersions(ctx, tx, fresh)
  return { ...outline, questions: await approvedOf(tx, outline) }
}

async function approvedOf(tx: Tx, { versions }: QuizOutline): Promise<VersionedQuestion[]> {
  const found = await listQuestions(
    tx,
    versions.map(({ version_id }) => version_id),
  )
  return versions.flatMap(({ question_id, version_id }) => {
    const question = found.get(version_id)
    return question ? [{ question_id, question_version_id: version_id, question }] : []
  })
}

/** The quiz as it is now, approved or not, for its author's own look. */
export async function getQuizForPreview(tx: Tx, ctx: Context, quizId: string): Promise<QuizContent> {
  const { quiz, versions } = await getPublishable(tx, whoIs(ctx), quizId)
  return {
    title: quiz.title,
    version: quiz.version,
    questions: versions.map(({ question_id, version_id, question }) => ({
      question_id,
      question_version_id: version_id,
      question,
    })),
  }
}

/** The questions of a quiz in authored order, for tables of results. */
export async function getQuizForResults(tx: Tx, quizId: string): Promise<QuizContent> {
  const outline = await findQuizOutline(tx, quizId)
  if (!outline) throw new Refused('not_found')
  return { ...outline, questions: await approvedOf(tx, outline) }
}

/** Refuses a quiz with errors, naming every finding; else marks it published and answers its version. */
export async function publishQuizContent(tx: Tx, ctx: Context, quizId: string): Promise<number> {
  const { quiz, findings, passes } = await getPublishable(tx, whoIs(ctx), quizId)
  if (quiz.status === 'archived') throw new Refused('wrong_state', { status: quiz.status })
  if (!passes) throw new Refused('gate_failed', { findings })
  await markPublished(ctx, tx, quiz)
  return quiz.version
}
