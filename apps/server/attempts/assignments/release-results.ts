import type { Assignment } from '@waymark/contract/attempts/assignments.ts'
import type { z } from 'zod'
import { audit } from '../../people/index.ts'
import { canonicalJson } from '../../platform/canonical-json.ts'
import type { Context } from '../../platform/context.ts'
import { Refused } from '../../platform/refused.ts'
import { getAssignmentFor } from '../reach.ts'
import { lockAssignment, updateAssignment } from '../store/assignments.ts'
import { insertReleaseEvents } from '../store/events.ts'
import { assignmentOf } from './show-assignment.ts'

/** Shows marks, or marks and right answers, to the students now. A second press changes nothing. */
export async function releaseResults(
  ctx: Context,
  id: string,
  what: 'marks' | 'answers',
): Promise<z.output<typeof Assignment>> {
  return ctx.transaction(async (tx) => {
    const { classroom } = await getAssignmentFor(tx, ctx, id)
    const assignment = await lockAssignment(tx, id)
    if (!assignment) throw new Refused('not_found')
    const marks_released_at = assignment.marks_released_at ?? ctx.now
    const answers_released_at =
      what === 'answers' ? (assignment.answers_released_at ?? ctx.now) : assignment.answers_released_at
    const isNew =
      marks_released_at !== assignment.marks_released_at ||
      answers_released_at !== assignment.answers_released_at
    if (!isNew) return assignmentOf(ctx, tx, assignment, classroom.name)
    const released = { marks_released_at, answers_released_at }
    await updateAssignment(tx, id, released, ctx.now)
    const act = { type: 'released', payload: { what }, position: null }
    await insertReleaseEvents(tx, id, canonicalJson(act), ctx.now)
    await audit(ctx, tx, {
      action: 'results.released',
      subject_type: 'assignment',
      subject_id: id,
      details: { what },
    })
    return assignmentOf(
      ctx,
      tx,
      { ...assignment, ...released, revision: assignment.revision + 1 },
      classroom.name,
    )
  })
}
