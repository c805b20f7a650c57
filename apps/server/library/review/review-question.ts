import type { Call, Received } from '@waymark/contract/endpoint.ts'
import type { endpoints } from '@waymark/contract/library.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { getQuestionFor, lockQuestionFor } from '../access.ts'
import { type IfMatch, requireRevision } from '../revision.ts'
import { listVersions, updateApproval, updateDismissals } from '../store/question-versions.ts'
import { type StoredQuestion, updateQuestion } from '../store/questions.ts'
import { countContentChange, type Quiz } from '../store/quizzes.ts'
import { placeQuestion, removeFromOrder } from './place-question.ts'
import { requireAct } from './require-act.ts'
import { type ShownQuestion, showQuestion } from './show-question.ts'

type Endpoints = typeof endpoints
type Params = { question_id: string }
type Reply = Promise<Call<Endpoints['getQuestion']>['reply']>

/** What a review verb works on: the question with its quiz, locked, as the caller last saw them. */
interface Reviewed {
  tx: Tx
  quiz: Quiz
  stored: StoredQuestion
  shown: ShownQuestion
}

/** Does one act of the review and shows the question after it. */
async function reviewing(
  ctx: Context,
  { question_id }: Params,
  ifMatch: IfMatch,
  act: (reviewed: Reviewed) => Promise<void>,
): Reply {
  const viewer = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    const { quiz, stored } = await lockQuestionFor(tx, viewer, question_id)
    const shown = await showQuestion(tx, stored)
    requireRevision(ifMatch, stored.revision, { yours: null, theirs: shown })
    await act({ tx, quiz, stored, shown })
    return showQuestion(tx, await getQuestionFor(tx, viewer, stored.id))
  })
}

/** Approves the current version; errors of the gate stand against it, each naming its field. */
export function approveQuestion(ctx: Context, params: Params, ifMatch: IfMatch): Reply {
  return reviewing(ctx, params, ifMatch, async ({ tx, quiz, stored, shown }) => {
    const errors = shown.findings.filter(({ level }) => level === 'error')
    const facts = {
      review_state: stored.review_state,
      quiz_status: quiz.status,
      has_errors: errors.length > 0,
    }
    requireAct('approve', facts, { findings: errors, pointer: errors[0]?.pointer })
    await approve(ctx, tx, stored)
    await countContentChange(tx, quiz.id, ctx.now)
  })
}

/** Makes the current version the one that students meet. */
export async function approve(ctx: Context, tx: Tx, { id, current }: StoredQuestion): Promise<void> {
  await updateApproval(tx, current.version_id, whoIs(ctx).userId, ctx.now)
  await updateQuestion(tx, id, { review_state: 'approved', approved_version_id: current.version_id }, ctx.now)
}

/** Takes a question out of the quiz; it stays restorable. */
export function rejectQuestion(
  ctx: Context,
  params: Params,
  { reason }: Received<Endpoints['rejectQuestion']>['body'],
  ifMatch: IfMatch,
): Reply {
  return reviewing(ctx, params, ifMatch, async ({ tx, quiz, stored }) => {
    const review_state = requireAct('reject', { review_state: stored.review_state, quiz_status: quiz.status })
    const before = stored.review_state === 'rejected' ? null : stored.review_state
    const fields = {
      rejection_reason: reason,
      state_before_rejection: before,
      ord_before_rejection: stored.position,
    }
    await updateQuestion(tx, stored.id, { review_state, ...fields }, ctx.now)
    await removeFromOrder(ctx, tx, quiz, stored.id)
  })
}

/** Brings back a rejected question to its place, or makes an earlier version the current one. */
export function restoreQuestion(
  ctx: Context,
  params: Params,
  { version }: Received<Endpoints['restoreQuestion']>['body'],
  ifMatch: IfMatch,
): Reply {
  return reviewing(ctx, params, ifMatch, async ({ tx, quiz, stored }) => {
    if (version === undefined) await bringBack(ctx, tx, quiz, stored)
    else await takeVersion(ctx, tx, quiz, stored, version)
  })
}

async function bringBack(ctx: Context, tx: Tx, quiz: Quiz, stored: StoredQuestion): Promise<void> {
  const { state_before_rejection } = stored
  const facts = { review_state: stored.review_state, quiz_status: quiz.status, state_before_rejection }
  const review_state = requireAct('restore', facts)
  const fields = { rejection_reason: null, state_before_rejection: null, ord_before_rejection: null }
  await updateQuestion(tx, stored.id, { review_state, ...fields }, ctx.now)
  await placeQuestion(ctx, tx, quiz, stored.id, stored.ord_before_rejection)
}

async function takeVersion(
  ctx: Context,
  tx: Tx,
  quiz: Quiz,
  stored: StoredQuestion,
  version: number,
): Promise<void> {
  const wanted = (await listVersions(tx, stored.id)).find((one) => one.version === version)
  if (!wanted) throw new Refused('invalid', { pointer: '/version', message: 'There is no such version.' })
  const review_state = requireAct('edit', { review_state: stored.review_state, quiz_status: quiz.status })
  await updateQuestion(tx, stored.id, { review_state, current_version_id: wanted.version_id }, ctx.now)
  if (stored.position === null) await placeQuestion(ctx, tx, quiz, stored.id, stored.ord_before_rejection)
  else await countContentChange(tx, quiz.id, ctx.now)
}

/** Sets a warning aside; an error cannot be. */
export async function dismissQuestionWarning(
  ctx: Context,
  { question_id }: Params,
  dismissal: Received<Endpoints['dismissQuestionWarning']>['body'],
): Reply {
  const viewer = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    const { stored } = await lockQuestionFor(tx, viewer, question_id)
    const { findings } = await showQuestion(tx, stored)
    requireWarning(findings, dismissal)
    const { code, pointer } = dismissal
    const others = stored.current.dismissals.filter((one) => one.code !== code || one.pointer !== pointer)
    const made = { ...dismissal, dismissed_by: viewer.userId, dismissed_at: ctx.now.toISOString() }
    await updateDismissals(tx, stored.current.version_id, [...others, made])
    return showQuestion(tx, await getQuestionFor(tx, viewer, stored.id))
  })
}

/** The warning must be there; what blocks cannot be set aside. */
export function requireWarning(
  findings: ShownQuestion['findings'],
  { code, pointer }: { code: string; pointer: string },
): void {
  const found = findings.find((finding) => finding.code === code && finding.pointer === pointer)
  if (found?.level === 'warning') return
  const message = found ? 'This blocks publishing and cannot be set aside.' : 'There is no such warning now.'
  throw new Refused('invalid', { pointer: '/code', message })
}
