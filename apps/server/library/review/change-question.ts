import type { Call, Received } from '@waymark/contract/endpoint.ts'
import type { endpoints } from '@waymark/contract/library.ts'
import type { Question } from '@waymark/questions/kinds.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { getQuestionFor, lockQuestionFor } from '../access.ts'
import { type IfMatch, requireRevision } from '../revision.ts'
import { type QuestionTest, updateVersion } from '../store/question-versions.ts'
import { insertVersion, type StoredQuestion, updateQuestion } from '../store/questions.ts'
import { countContentChange, type Quiz } from '../store/quizzes.ts'
import { placeQuestion } from './place-question.ts'
import { readSentQuestion } from './read-sent-question.ts'
import { requireAct } from './require-act.ts'
import { mayEditInPlace } from './review-states.ts'
import { showQuestion } from './show-question.ts'

type Endpoint = (typeof endpoints)['changeQuestion']

/** Saves an edit. What is frozen or approved for students stays, and the edit becomes the next version. */
export async function changeQuestion(
  ctx: Context,
  { params, body, ifMatch }: Received<Endpoint> & { ifMatch: IfMatch },
): Promise<Call<Endpoint>['reply']> {
  const viewer = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    const { quiz, stored } = await lockQuestionFor(tx, viewer, params.question_id)
    requireRevision(ifMatch, stored.revision, { yours: body, theirs: await showQuestion(tx, stored) })
    const review_state = requireAct('edit', { review_state: stored.review_state, quiz_status: quiz.status })
    const { current } = stored
    const question = body.question
      ? await readSentQuestion(ctx, tx, body.question, current.question)
      : current.question
    const tests = (body.question_tests as QuestionTest[] | undefined) ?? current.tests
    await writeWords(ctx, tx, quiz, stored, { question, tests })
    await updateQuestion(
      tx,
      stored.id,
      { review_state, rejection_reason: null, state_before_rejection: null },
      ctx.now,
    )
    if (stored.position === null) await placeQuestion(ctx, tx, quiz, stored.id, stored.ord_before_rejection)
    else await countContentChange(tx, quiz.id, ctx.now)
    return showQuestion(tx, await getQuestionFor(tx, viewer, stored.id))
  })
}

async function writeWords(
  ctx: Context,
  tx: Tx,
  quiz: Quiz,
  stored: StoredQuestion,
  words: { question: Question; tests: readonly QuestionTest[] },
): Promise<void> {
  const { current } = stored
  const inPlace = mayEditInPlace({
    frozen: current.frozen_at !== null,
    isApprovedVersion: current.version_id === stored.approved_version_id,
    quiz_status: quiz.status,
  })
  if (inPlace) {
    await updateVersion(tx, current.version_id, words, ctx.now)
    if (stored.approved_version_id === current.version_id)
      await updateQuestion(tx, stored.id, { approved_version_id: null }, ctx.now)
  } else {
    await insertVersion(
      tx,
      stored,
      { ...words, version_id: ctx.newId(), created_by: whoIs(ctx).userId },
      ctx.now,
    )
  }
}
