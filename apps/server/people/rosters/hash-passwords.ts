import type { Context } from '../../platform/context.ts'
import { hashPassword } from '../passwords/argon2.ts'
import { openSealed } from '../secrets.ts'
import { findImport, listUnhashed, updateHashes, updateImport } from '../store/rosters.ts'

const AT_ONCE = 20

/**
 * Hashes the passwords of a roster ahead of its use, so that applying it is one short transaction. A password
 * that cannot be read any more (the server's secret was changed) leaves its row without one: applying says so.
 */
export async function hashPasswords(
  ctx: Context,
  { school_id, import_id }: { school_id: string; import_id: string },
): Promise<void> {
  for (;;) {
    const waiting = await ctx.schoolTransaction(school_id, async (tx) => {
      const one = await findImport(tx, import_id)
      return one?.state === 'reading' ? listUnhashed(tx, import_id, AT_ONCE) : []
    })
    if (waiting.length === 0) break
    const hashes = await Promise.all(
      waiting.map(async ({ line, password_sealed }) => {
        const password = openSealed(ctx, 'roster-passwords', password_sealed)
        return { line, hash: password === null ? '' : await hashPassword(password, ctx.newBytes(16)) }
      }),
    )
    await ctx.schoolTransaction(school_id, (tx) => updateHashes(tx, import_id, hashes))
  }
  await ctx.schoolTransaction(school_id, async (tx) => {
    const one = await findImport(tx, import_id, true)
    if (one?.state === 'reading') await updateImport(tx, import_id, { state: 'ready' })
  })
}
