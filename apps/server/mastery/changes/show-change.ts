import type { MasteryChange } from '@waymark/contract/mastery.ts'
import type { z } from 'zod'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { type Change, countChange, findChange } from '../store/changes.ts'

type Shown = z.output<typeof MasteryChange>

const DAYS_TO_UNDO = 30

/** Until when a change can be undone. */
export const undoUntil = ({ made_at }: Pick<Change, 'made_at'>): Date =>
  new Date(made_at.getTime() + DAYS_TO_UNDO * 86_400_000)

/** The change, when it is the viewer's own or the viewer is an admin of the school; else not found. */
export function requireOwn(ctx: Context, change: Change | null): Change {
  const { role, userId } = whoIs(ctx)
  if (!change || (role !== 'admin' && change.made_by !== userId)) throw new Refused('not_found')
  return change
}

/** How far a change has got. */
export function showChange(ctx: Context, changeId: string): Promise<Shown> {
  return ctx.transaction(async (tx) => describeChange(tx, requireOwn(ctx, await findChange(tx, changeId))))
}

export async function describeChange(tx: Tx, change: Change): Promise<Shown> {
  const { students, answers, done } = await countChange(tx, change)
  return {
    change_id: change.id,
    state: change.state,
    reason: change.reason,
    student_count: students,
    answer_count: answers,
    done_count: done,
    made_at: change.made_at.toISOString(),
    undone_at: change.undone_at?.toISOString() ?? null,
    undo_until: undoUntil(change).toISOString(),
  }
}
