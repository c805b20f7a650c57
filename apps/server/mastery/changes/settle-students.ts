import { giveBackAnswers, takeBackAnswers } from '../../evidence/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { foldStudent } from '../fold-student.ts'
import {
  type Change,
  findChange,
  listUnsettled,
  lockChangeOf,
  settleChangeOf,
  settleWholeChange,
} from '../store/changes.ts'

const AT_ONCE = 50

/**
 * Brings a change, or its undoing, to its students: each in one transaction that changes the evidence and
 * folds it. Repeatable: who is done is left alone.
 */
export async function settleStudents(
  ctx: Context,
  { school_id, change_id }: { school_id: string; change_id: string },
): Promise<void> {
  for (;;) {
    const waiting = await ctx.schoolTransaction(school_id, async (tx) => {
      const change = await findChange(tx, change_id)
      return change ? listUnsettled(tx, change, AT_ONCE) : []
    })
    if (waiting.length === 0) break
    for (const studentId of waiting)
      await ctx.schoolTransaction(school_id, (tx) => settleStudent(ctx, tx, change_id, studentId))
  }
  await ctx.schoolTransaction(school_id, (tx) => settleWholeChange(tx, change_id, ctx.now))
}

async function settleStudent(ctx: Context, tx: Tx, changeId: string, studentId: string): Promise<void> {
  const change = await findChange(tx, changeId)
  const answers = change ? await lockChangeOf(tx, change, studentId) : null
  if (!change || !answers) return
  const step = { schoolId: change.school_id, studentId, changeId }
  if (isUndoing(change)) await giveBackAnswers(ctx, tx, step)
  else await takeBackAnswers(ctx, tx, step, answers, change.reason)
  await foldStudent(ctx, tx, { id: studentId, schoolId: change.school_id })
  await settleChangeOf(tx, change, studentId, ctx.now)
}

const isUndoing = ({ state }: Change): boolean => state === 'undoing'
