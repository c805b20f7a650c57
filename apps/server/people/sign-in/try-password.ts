import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { verifyPassword } from '../passwords/argon2.ts'
import { accountWait, addressWait, TRIES_KEPT_SECONDS } from '../rules.ts'
import { keyedHash } from '../secrets.ts'
import {
  insertTry,
  listAccountTries,
  listAddressFailures,
  lockAccountKey,
  settleFailure,
  settleRight,
} from '../store/sign-in-tries.ts'

export interface PasswordTry<T> {
  /** What is tried, the same for every spelling; known or not. Kept as a keyed hash. */
  account: string
  password: string
  find: (tx: Tx) => Promise<T | null>
  /** Told in the transaction that keeps the failure. */
  failed?: (tx: Tx, found: T | null) => Promise<void>
}

/**
 * Checks a password with the waits of spec 08: `sign_in_wait` before anything is looked at, `sign_in_failed`
 * in the same words and the same time whether the account is unknown, closed, without a password, or another's.
 * The try is written before the password is checked, so that many at once cannot slip past the count.
 */
export async function tryPassword<T extends { password_hash: string | null }>(
  ctx: Context,
  { account, password, find, failed }: PasswordTry<T>,
): Promise<T> {
  const accountKey = keyedHash(ctx.config, 'sign-in-tries', account)
  const tryId = ctx.newId()
  const begun = await ctx.systemTransaction(async (tx) => {
    await lockAccountKey(tx, accountKey)
    const wait = await secondsToWait(ctx, tx, accountKey)
    if (wait > 0) return { wait, found: null }
    await insertTry(tx, ctx, tryId, accountKey)
    return { wait, found: await find(tx) }
  })
  if (begun.wait > 0) throw new Refused('sign_in_wait', { retry_after_seconds: begun.wait })
  const { found } = begun
  const isRight = await verifyPassword(password, found?.password_hash ?? null)
  await ctx.systemTransaction(async (tx) => {
    if (isRight) return settleRight(tx, accountKey, tryId)
    await settleFailure(tx, tryId)
    await failed?.(tx, found)
  })
  if (!isRight || !found) throw new Refused('sign_in_failed')
  return found
}

async function secondsToWait(ctx: Context, tx: Tx, accountKey: string): Promise<number> {
  const since = new Date(ctx.now.getTime() - TRIES_KEPT_SECONDS * 1000)
  const ofAccount = accountWait(await listAccountTries(tx, accountKey, since), ctx.now)
  const ofAddress = addressWait(await listAddressFailures(tx, ctx.address, since), ctx.now)
  return Math.max(ofAccount, ofAddress)
}
