import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { findAttempt } from '../store/attempts.ts'
import { releaseOf } from './release.ts'

/** Those of these attempts whose marks their students may not see yet; unknown ids are left out. */
export async function listHeldBack(
  ctx: Context,
  tx: Tx,
  attemptIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const held = new Set<string>()
  for (const id of attemptIds) {
    const attempt = await findAttempt(tx, id)
    if (attempt && (await releaseOf(ctx, tx, attempt)).state === 'waiting') held.add(id)
  }
  return held
}
