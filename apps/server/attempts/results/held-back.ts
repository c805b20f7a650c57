import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { listOverrides, mapAssignments } from '../store/assignments.ts'
import { listEnds } from '../store/attempts.ts'
import { releaseIn } from './release.ts'

/** Those of these attempts whose marks their students may not see yet; unknown ids are left out. */
export async function listHeldBack(
  ctx: Context,
  tx: Tx,
  attemptIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const attempts = await listEnds(tx, attemptIds)
  const assignments = await mapAssignments(tx, [
    ...new Set(attempts.flatMap(({ assignment_id }) => assignment_id ?? [])),
  ])
  const overrides = Map.groupBy(
    await listOverrides(tx, [...assignments.keys()]),
    ({ assignment_id }) => assignment_id,
  )
  const waits = attempts.filter(({ assignment_id, ended_at }) => {
    const assignment = assignments.get(assignment_id ?? '')
    if (!assignment) return false
    const own = overrides.get(assignment.id) ?? []
    return releaseIn(ctx, assignment, own, ended_at ?? ctx.now).state === 'waiting'
  })
  return new Set(waits.map(({ id }) => id))
}
