import type { Assignment, AssignmentChange } from '@waymark/contract/attempts/assignments.ts'
import type { z } from 'zod'
import { audit } from '../../people/index.ts'
import type { Context } from '../../platform/context.ts'
import { Refused } from '../../platform/refused.ts'
import { getAssignmentFor } from '../reach.ts'
import { settingsWith } from '../settings.ts'
import { lockAssignment, updateAssignment } from '../store/assignments.ts'
import { moveDeadlines } from './move-deadlines.ts'
import { refuseSettings } from './refuse-settings.ts'
import { assignmentOf } from './show-assignment.ts'

/**
 * Changes an assignment. Window and release hold at once, and never shorten a running attempt; the other
 * settings hold for attempts begun from now on, because each attempt carries its own in its snapshot.
 */
export async function changeAssignment(
  ctx: Context,
  id: string,
  change: z.output<typeof AssignmentChange>,
  revision: number | null,
): Promise<z.output<typeof Assignment>> {
  return ctx.transaction(async (tx) => {
    const { classroom } = await getAssignmentFor(tx, ctx, id)
    const before = await lockAssignment(tx, id)
    if (!before) throw new Refused('not_found')
    if (revision !== null && revision !== before.revision)
      throw new Refused('edit_conflict', {
        revision: before.revision,
        theirs: await assignmentOf(ctx, tx, before, classroom.name),
        yours: change,
      })
    const settings = settingsWith(change.settings ?? {}, before.settings)
    const from = change.available_from ? new Date(change.available_from) : before.available_from
    const until =
      change.available_until === undefined ? before.available_until : dateOrNull(change.available_until)
    refuseSettings(ctx, settings, { from, until })
    const after = { ...before, available_from: from, available_until: until, settings }
    await updateAssignment(tx, id, { available_from: from, available_until: until, settings }, ctx.now)
    await moveDeadlines(ctx, tx, after)
    await audit(ctx, tx, {
      action: 'assignment.changed',
      subject_type: 'assignment',
      subject_id: id,
      details: { change },
    })
    return assignmentOf(ctx, tx, { ...after, revision: before.revision + 1 }, classroom.name)
  })
}

const dateOrNull = (instant: string | null): Date | null => (instant === null ? null : new Date(instant))
