import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { actOn } from '../marking/mark-attempt.ts'
import { hasRung, laterDeadline, personalWindow } from '../rules.ts'
import { type AssignmentRecord, listOverrides } from '../store/assignments.ts'
import { listAttemptsOf, lockAttempt, updateDeadline } from '../store/attempts.ts'

/** Gives running attempts the deadline of their window as it is now; one that was promised more keeps it. */
export async function moveDeadlines(
  ctx: Context,
  tx: Tx,
  assignment: AssignmentRecord,
  studentId?: string,
): Promise<void> {
  const overrides = new Map(
    (await listOverrides(tx, [assignment.id], studentId)).map((one) => [one.student_id, one]),
  )
  const attempts = await listAttemptsOf(tx, [assignment.id], studentId)
  const running = attempts.filter(({ status }) => status === 'in_progress')
  // By id, the order in which saves lock them too: two that hold what the other waits for would both fail.
  for (const { id, student_id } of running.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const attempt = await lockAttempt(tx, id)
    if (attempt?.status !== 'in_progress' || hasRung(attempt, ctx.now)) continue
    const { available_until } = personalWindow(assignment, overrides.get(student_id) ?? null)
    const deadline = laterDeadline(attempt.deadline_at, available_until)
    if (deadline?.getTime() === attempt.deadline_at?.getTime()) continue
    await updateDeadline(tx, id, deadline)
    const payload = { deadline_at: deadline?.toISOString() ?? null }
    await actOn(ctx, tx, attempt, [{ position: null, act: { type: 'time_changed', payload } }])
  }
}
