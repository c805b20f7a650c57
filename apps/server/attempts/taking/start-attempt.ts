import type { AttemptSummary, NewAttempt } from '@waymark/contract/attempts/taking.ts'
import type { z } from 'zod'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { afterBell } from '../marking/mark-attempt.ts'
import { getQuizForAttempt } from '../quiz-content.ts'
import { getOwnAssignment } from '../reach.ts'
import { personalWindow, whyNotStart } from '../rules.ts'
import { type AssignmentRecord, findOverride } from '../store/assignments.ts'
import { type AttemptRecord, listAttemptsOf, lockStart } from '../store/attempts.ts'
import { listDevices } from '../store/devices.ts'
import { summaryOf } from './attempt-summary.ts'
import { beginAttempt } from './begin-attempt.ts'

export interface Started {
  isNew: boolean
  attempt: z.output<typeof AttemptSummary>
}

/** Starts an attempt, or answers with the one that runs: start is also resume. */
export async function startAttempt(
  ctx: Context,
  assignmentId: string,
  device: z.output<typeof NewAttempt>,
): Promise<Started> {
  const { userId } = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    const assignment = await getOwnAssignment(tx, ctx, assignmentId)
    await lockStart(tx, assignmentId, userId)
    const attempts = await endedByBell(ctx, tx, await listAttemptsOf(tx, [assignmentId], userId))
    const running = attempts.find(({ status }) => status === 'in_progress')
    if (running) {
      return { isNew: false, attempt: summaryOf(ctx, running, await listDevices(tx, running.id)) }
    }
    const begun = await begin(ctx, tx, assignment, attempts.length, device)
    const writer = { device_id: device.device_id, label: device.device_label }
    return { isNew: true, attempt: summaryOf(ctx, begun, [writer]) }
  })
}

const endedByBell = async (
  ctx: Context,
  tx: Tx,
  attempts: readonly AttemptRecord[],
): Promise<AttemptRecord[]> => {
  const settled: AttemptRecord[] = []
  for (const attempt of attempts) settled.push(await afterBell(ctx, tx, attempt))
  return settled
}

async function begin(
  ctx: Context,
  tx: Tx,
  assignment: AssignmentRecord,
  attempts: number,
  device: z.output<typeof NewAttempt>,
): Promise<AttemptRecord> {
  const { userId } = whoIs(ctx)
  const override = await findOverride(tx, assignment.id, userId)
  const { max_attempts } = assignment.settings
  const no = whyNotStart({ window: assignment, override, max_attempts, attempts }, ctx.now)
  if (no) throw new Refused(no.code, no.details)
  const quiz = await getQuizForAttempt(tx, ctx, assignment.quiz_id)
  return beginAttempt(ctx, tx, {
    school_id: assignment.school_id,
    assignment_id: assignment.id,
    quiz_id: assignment.quiz_id,
    quiz,
    student_id: userId,
    attempt_number: attempts + 1,
    deadline_at: personalWindow(assignment, override).available_until,
    settings: assignment.settings,
    questions: quiz.questions,
    device,
  })
}
