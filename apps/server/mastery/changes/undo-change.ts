import { audit } from '../../people/index.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import { send } from '../../platform/jobs/job.ts'
import { Refused } from '../../platform/refused.ts'
import { settleChange } from '../jobs.ts'
import { listStudentsOfChange, lockChange, startUndoing } from '../store/changes.ts'
import { describeChange, requireOwn, undoUntil } from './show-change.ts'

/**
 * Lets the answers of a change count again: for 30 days, once it is applied to all of its students. Each of
 * them finds it in the own access log.
 */
export function undoChange(ctx: Context, changeId: string) {
  return ctx.transaction(async (tx) => {
    const change = requireOwn(ctx, await lockChange(tx, changeId))
    const until = undoUntil(change)
    if (change.state !== 'applied' || ctx.now >= until)
      throw new Refused('wrong_state', { state: change.state, undo_until: until.toISOString() })
    await startUndoing(tx, changeId, whoIs(ctx).userId)
    for (const student_id of await listStudentsOfChange(tx, changeId))
      await audit(ctx, tx, {
        action: 'mastery.change_undone',
        subject_type: 'student',
        subject_id: student_id,
        student_id,
        details: { change_id: changeId },
      })
    await send(ctx, tx, settleChange, { school_id: change.school_id, change_id: changeId })
    return describeChange(tx, { ...change, state: 'undoing' })
  })
}
