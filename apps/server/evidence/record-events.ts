import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { announceChanges } from './announce-changes.ts'
import { type Derived, derive, type Piece } from './derive.ts'
import type { Admitted, EventActor } from './learning-event.ts'
import { insertClaims, mapClaims } from './store/claims.ts'
import {
  insertPieces,
  insertWithdrawals,
  listWithdrawals,
  type NewPiece,
  nextChanges,
  supersedePieces,
} from './store/evidence.ts'
import { insertEvents } from './store/learner-events.ts'
import { insertReplies } from './store/replies.ts'
import { withdrawalOver } from './withdrawal-over.ts'

/** `taken` for the first of its id; `conflict` when another event of that id came before. */
export type Recorded = 'taken' | 'duplicate' | 'conflict'

export interface Sender {
  schoolId: string
  actor: EventActor
}

/**
 * Takes events into the log and makes evidence of them: claim → event → evidence → announcement, all in the
 * caller's transaction. A repeat changes nothing. Answers what became of each, in their order.
 */
export async function recordEvents(
  ctx: Pick<Context, 'now' | 'newId'>,
  tx: Tx,
  sender: Sender,
  admitted: readonly Admitted[],
): Promise<Recorded[]> {
  const firsts = new Map<string, Admitted>()
  for (const one of admitted) if (!firsts.has(one.event.event_id)) firsts.set(one.event.event_id, one)
  const claimed = await insertClaims(
    tx,
    [...firsts.values()].map(({ event, bodyHash }) => ({
      school_id: sender.schoolId,
      event_id: event.event_id,
      student_id: event.student_id,
      body_hash: bodyHash,
      received_at: ctx.now,
    })),
  )
  const earlier = await mapClaims(
    tx,
    [...firsts.keys()].filter((id) => !claimed.has(id)),
  )
  const taken = [...firsts.values()].filter(({ event }) => claimed.has(event.event_id))
  await insertEvents(
    tx,
    taken.map(({ event }) => event),
    { ...sender, now: ctx.now },
  )
  await changeEvidence(ctx, tx, sender, taken.map(derive))
  return admitted.map((one) => {
    const first = firsts.get(one.event.event_id)
    const hash = earlier.get(one.event.event_id) ?? first?.bodyHash
    if (hash !== one.bodyHash) return 'conflict'
    return first === one && claimed.has(one.event.event_id) ? 'taken' : 'duplicate'
  })
}

/** Stores what was derived under one new change number for each student it concerns. */
async function changeEvidence(
  ctx: Pick<Context, 'now' | 'newId'>,
  tx: Tx,
  sender: Sender,
  derived: readonly Derived[],
): Promise<void> {
  const pieces = derived.flatMap((one) => one.pieces)
  const withdrawals = derived.flatMap((one) => one.withdrawals)
  const replies = derived.flatMap((one) => one.replies)
  const students = [...new Set([...pieces, ...withdrawals, ...replies].map(({ student_id }) => student_id))]
  const changes = await nextChanges(tx, sender.schoolId, students)
  const touched = new Map(students.map((id) => [id, new Set<string>()]))
  for (const withdrawal of withdrawals) {
    const changeNo = changes.get(withdrawal.student_id) ?? 0
    for (const id of await supersedePieces(tx, withdrawal, changeNo))
      touched.get(withdrawal.student_id)?.add(id)
  }
  await insertWithdrawals(tx, sender.schoolId, withdrawals, ctx.now)
  await insertPieces(tx, await newPieces(tx, sender, pieces, changes), ctx.now)
  const replied = await insertReplies(tx, sender.schoolId, replies, changes, ctx.now)
  for (const { student_id, competency_id } of [...pieces, ...replied])
    touched.get(student_id)?.add(competency_id)
  await announceChanges(ctx, tx, sender.schoolId, changes, touched)
}

/** The pieces as they enter the table: an answer that was taken back before it came counts for nothing. */
async function newPieces(
  tx: Tx,
  { schoolId, actor }: Sender,
  pieces: readonly Piece[],
  changes: ReadonlyMap<string, number>,
): Promise<NewPiece[]> {
  const subjects = pieces.flatMap(({ mark_id, question_version_id }) =>
    [mark_id ?? [], question_version_id ?? []].flat(),
  )
  const students = pieces.map(({ student_id }) => student_id)
  const withdrawals = await listWithdrawals(tx, [...new Set(students)], [...new Set(subjects)])
  return pieces.map((piece) => ({
    ...piece,
    school_id: schoolId,
    actor_id: actor.id,
    change_no: changes.get(piece.student_id) ?? 0,
    withdrawn: withdrawalOver(piece, withdrawals),
  }))
}
