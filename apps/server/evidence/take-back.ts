import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { announceChanges } from './announce-changes.ts'
import type { Withdrawal } from './derive.ts'
import { nameUuid } from './evidence-id.ts'
import { insertWithdrawals, listWithdrawals, nextChanges, supersedePieces } from './store/evidence.ts'
import { insertRestored, liftWithdrawals, listSupersededBy } from './store/restored.ts'
import { withdrawalOver } from './withdrawal-over.ts'

/** The answer under a mark, by the source whose mark it is. */
export interface MarkedAnswer {
  source: string
  mark_id: string
}

/** A change that a person makes to one student's evidence. */
export interface StudentChange {
  schoolId: string
  studentId: string
  changeId: string
}

type Announcer = Pick<Context, 'now' | 'newId'>

/** A step of a change: the answers under these marks cease to count for the student, come they now or later. */
export async function takeBackAnswers(
  ctx: Announcer,
  tx: Tx,
  { schoolId, studentId, changeId }: StudentChange,
  answers: readonly MarkedAnswer[],
  reason: string,
): Promise<void> {
  const changes = await nextChanges(tx, schoolId, [studentId])
  const withdrawals = answers.map(
    ({ source, mark_id }): Withdrawal => ({
      student_id: studentId,
      source,
      subject: 'mark',
      subject_id: mark_id,
      cause_id: changeId,
      reason,
    }),
  )
  const touched = new Set<string>()
  for (const withdrawal of withdrawals)
    for (const id of await supersedePieces(tx, withdrawal, changes.get(studentId) ?? 0)) touched.add(id)
  await insertWithdrawals(tx, schoolId, withdrawals, ctx.now)
  await announceChanges(ctx, tx, schoolId, changes, new Map([[studentId, touched]]))
}

/**
 * Undoes that step: what it took back is written again, under the same events, so that it folds where it
 * did. What something else has taken back meanwhile stays taken back.
 */
export async function giveBackAnswers(
  ctx: Announcer,
  tx: Tx,
  { schoolId, studentId, changeId }: StudentChange,
): Promise<void> {
  const changes = await nextChanges(tx, schoolId, [studentId])
  await liftWithdrawals(tx, studentId, changeId, ctx.now)
  const pieces = await listSupersededBy(tx, studentId, changeId)
  const subjects = pieces.flatMap(({ mark_id, question_version_id }) =>
    [mark_id ?? [], question_version_id ?? []].flat(),
  )
  const withdrawals = await listWithdrawals(tx, [studentId], [...new Set(subjects)])
  await insertRestored(
    tx,
    pieces.map((piece) => ({
      ...piece,
      id: nameUuid(`${piece.id} restored from ${changeId}`),
      change_no: changes.get(studentId) ?? 0,
      withdrawn: withdrawalOver(piece, withdrawals),
    })),
    ctx.now,
  )
  const touched = new Set(pieces.flatMap(({ competency_id }) => competency_id ?? []))
  await announceChanges(ctx, tx, schoolId, changes, new Map([[studentId, touched]]))
}
