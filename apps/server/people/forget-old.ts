import type { Context } from '../platform/context.ts'
import { TRIES_KEPT_SECONDS } from './rules.ts'
import { removeOldPasswordResets } from './store/links.ts'
import { expireImports } from './store/rosters.ts'
import { removeOldSessions } from './store/sessions.ts'
import { removeOldTries } from './store/sign-in-tries.ts'

const DAY_MS = 86_400_000

/** Forgets sign-ins 30 days after their end, failures that no longer count, used links, and old roster rows. */
export async function forgetOld(ctx: Context): Promise<void> {
  const ago = (milliseconds: number) => new Date(ctx.now.getTime() - milliseconds)
  await ctx.systemTransaction(async (tx) => {
    await removeOldTries(tx, ago(TRIES_KEPT_SECONDS * 1000))
    await removeOldSessions(tx, ago(30 * DAY_MS))
    await removeOldPasswordResets(tx, ago(DAY_MS))
    await expireImports(tx, ctx.now)
  })
}
