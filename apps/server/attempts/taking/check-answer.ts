import type { Check } from '@waymark/contract/attempts/taking.ts'
import { isMarkedByTeacher, keyOf } from '@waymark/questions/kinds.ts'
import type { Question } from '@waymark/questions/question.ts'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import type { MadeMark } from '../marking/mark.ts'
import { type Act, actOn } from '../marking/mark-attempt.ts'
import { whyNotTry } from '../projection.ts'
import { loadQuestions } from '../quiz-content.ts'
import type { Response } from '../responses.ts'
import { isSettled, triesAllowed } from '../rules.ts'
import type { Snapshot } from '../snapshot.ts'
import type { AttemptRecord } from '../store/attempts.ts'
import { listMarks } from '../store/marks.ts'
import { listResponses } from '../store/responses.ts'
import { itemAt, openAttempt } from './open-attempt.ts'

interface Writer {
  device_id: string
  writer_epoch: number
}

/** Checks the saved answer at once. The same answer again gives the same reply and uses no try. */
export async function checkAnswer(
  ctx: Context,
  attemptId: string,
  position: number,
  writer: Writer,
): Promise<z.output<typeof Check>> {
  return ctx.transaction(async (tx) => {
    const asked = await askToCheck(ctx, tx, attemptId, position, writer)
    const { attempt, question, response, tries } = asked
    const no = whyNotTry(attempt.snapshot, question, response, tries)
    if (no === 'already_checked') return checkOf(attempt.snapshot, question, response, tries)
    if (no) throw new Refused('wrong_state', { reason: no })
    const after = await actOn(ctx, tx, attempt, [checking(ctx, position)])
    const checked = after.responses.find((one) => one.position === position) ?? response
    const made = after.marks.filter((mark) => mark.position === position)
    return checkOf(attempt.snapshot, question, checked, made)
  })
}

/** Shows the right answer. What is saved is checked first, so that it can still count; then the tries end. */
export async function showAnswer(
  ctx: Context,
  attemptId: string,
  position: number,
  writer: Writer,
): Promise<{ correct_answer: string }> {
  return ctx.transaction(async (tx) => {
    const asked = await askToCheck(ctx, tx, attemptId, position, writer)
    const { attempt, question, response, tries } = asked
    if (!response.revealed) {
      const open = whyNotTry(attempt.snapshot, question, response, tries) === null
      const shown: Act = { position, act: { type: 'answer_shown', payload: {} } }
      await actOn(ctx, tx, attempt, open ? [checking(ctx, position), shown] : [shown])
    }
    return { correct_answer: keyOf(question) }
  })
}

const checking = (ctx: Context, position: number): Act => ({
  position,
  act: { type: 'answer_checked', payload: { mark_id: ctx.newId() } },
})

interface Asked {
  attempt: AttemptRecord
  question: Question
  response: Response
  tries: MadeMark[]
}

async function askToCheck(
  ctx: Context,
  tx: Tx,
  attemptId: string,
  position: number,
  writer: Writer,
): Promise<Asked> {
  const attempt = await openAttempt(tx, ctx, attemptId, writer)
  const { question_version_id } = itemAt(attempt, position)
  if (attempt.snapshot.settings.feedback_mode !== 'immediate')
    throw new Refused('wrong_state', { reason: 'feedback_at_the_end' })
  const question = (await loadQuestions(tx, attempt)).get(question_version_id)
  const response = (await listResponses(tx, attemptId)).find((one) => one.position === position)
  if (!question || !response) throw new Refused('not_found')
  if (isMarkedByTeacher(question)) throw new Refused('wrong_state', { reason: 'marked_by_teacher' })
  const tries = (await listMarks(tx, [attemptId])).filter((mark) => mark.position === position)
  return { attempt, question, response, tries }
}

const verdicts = {
  correct: 'correct',
  partial: 'partly',
  incorrect: 'not_yet',
  not_answered: 'not_yet',
  pending: 'not_yet',
} as const

/** The last check as the student sees it; the right answer only when nothing more can be tried. */
export function checkOf(
  { settings }: Pick<Snapshot, 'settings'>,
  question: Question,
  response: Response,
  tries: readonly MadeMark[],
): z.output<typeof Check> {
  const last = tries.at(-1)
  if (!last) throw new Error(`question ${response.position} was never checked`)
  const allowed = triesAllowed(settings)
  const right = tries.some(({ outcome }) => outcome === 'correct')
  const settled = isSettled({ tries: response.tries, right, revealed: response.revealed }, allowed)
  return {
    verdict: verdicts[last.outcome],
    score: last.score ?? 0,
    max_score: last.max_score,
    message: last.feedback.join(' '),
    try_no: last.try_no,
    tries_left: settled ? 0 : allowed === null ? null : allowed - response.tries,
    ...(settled ? { correct_answer: keyOf(question) } : {}),
  }
}
