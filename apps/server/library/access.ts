import type { Viewer } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { Refused } from '../platform/refused.ts'
import { findDocument, lockDocumentOf, type StoredDocument } from './store/documents.ts'
import { findGeneration, type Generation } from './store/generations.ts'
import { findQuestion, type StoredQuestion } from './store/questions.ts'
import { findQuiz, lockQuiz, type Quiz } from './store/quizzes.ts'
import { findUnit, lockUnit, type Unit } from './store/units.ts'

/** The first look-up of a verb: what is out of the viewer's reach is not found. */
const must = <T>(found: T | null): T => {
  if (found === null) throw new Refused('not_found')
  return found
}

export const getUnitFor = async (tx: Tx, viewer: Viewer, id: string): Promise<Unit> =>
  must(await findUnit(tx, viewer, id))

export const lockUnitFor = async (tx: Tx, viewer: Viewer, id: string): Promise<Unit> =>
  must(await lockUnit(tx, viewer, id))

export const getDocumentFor = async (tx: Tx, viewer: Viewer, id: string): Promise<StoredDocument> =>
  must(await findDocument(tx, viewer, id))

export const lockDocumentFor = async (tx: Tx, viewer: Viewer, id: string): Promise<StoredDocument> =>
  must(await lockDocumentOf(tx, viewer, id))

export const getQuizFor = async (tx: Tx, viewer: Viewer, id: string): Promise<Quiz> =>
  must(await findQuiz(tx, viewer, id))

export const lockQuizFor = async (tx: Tx, viewer: Viewer, id: string): Promise<Quiz> =>
  must(await lockQuiz(tx, viewer, id))

export const getQuestionFor = async (tx: Tx, viewer: Viewer, id: string): Promise<StoredQuestion> =>
  must(await findQuestion(tx, viewer, id))

export const getGenerationFor = async (tx: Tx, viewer: Viewer, id: string): Promise<Generation> =>
  must(await findGeneration(tx, viewer, id))

/**
 * A question together with its quiz, both locked, the quiz first: every verb that changes either takes them
 * in this order, so that no two wait for each other.
 */
export async function lockQuestionFor(
  tx: Tx,
  viewer: Viewer,
  id: string,
): Promise<{ quiz: Quiz; stored: StoredQuestion }> {
  const { quiz_id } = must(await findQuestion(tx, viewer, id))
  const quiz = must(await lockQuiz(tx, viewer, quiz_id))
  return { quiz, stored: must(await findQuestion(tx, viewer, id)) }
}
