import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { hasRung, whyNotAct } from '../rules.ts'
import type { SnapshotItem } from '../snapshot.ts'
import { type AttemptRecord, lockAttempt } from '../store/attempts.ts'

/** The viewer's own attempt, held for writing; a stranger learns not even that it exists. */
export async function lockOwnAttempt(tx: Tx, ctx: Context, id: string): Promise<AttemptRecord> {
  const attempt = await lockAttempt(tx, id)
  if (!attempt || attempt.student_id !== whoIs(ctx).userId) throw new Refused('not_found')
  return attempt
}

/** The same, running and asked by the device that writes. */
export async function openAttempt(
  tx: Tx,
  ctx: Context,
  id: string,
  writer: { device_id: string; writer_epoch: number },
): Promise<AttemptRecord> {
  const attempt = await lockOwnAttempt(tx, ctx, id)
  if (hasRung(attempt, ctx.now)) throw new Refused('attempt_ended')
  const no = whyNotAct(attempt, writer)
  if (no) throw new Refused(no.code, no.details)
  return attempt
}

export function itemAt(attempt: AttemptRecord, position: number): SnapshotItem {
  const item = attempt.snapshot.questions[position - 1]
  if (!item) throw new Refused('not_found')
  return item
}
