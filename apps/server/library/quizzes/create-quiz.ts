import type { Call, Received } from '@waymark/contract/endpoint.ts'
import type { endpoints } from '@waymark/contract/library.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import { Refused } from '../../platform/refused.ts'
import { getQuestionFor, getQuizFor, getUnitFor, lockQuizFor } from '../access.ts'
import { placeQuestion } from '../review/place-question.ts'
import { readSentQuestion, requireCompetencies } from '../review/read-sent-question.ts'
import { showQuestion } from '../review/show-question.ts'
import { replaceOrder } from '../store/question-order.ts'
import { insertQuestions, listQuestions } from '../store/questions.ts'
import { insertQuiz, listObjectiveIds, replaceObjectives } from '../store/quizzes.ts'
import { showQuiz } from './show-quiz.ts'

type Endpoints = typeof endpoints

export async function createQuiz(
  ctx: Context,
  { objective_ids, ...fields }: Received<Endpoints['createQuiz']>['body'],
): Promise<Call<Endpoints['createQuiz']>['reply']> {
  const viewer = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    const unit = await getUnitFor(tx, viewer, fields.unit_id)
    await requireCompetencies(tx, objective_ids, '/objective_ids')
    const id = ctx.newId()
    await insertQuiz(tx, {
      ...fields,
      id,
      school_id: unit.school_id,
      owner_id: viewer.userId,
      year_group: fields.year_group ?? unit.year_group,
      created_at: ctx.now,
    })
    await replaceObjectives(tx, { id, school_id: unit.school_id }, [...new Set(objective_ids)])
    return showQuiz(tx, await getQuizFor(tx, viewer, id))
  })
}

/** Adds a question written by hand; the gate speaks when it is reviewed. */
export async function addQuestion(
  ctx: Context,
  { params, body }: Received<Endpoints['addQuestion']>,
): Promise<Call<Endpoints['addQuestion']>['reply']> {
  const viewer = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    const quiz = await lockQuizFor(tx, viewer, params.quiz_id)
    if (quiz.status === 'archived') throw new Refused('wrong_state', { status: quiz.status })
    const question = await readSentQuestion(ctx, tx, body.question, null)
    const id = ctx.newId()
    const fresh = {
      id,
      school_id: quiz.school_id,
      unit_id: quiz.unit_id,
      quiz_id: quiz.id,
      generation_id: null,
      derived_from: null,
      review_state: 'edited' as const,
      version_id: ctx.newId(),
      question,
      tests: [],
      created_by: viewer.userId,
    }
    await insertQuestions(tx, [fresh], ctx.now)
    await placeQuestion(ctx, tx, quiz, id, body.position ?? null)
    return showQuestion(tx, await getQuestionFor(tx, viewer, id))
  })
}

/**
 * A draft of its own with copies of the questions in order. Approvals go along: the words are the same.
 */
export async function duplicateQuiz(
  ctx: Context,
  { params, body }: Received<Endpoints['duplicateQuiz']>,
): Promise<Call<Endpoints['duplicateQuiz']>['reply']> {
  const viewer = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    const quiz = await getQuizFor(tx, viewer, params.quiz_id)
    const { school_id, unit_id, year_group, duration_minutes } = quiz
    const id = ctx.newId()
    const title = body.title ?? quiz.title
    const own = { school_id, unit_id, year_group, duration_minutes, title }
    await insertQuiz(tx, { ...own, id, owner_id: viewer.userId, created_at: ctx.now })
    await replaceObjectives(tx, { id, school_id }, await listObjectiveIds(tx, quiz.id))
    const copies = (await listQuestions(tx, quiz.id))
      .filter(({ position }) => position !== null)
      .map((stored) => ({
        id: ctx.newId(),
        school_id,
        unit_id,
        quiz_id: id,
        generation_id: null,
        derived_from: stored.id,
        review_state: stored.review_state,
        version_id: ctx.newId(),
        question: stored.current.question,
        tests: stored.current.tests,
        created_by: viewer.userId,
      }))
    await insertQuestions(tx, copies, ctx.now)
    await replaceOrder(
      tx,
      { id, school_id },
      copies.map((copy) => copy.id),
    )
    return showQuiz(tx, await getQuizFor(tx, viewer, id))
  })
}
