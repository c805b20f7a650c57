import { type StudentScaffold, studentScaffold } from '@waymark/questions/kinds.ts'
import type { Question } from '@waymark/questions/question.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { actOn } from '../marking/mark-attempt.ts'
import { loadQuestions } from '../quiz-content.ts'
import { seedOf } from '../snapshot.ts'
import type { AttemptRecord } from '../store/attempts.ts'
import { listResponses } from '../store/responses.ts'
import { itemAt, openAttempt } from './open-attempt.ts'

interface Writer {
  device_id: string
  writer_epoch: number
}

/** Shows the hint and records it once; neither hint nor guided version ever lowers a mark. */
export async function showHint(
  ctx: Context,
  attemptId: string,
  position: number,
  writer: Writer,
): Promise<{ hint: string }> {
  return ctx.transaction(async (tx) => {
    const { attempt, question } = await askForHelp(ctx, tx, attemptId, position, writer)
    if (question.hint === null) throw new Refused('wrong_state', { reason: 'no_hint' })
    await record(ctx, tx, attempt, position, 'hint_shown')
    return { hint: question.hint }
  })
}

/** Shows the guided version and records it once. */
export async function showScaffold(
  ctx: Context,
  attemptId: string,
  position: number,
  writer: Writer,
): Promise<StudentScaffold> {
  return ctx.transaction(async (tx) => {
    const { attempt, question } = await askForHelp(ctx, tx, attemptId, position, writer)
    const scaffold = studentScaffold(question, seedOf(attempt.snapshot, itemAt(attempt, position)))
    if (scaffold === null) throw new Refused('wrong_state', { reason: 'no_scaffold' })
    await record(ctx, tx, attempt, position, 'scaffold_opened')
    return scaffold
  })
}

async function askForHelp(
  ctx: Context,
  tx: Tx,
  attemptId: string,
  position: number,
  writer: Writer,
): Promise<{ attempt: AttemptRecord; question: Question }> {
  const attempt = await openAttempt(tx, ctx, attemptId, writer)
  const { question_version_id } = itemAt(attempt, position)
  if (!attempt.snapshot.settings.allow_hints) throw new Refused('wrong_state', { reason: 'no_hints_here' })
  const question = (await loadQuestions(tx, attempt)).get(question_version_id)
  if (!question) throw new Refused('not_found')
  return { attempt, question }
}

async function record(
  ctx: Context,
  tx: Tx,
  attempt: AttemptRecord,
  position: number,
  type: 'hint_shown' | 'scaffold_opened',
): Promise<void> {
  const response = (await listResponses(tx, attempt.id)).find((one) => one.position === position)
  const before = type === 'hint_shown' ? response?.hint_used : response?.scaffold_used
  if (!before) await actOn(ctx, tx, attempt, [{ position, act: { type, payload: {} } }])
}
