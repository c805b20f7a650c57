import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { json } from '../../platform/db/json.ts'

export interface SigningKey {
  id: string
  public_jwk: Record<string, unknown>
  private_sealed: string
  created_at: Date
}

/** Keys that tokens may still be signed with, newest first. */
export async function listSigningKeys(tx: Tx): Promise<SigningKey[]> {
  const rows = await tx
    .selectFrom('signing_keys')
    .select(['id', 'public_jwk', 'private_sealed', 'created_at'])
    .where('retired_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, public_jwk: row.public_jwk as Record<string, unknown> }))
}

export async function insertSigningKey(tx: Tx, key: SigningKey): Promise<void> {
  await tx
    .insertInto('signing_keys')
    .values({ ...key, algorithm: 'EdDSA', public_jwk: json(key.public_jwk) })
    .execute()
}

export async function retireSigningKeys(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('signing_keys')
    .set({ retired_at: ctx.now })
    .where('id', 'in', [...ids])
    .execute()
}

/** Only the newest setup token counts: the one printed last. */
export async function replaceSetupToken(
  tx: Tx,
  ctx: Pick<Context, 'now' | 'newId'>,
  tokenHash: string,
): Promise<void> {
  await tx.deleteFrom('setup_tokens').where('used_at', 'is', null).execute()
  await tx
    .insertInto('setup_tokens')
    .values({ id: ctx.newId(), token_hash: tokenHash, created_at: ctx.now })
    .execute()
}

export async function hasSetupToken(tx: Tx, tokenHash: string): Promise<boolean> {
  const row = await tx
    .selectFrom('setup_tokens')
    .select('id')
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function markSetupTokenUsed(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  tokenHash: string,
): Promise<void> {
  await tx.updateTable('setup_tokens').set({ used_at: ctx.now }).where('token_hash', '=', tokenHash).execute()
}
