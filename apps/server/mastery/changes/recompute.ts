import type { Recomputed, RecomputeRequest } from '@waymark/contract/mastery.ts'
import type { z } from 'zod'
import { audit } from '../../people/index.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { replied } from '../../platform/http/route.ts'
import { send } from '../../platform/jobs/job.ts'
import { Refused } from '../../platform/refused.ts'
import { settleChange } from '../jobs.ts'
import { insertChange } from '../store/changes.ts'
import { type ChosenAnswers, chooseAnswers, previewOf } from './choose-answers.ts'
import { previewMoves } from './preview-moves.ts'

/**
 * Takes answers out of the evidence of those who gave them. A dry run writes nothing but that it was looked
 * at; applying keeps the change with its students and sends an errand that changes them one by one.
 */
export async function recompute(ctx: Context, request: z.output<typeof RecomputeRequest>) {
  const { dry_run, reason } = request
  const { role, schoolId } = whoIs(ctx)
  if (role === 'admin' && !ctx.accessReason) throw new Refused('reason_needed')
  return ctx.transaction(async (tx) => {
    const chosen = await chooseAnswers(ctx, tx, request)
    const preview = previewOf(chosen)
    if (request.preview !== undefined && request.preview !== preview) throw new Refused('preview_stale')
    const change_id = dry_run ? null : ctx.newId()
    const body: z.output<typeof Recomputed> = {
      change_id,
      preview,
      reason,
      student_count: chosen.size,
      answer_count: [...chosen.values()].flat().length,
      moves: await previewMoves(ctx, tx, chosen),
    }
    await tellAudit(ctx, tx, chosen, change_id)
    if (change_id === null) return body
    await insertChange(tx, ctx, { id: change_id, schoolId, reason, madeBy: whoIs(ctx).userId }, chosen)
    await send(ctx, tx, settleChange, { school_id: schoolId, change_id }, { key: change_id })
    return replied(202, body)
  })
}

/** Each student finds it in the own access log: that the record was looked at, or changed. */
async function tellAudit(
  ctx: Context,
  tx: Tx,
  chosen: ChosenAnswers,
  changeId: string | null,
): Promise<void> {
  for (const student_id of chosen.keys())
    await audit(ctx, tx, {
      action: changeId === null ? 'student.opened' : 'mastery.changed',
      subject_type: 'student',
      subject_id: student_id,
      student_id,
      details: changeId === null ? { what: 'recompute' } : { change_id: changeId },
    })
}
