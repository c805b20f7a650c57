import type { AttemptSummary, NewAttempt } from '@waymark/contract/attempts/taking.ts'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { Refused } from '../../platform/refused.ts'
import { actOn } from '../marking/mark-attempt.ts'
import { hasRung } from '../rules.ts'
import { updateWriter } from '../store/attempts.ts'
import { insertWriter, listDevices } from '../store/devices.ts'
import { summaryOf } from './attempt-summary.ts'
import { lockOwnAttempt } from './open-attempt.ts'

/**
 * Makes a device the writer. The earlier one may still deliver what it holds; where both answered, the
 * merge rule of spec 03 §7 decides. A repeat by the writer changes nothing.
 */
export async function claimAttempt(
  ctx: Context,
  attemptId: string,
  { device_id, device_label }: z.output<typeof NewAttempt>,
): Promise<z.output<typeof AttemptSummary>> {
  return ctx.transaction(async (tx) => {
    const attempt = await lockOwnAttempt(tx, ctx, attemptId)
    if (attempt.status !== 'in_progress' || hasRung(attempt, ctx.now)) throw new Refused('attempt_ended')
    if (attempt.writer_device_id === device_id)
      return summaryOf(ctx, attempt, await listDevices(tx, attemptId))
    const epoch = attempt.writer_epoch + 1
    const moved = { ...attempt, writer_device_id: device_id, writer_epoch: epoch }
    await updateWriter(tx, attemptId, device_id, epoch)
    await insertWriter(tx, attempt, { device_id, label: device_label, epoch }, ctx.now)
    const payload = { device_id, device_label, writer_epoch: epoch }
    await actOn(ctx, tx, moved, [{ position: null, act: { type: 'writer_changed', payload } }])
    return summaryOf(ctx, moved, await listDevices(tx, attemptId))
  })
}
