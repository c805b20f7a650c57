import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { emitAll } from '../platform/events/event.ts'
import { evidenceChanged } from './events.ts'

/** Tells of each student whose evidence was touched: up to which change, and on which competencies. */
export async function announceChanges(
  ctx: Pick<Context, 'now' | 'newId'>,
  tx: Tx,
  schoolId: string,
  changes: ReadonlyMap<string, number>,
  touched: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<void> {
  const messages = [...touched]
    .filter(([, competencies]) => competencies.size > 0)
    .map(([student_id, competencies]) => ({
      schoolId,
      key: student_id,
      payload: {
        student_id,
        change_no: changes.get(student_id) ?? 0,
        competency_ids: [...competencies].sort(),
      },
    }))
  await emitAll(ctx, tx, evidenceChanged, messages)
}
