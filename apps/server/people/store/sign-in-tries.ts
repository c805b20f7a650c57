import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { AccountTry } from '../rules.ts'

/** Tries at one account are counted one after the other, so that many at once cannot slip past the wait. */
export async function lockAccountKey(tx: Tx, accountKey: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${accountKey}, 0))`.execute(tx)
}

export async function listAccountTries(tx: Tx, accountKey: string, since: Date): Promise<AccountTry[]> {
  const rows = await tx
    .selectFrom('sign_in_tries')
    .select(['tried_at', 'outcome'])
    .where('account_key', '=', accountKey)
    .where('tried_at', '>', since)
    .execute()
  return rows.map(({ tried_at, outcome }) => ({ at: tried_at, outcome: outcomes[outcome ?? ''] ?? 'wrong' }))
}

const outcomes: Record<string, AccountTry['outcome']> = { forgiven: 'forgiven', right: 'right' }

/** The latest failures from an address, as many as matter for its ceiling. */
export async function listAddressFailures(tx: Tx, address: string, since: Date): Promise<Date[]> {
  const rows = await tx
    .selectFrom('sign_in_tries')
    .select('tried_at')
    .where('address', '=', address)
    .where('outcome', 'in', ['failed', 'forgiven'])
    .where('tried_at', '>', since)
    .orderBy('tried_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ tried_at }) => tried_at)
}

export async function insertTry(
  tx: Tx,
  ctx: Pick<Context, 'now' | 'address'>,
  tryId: string,
  accountKey: string,
): Promise<void> {
  await tx
    .insertInto('sign_in_tries')
    .values({ id: tryId, account_key: accountKey, address: ctx.address, tried_at: ctx.now })
    .execute()
}

export async function settleFailure(tx: Tx, tryId: string): Promise<void> {
  await tx.updateTable('sign_in_tries').set({ outcome: 'failed' }).where('id', '=', tryId).execute()
}

/** The right password: the account's failures are forgiven; those of the address stay counted. */
export async function settleRight(tx: Tx, accountKey: string, tryId: string): Promise<void> {
  await tx
    .updateTable('sign_in_tries')
    .set({ outcome: 'forgiven' })
    .where('account_key', '=', accountKey)
    .where('outcome', '=', 'failed')
    .execute()
  await tx.updateTable('sign_in_tries').set({ outcome: 'right' }).where('id', '=', tryId).execute()
}

export async function removeOldTries(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('sign_in_tries').where('tried_at', '<', before).execute()
}
