import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'

/** Tries at one account are counted one after the other, so that many at once cannot slip past the wait. */
export async function lockAccountKey(tx: Tx, accountKey: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${accountKey}, 0))`.execute(tx)
}

export async function listAccountFailures(tx: Tx, accountKey: string, since: Date): Promise<Date[]> {
  const rows = await tx
    .selectFrom('sign_in_failures')
    .select('failed_at')
    .where('account_key', '=', accountKey)
    .where('failed_at', '>', since)
    .execute()
  return rows.map(({ failed_at }) => failed_at)
}

/** The latest failures from an address, as many as matter for its ceiling. */
export async function listAddressFailures(tx: Tx, address: string, since: Date): Promise<Date[]> {
  const rows = await tx
    .selectFrom('sign_in_failures')
    .select('failed_at')
    .where('address', '=', address)
    .where('confirmed', '=', true)
    .where('failed_at', '>', since)
    .orderBy('failed_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ failed_at }) => failed_at)
}

export async function insertTry(
  tx: Tx,
  ctx: Pick<Context, 'now' | 'address'>,
  tryId: string,
  accountKey: string,
): Promise<void> {
  await tx
    .insertInto('sign_in_failures')
    .values({
      id: tryId,
      account_key: accountKey,
      address: ctx.address,
      confirmed: false,
      failed_at: ctx.now,
    })
    .execute()
}

export async function confirmFailure(tx: Tx, tryId: string): Promise<void> {
  await tx.updateTable('sign_in_failures').set({ confirmed: true }).where('id', '=', tryId).execute()
}

/** The right password: the account's failures are forgotten; those of the address stay counted. */
export async function forgetFailures(tx: Tx, accountKey: string, tryId: string): Promise<void> {
  await tx.deleteFrom('sign_in_failures').where('id', '=', tryId).execute()
  await tx
    .updateTable('sign_in_failures')
    .set({ account_key: '' })
    .where('account_key', '=', accountKey)
    .execute()
}

export async function removeOldFailures(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('sign_in_failures').where('failed_at', '<', before).execute()
}
