import type { DecidedMark, Decision } from '@waymark/contract/attempts/marking.ts'
import { isMarkedByTeacher, markByTeacher } from '@waymark/questions/kinds.ts'
import type { z } from 'zod'
import { audit } from '../../people/index.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { loadQuestions } from '../quiz-content.ts'
import { getAttemptFor } from '../reach.ts'
import { type AttemptRecord, lockAttempt } from '../store/attempts.ts'
import { findMark, type StoredMark } from '../store/marks.ts'
import { totalsOf } from './mark.ts'
import { actOn } from './mark-attempt.ts'

/** A teacher's decision about an answer that only a person can mark; a later one takes its place. */
export async function decideMark(
  ctx: Context,
  markId: string,
  { awarded, feedback }: z.output<typeof Decision>,
): Promise<z.output<typeof DecidedMark>> {
  return ctx.transaction(async (tx) => {
    const { mark, attempt } = await lockMark(ctx, tx, markId)
    await refuseDecision(tx, attempt, mark, awarded)
    const id = ctx.newId()
    const type = mark.outcome === 'pending' ? 'marked' : 'mark_changed'
    const payload = { mark_id: id, awarded, feedback, marked_by: whoIs(ctx).userId }
    const after = await actOn(ctx, tx, attempt, [{ position: mark.position, act: { type, payload } }])
    const made = after.marks.find((one) => one.id === id)
    if (!made || made.score === null || made.outcome === 'pending') throw new Error(`mark ${id} was not made`)
    await audit(ctx, tx, {
      action: 'mark.decided',
      subject_type: 'mark',
      subject_id: id,
      student_id: attempt.student_id,
      details: { supersedes: markId },
    })
    return {
      mark_id: id,
      supersedes: markId,
      score: made.score,
      max_score: made.max_score,
      outcome: made.outcome,
      waiting: totalsOf(after.marks).pending,
    }
  })
}

async function lockMark(
  ctx: Context,
  tx: Tx,
  markId: string,
): Promise<{ mark: StoredMark; attempt: AttemptRecord }> {
  const seen = await findMark(tx, markId)
  if (!seen) throw new Refused('not_found')
  await getAttemptFor(tx, ctx, seen.attempt_id)
  const attempt = await lockAttempt(tx, seen.attempt_id)
  const mark = await findMark(tx, markId)
  if (!attempt || !mark) throw new Refused('not_found')
  return { attempt, mark }
}

async function refuseDecision(
  tx: Tx,
  attempt: AttemptRecord,
  mark: StoredMark,
  awarded: Record<string, number>,
): Promise<void> {
  if (mark.superseded_at !== null)
    throw new Refused('wrong_state', { reason: 'already_marked', mark_id: mark.superseded_by })
  const question = (await loadQuestions(tx, attempt)).get(mark.question_version_id)
  if (!question || !isMarkedByTeacher(question) || mark.outcome === 'not_answered')
    throw new Refused('wrong_state', { reason: 'not_for_a_teacher' })
  const tried = markByTeacher(question, { parts: awarded }, { attemptId: attempt.id, hintUsed: false })
  if ('findings' in tried)
    throw new Refused('invalid', {
      findings: tried.findings.map((finding) => ({
        ...finding,
        pointer: finding.pointer.replace(/^\/parts/, '/awarded'),
      })),
    })
}
