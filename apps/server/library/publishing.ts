import type { Context, Viewer } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { lockQuizFor } from './access.ts'
import { gateOf } from './quizzes/read-quizzes.ts'
import type { ShownFinding } from './review/gate.ts'
import { listVersionsById, type QuestionVersion, updateFrozen } from './store/question-versions.ts'
import { listQuestions } from './store/questions.ts'
import { type Quiz, updateQuiz } from './store/quizzes.ts'

/** What rooms above need in order to publish, preview and take a quiz. */

export interface Publishable {
  quiz: Quiz
  /** Current versions in the order of the quiz, approved or not. */
  versions: QuestionVersion[]
  findings: ShownFinding[]
  /** Whether no finding blocks. */
  passes: boolean
}

/** A quiz as it would be published or previewed; locked, so that it stays so until the transaction ends. */
export async function getPublishable(tx: Tx, viewer: Viewer, quizId: string): Promise<Publishable> {
  const quiz = await lockQuizFor(tx, viewer, quizId)
  const questions = (await listQuestions(tx, quiz.id)).filter(({ position }) => position !== null)
  return { quiz, versions: questions.map(({ current }) => current), ...(await gateOf(tx, quiz)) }
}

/** Versions by id, for attempts that hold them; in no order, unknown ids left out. */
export function getQuestionVersions(tx: Tx, ids: readonly string[]): Promise<QuestionVersion[]> {
  return listVersionsById(tx, ids)
}

/** An attempt holds these versions from now on: an edit makes the next one. Not for previews. */
export async function freezeVersions(
  ctx: Pick<Context, 'now'>,
  tx: Tx,
  versionIds: readonly string[],
): Promise<void> {
  await updateFrozen(tx, versionIds, ctx.now)
}

/** Says that a quiz was published in its present version; may be said again for another class. */
export async function markPublished(ctx: Pick<Context, 'now'>, tx: Tx, quiz: Quiz): Promise<void> {
  const published_at = quiz.published_at ?? ctx.now
  await updateQuiz(
    tx,
    quiz.id,
    { status: 'published', published_at, published_version: quiz.version },
    ctx.now,
  )
}
