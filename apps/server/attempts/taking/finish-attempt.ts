import type { Finish, FinishReply } from '@waymark/contract/attempts/results.ts'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { isAnswered } from '../marking/mark.ts'
import { afterBell, endAttempt } from '../marking/mark-attempt.ts'
import { loadQuestions } from '../quiz-content.ts'
import { releaseOf } from '../results/release.ts'
import { whyNotAct } from '../rules.ts'
import { type AttemptRecord, findAttempt } from '../store/attempts.ts'
import { listResponses } from '../store/responses.ts'
import { lockOwnAttempt } from './open-attempt.ts'

/** Finishes an attempt, or only says what is unanswered. An attempt that has ended answers the same again. */
export async function finishAttempt(
  ctx: Context,
  attemptId: string,
  { confirm, ...writer }: z.output<typeof Finish>,
): Promise<z.output<typeof FinishReply>> {
  return ctx.transaction(async (tx) => {
    const attempt = await afterBell(ctx, tx, await lockOwnAttempt(tx, ctx, attemptId))
    if (attempt.status !== 'in_progress' || !confirm) return replyOf(ctx, tx, attempt)
    const no = whyNotAct(attempt, writer)
    if (no) throw new Refused(no.code, no.details)
    await endAttempt(ctx, tx, attempt, { by: 'student', at: ctx.now })
    return replyOf(ctx, tx, (await findAttempt(tx, attemptId)) ?? attempt)
  })
}

async function replyOf(ctx: Context, tx: Tx, attempt: AttemptRecord): Promise<z.output<typeof FinishReply>> {
  const questions = await loadQuestions(tx, attempt)
  const unanswered = (await listResponses(tx, attempt.id)).filter(({ question_version_id, answer }) => {
    const question = questions.get(question_version_id)
    return !question || !isAnswered(question, answer)
  })
  const release = attempt.status === 'in_progress' ? null : await releaseOf(ctx, tx, attempt)
  return {
    attempt_id: attempt.id,
    status: attempt.status,
    ended_by: attempt.ended_by,
    ended_at: attempt.ended_at?.toISOString() ?? null,
    unanswered: unanswered.map(({ position }) => position),
    results_state: release?.state ?? null,
  }
}
