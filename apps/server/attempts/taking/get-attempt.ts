import type { Attempt, AttemptQuestion } from '@waymark/contract/attempts/taking.ts'
import { keyOf, studentScaffold } from '@waymark/questions/kinds.ts'
import type { Question } from '@waymark/questions/question.ts'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { isAnswered, type MadeMark } from '../marking/mark.ts'
import { afterBell } from '../marking/mark-attempt.ts'
import { loadQuestions } from '../quiz-content.ts'
import { getOwnAttempt } from '../reach.ts'
import type { Response } from '../responses.ts'
import { releaseOf } from '../results/release.ts'
import { type Snapshot, seedOf } from '../snapshot.ts'
import type { AttemptRecord } from '../store/attempts.ts'
import { type Device, listDevices } from '../store/devices.ts'
import { listMarks } from '../store/marks.ts'
import { listResponses } from '../store/responses.ts'
import { summaryOf } from './attempt-summary.ts'
import { checkOf } from './check-answer.ts'

/** Where an attempt stands: all a device needs to go on after a crash, a reload or a change of device. */
export async function getAttempt(ctx: Context, attemptId: string): Promise<z.output<typeof Attempt>> {
  return ctx.transaction(async (tx) => {
    const attempt = await afterBell(ctx, tx, await getOwnAttempt(tx, ctx, attemptId))
    const questions = await loadQuestions(tx, attempt)
    const devices = await listDevices(tx, attemptId)
    const responses = await listResponses(tx, attemptId)
    const marks = (await showsChecks(ctx, tx, attempt)) ? await listMarks(tx, [attemptId]) : []
    return {
      ...summaryOf(ctx, attempt, devices),
      questions: responses.flatMap((response) => {
        const question = questions.get(response.question_version_id)
        const tries = marks.filter(({ position }) => position === response.position)
        return question ? [questionOf(attempt.snapshot, question, response, tries, devices)] : []
      }),
      devices: devices.map(({ device_id, label, arrived }) => ({
        device_id,
        device_label: label,
        accepted_through: arrived.through,
      })),
    }
  })
}

/** Checks stand beside the answers of a running attempt. The end marks more of them: those wait for the release. */
async function showsChecks(ctx: Context, tx: Tx, attempt: AttemptRecord): Promise<boolean> {
  if (attempt.snapshot.settings.feedback_mode !== 'immediate') return false
  return attempt.status === 'in_progress' || (await releaseOf(ctx, tx, attempt)).state === 'answers'
}

function questionOf(
  snapshot: Snapshot,
  question: Question,
  response: Response,
  tries: readonly MadeMark[],
  devices: readonly Device[],
): z.output<typeof AttemptQuestion> {
  const { conflict } = response
  const checked = tries.some(({ outcome }) => outcome !== 'not_answered' && outcome !== 'pending')
  const seed = seedOf(snapshot, response)
  return {
    position: response.position,
    answer: response.answer,
    answered: isAnswered(question, response.answer),
    writer_epoch: response.answer_epoch,
    device_seq: response.answer_seq,
    conflict: conflict && {
      answer: conflict.answer,
      device_label: devices.find(({ device_id }) => device_id === conflict.device_id)?.label ?? '',
    },
    flagged: response.flagged,
    hint: response.hint_used ? question.hint : null,
    scaffold: response.scaffold_used ? studentScaffold(question, seed) : null,
    check: checked ? checkOf(snapshot, question, response, tries) : null,
    shown_answer: response.revealed ? keyOf(question) : null,
  }
}
