import type { Override, OverrideFields } from '@waymark/contract/attempts/assignments.ts'
import type { z } from 'zod'
import { audit } from '../../people/index.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { getAssignmentFor, listExpected } from '../reach.ts'
import { personalWindow } from '../rules.ts'
import {
  type AssignmentRecord,
  deleteOverride,
  findOverride,
  listOverrides,
  type OverrideRecord,
  settleOverride,
} from '../store/assignments.ts'
import { moveDeadlines } from './move-deadlines.ts'

type Shown = z.output<typeof Override>

/** What single students of an assignment have otherwise than the class. */
export const showOverrides = (ctx: Context, assignmentId: string): Promise<{ overrides: Shown[] }> =>
  ctx.transaction(async (tx) => {
    await getAssignmentFor(tx, ctx, assignmentId)
    return { overrides: (await listOverrides(tx, [assignmentId])).map(overrideOf) }
  })

/** Sets all of them at once for one student; what moves time holds at once and never shortens. */
export async function setOverride(
  ctx: Context,
  assignmentId: string,
  studentId: string,
  fields: z.output<typeof OverrideFields>,
): Promise<Shown> {
  return ctx.transaction(async (tx) => {
    const assignment = await getForStudent(ctx, tx, assignmentId, studentId)
    const record: OverrideRecord = {
      assignment_id: assignmentId,
      student_id: studentId,
      available_from: fields.available_from ? new Date(fields.available_from) : null,
      available_until: fields.available_until ? new Date(fields.available_until) : null,
      extra_attempts: fields.extra_attempts,
      excused: fields.excused,
      changed_at: ctx.now,
    }
    const { available_from, available_until } = personalWindow(assignment, record)
    if (available_until !== null && available_until <= available_from)
      throw new Refused('invalid', { pointer: '/available_until', reason: 'must_be_after_available_from' })
    await settleOverride(tx, { ...record, school_id: assignment.school_id, changed_by: whoIs(ctx).userId })
    await moveDeadlines(ctx, tx, assignment, studentId)
    await tell(ctx, tx, assignmentId, studentId, { ...fields })
    return overrideOf(record)
  })
}

/** Gives the student the class's window again. */
export async function removeOverride(ctx: Context, assignmentId: string, studentId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const assignment = await getForStudent(ctx, tx, assignmentId, studentId)
    if (!(await findOverride(tx, assignmentId, studentId))) throw new Refused('not_found')
    await deleteOverride(tx, assignmentId, studentId)
    await moveDeadlines(ctx, tx, assignment, studentId)
    await tell(ctx, tx, assignmentId, studentId, { removed: true })
  })
}

async function getForStudent(
  ctx: Context,
  tx: Tx,
  assignmentId: string,
  studentId: string,
): Promise<AssignmentRecord> {
  const { assignment } = await getAssignmentFor(tx, ctx, assignmentId)
  const expected = await listExpected(tx, ctx, assignment, [])
  if (!expected.some(({ id }) => id === studentId)) throw new Refused('not_found')
  return assignment
}

const tell = (
  ctx: Context,
  tx: Tx,
  assignmentId: string,
  studentId: string,
  details: Record<string, unknown>,
) =>
  audit(ctx, tx, {
    action: 'assignment.override_changed',
    subject_type: 'assignment',
    subject_id: assignmentId,
    student_id: studentId,
    details,
  })

const overrideOf = (record: OverrideRecord): Shown => ({
  student_id: record.student_id,
  available_from: record.available_from?.toISOString() ?? null,
  available_until: record.available_until?.toISOString() ?? null,
  extra_attempts: record.extra_attempts,
  excused: record.excused,
  changed_at: record.changed_at.toISOString(),
})
