import type { Call, Received } from '@waymark/contract/endpoint.ts'
import type { endpoints } from '@waymark/contract/library.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import { Refused } from '../../platform/refused.ts'
import { getQuizFor, lockQuizFor } from '../access.ts'
import { findingsAbout, gateFactsFor, openWarnings } from '../review/gate.ts'
import { approve, requireWarning } from '../review/review-question.ts'
import { whyLeft } from '../review/review-states.ts'
import { listQuestions } from '../store/questions.ts'
import {
  countContentChange,
  deleteQuiz as deleteStored,
  updateQuiz,
  updateQuizDismissals,
} from '../store/quizzes.ts'
import { getUnit } from '../store/units.ts'
import { gateOf } from './read-quizzes.ts'
import { showQuiz } from './show-quiz.ts'

type Endpoints = typeof endpoints
type Params = { quiz_id: string }
type Reply = Promise<Call<Endpoints['getQuiz']>['reply']>

/** Hides a quiz; results and evidence stay. */
export async function archiveQuiz(ctx: Context, { quiz_id }: Params): Reply {
  return ctx.transaction(async (tx) => {
    const quiz = await lockQuizFor(tx, whoIs(ctx), quiz_id)
    if (quiz.status === 'archived') throw new Refused('wrong_state', { status: quiz.status })
    const fields = { status: 'archived', status_before_archiving: quiz.status, archived_at: ctx.now } as const
    await updateQuiz(tx, quiz.id, fields, ctx.now)
    return showQuiz(tx, await getQuizFor(tx, whoIs(ctx), quiz.id))
  })
}

/** Brings an archived quiz back to the stage it had. */
export async function restoreQuiz(ctx: Context, { quiz_id }: Params): Reply {
  return ctx.transaction(async (tx) => {
    const quiz = await lockQuizFor(tx, whoIs(ctx), quiz_id)
    if (quiz.status !== 'archived') throw new Refused('wrong_state', { status: quiz.status })
    const status = quiz.status_before_archiving ?? 'draft'
    await updateQuiz(tx, quiz.id, { status, status_before_archiving: null, archived_at: null }, ctx.now)
    return showQuiz(tx, await getQuizFor(tx, whoIs(ctx), quiz.id))
  })
}

/** Deletes a quiz that was never published; one that students may have met can only be archived. */
export async function deleteQuiz(ctx: Context, { quiz_id }: Params): Promise<void> {
  await ctx.transaction(async (tx) => {
    const quiz = await lockQuizFor(tx, whoIs(ctx), quiz_id)
    const questions = await listQuestions(tx, quiz.id)
    const wasMet = quiz.published_at !== null || questions.some(({ current }) => current.frozen_at !== null)
    if (wasMet) throw new Refused('in_use')
    await deleteStored(tx, quiz.id)
  })
}

/** Approves what was opened on screen and has nothing open against it; says what it left and why. */
export async function approveAllQuestions(
  ctx: Context,
  { params, body }: Received<Endpoints['approveAllQuestions']>,
): Promise<Call<Endpoints['approveAllQuestions']>['reply']> {
  const opened = new Set(body.question_ids)
  return ctx.transaction(async (tx) => {
    const quiz = await lockQuizFor(tx, whoIs(ctx), params.quiz_id)
    if (quiz.status === 'archived') throw new Refused('wrong_state', { status: quiz.status })
    const questions = await listQuestions(tx, quiz.id)
    const facts = await gateFactsFor(tx, await getUnit(tx, quiz.unit_id), questions)
    const waiting = questions.filter(
      ({ position, review_state }) => position !== null && review_state !== 'approved',
    )
    const judged = waiting.map((stored) => {
      const findings = findingsAbout(stored, facts)
      const errors = findings.filter(({ level }) => level === 'error').length
      const open_warnings = openWarnings(findings).length
      return { stored, reason: whyLeft({ opened: opened.has(stored.id), errors, open_warnings }) }
    })
    const taken = judged.filter(({ reason }) => reason === null).map(({ stored }) => stored)
    for (const stored of taken) await approve(ctx, tx, stored)
    if (taken.length > 0) await countContentChange(tx, quiz.id, ctx.now)
    return {
      approved: taken.map(({ id }) => id),
      left: judged.flatMap(({ stored, reason }) => (reason ? [{ question_id: stored.id, reason }] : [])),
    }
  })
}

/** Sets a warning about the quiz aside; an error cannot be. */
export async function dismissQuizWarning(
  ctx: Context,
  { params, body }: Received<Endpoints['dismissQuizWarning']>,
): Promise<Call<Endpoints['dismissQuizWarning']>['reply']> {
  const viewer = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    const quiz = await lockQuizFor(tx, viewer, params.quiz_id)
    requireWarning((await gateOf(tx, quiz)).findings, body)
    const others = quiz.dismissals.filter(
      ({ code, pointer }) => code !== body.code || pointer !== body.pointer,
    )
    const made = { ...body, dismissed_by: viewer.userId, dismissed_at: ctx.now.toISOString() }
    await updateQuizDismissals(tx, quiz.id, [...others, made])
    return gateOf(tx, await getQuizFor(tx, viewer, quiz.id))
  })
}
