import type { Call, Received } from '@waymark/contract/endpoint.ts'
import type { endpoints } from '@waymark/contract/library.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { getQuizFor } from '../access.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { findingsAboutQuiz, gateFactsFor, passes, type ShownFinding } from '../review/gate.ts'
import { listQuestions } from '../store/questions.ts'
import { listQuizzes as listStoredQuizzes, type Quiz } from '../store/quizzes.ts'
import { getUnit } from '../store/units.ts'
import { showQuiz, showQuizSummary } from './show-quiz.ts'

type Endpoints = typeof endpoints
type Params = { quiz_id: string }
const PAGE = 50

/** Quizzes by last change; archived ones only when they are asked for. */
export async function listQuizzes(
  ctx: Context,
  { unit_id, status, awaiting, cursor, limit = PAGE }: Received<Endpoints['listQuizzes']>['query'],
): Promise<Call<Endpoints['listQuizzes']>['reply']> {
  const viewer = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    const filter = { unit_id, status, own_unpublished: awaiting === 'publishing' }
    const place = { after: readCursor(cursor), limit: limit + 1 }
    const quizzes = await listStoredQuizzes(tx, viewer, { ...filter, ...place })
    const last = quizzes.length > limit ? quizzes[limit - 1] : undefined
    return {
      items: quizzes.slice(0, limit).map(showQuizSummary),
      next_cursor: last ? writeCursor({ at: last.changed_at, id: last.id }) : null,
    }
  })
}

export async function getQuiz(
  ctx: Context,
  { quiz_id }: Params,
): Promise<Call<Endpoints['getQuiz']>['reply']> {
  return ctx.transaction(async (tx) => showQuiz(tx, await getQuizFor(tx, whoIs(ctx), quiz_id)))
}

export async function checkQuiz(
  ctx: Context,
  { quiz_id }: Params,
): Promise<Call<Endpoints['checkQuiz']>['reply']> {
  return ctx.transaction(async (tx) => gateOf(tx, await getQuizFor(tx, whoIs(ctx), quiz_id)))
}

/** Everything the gate finds about a quiz now. */
export async function gateOf(tx: Tx, quiz: Quiz): Promise<{ passes: boolean; findings: ShownFinding[] }> {
  const questions = await listQuestions(tx, quiz.id)
  const facts = await gateFactsFor(tx, await getUnit(tx, quiz.unit_id), questions)
  const findings = await findingsAboutQuiz(tx, quiz, questions, facts)
  return { passes: passes(findings), findings }
}
