import { type Context, whoIs } from '../../platform/context.ts'
import { Refused } from '../../platform/refused.ts'
import { audit } from '../audit/audit.ts'
import { hashToken, newToken } from '../secrets.ts'
import { insertPasswordReset, listPasswordResets } from '../store/links.ts'
import { getKeptAccount } from './show-account.ts'

const HOUR_MS = 3_600_000
const MOST_PER_HOUR = 3

/** A link by which a person sets a new password: one hour, one use, at most three in an hour. */
export async function makeResetLink(ctx: Context, userId: string) {
  const { schoolId } = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    const account = await getKeptAccount(tx, ctx, userId)
    if (account.disabled_at || account.is_sample) throw new Refused('wrong_state')
    const recent = await listPasswordResets(tx, userId, new Date(ctx.now.getTime() - HOUR_MS))
    const [oldest] = recent
    if (oldest && recent.length >= MOST_PER_HOUR) {
      const wait = (oldest.getTime() + HOUR_MS - ctx.now.getTime()) / 1000
      throw new Refused('too_many_requests', { retry_after_seconds: Math.ceil(wait) })
    }
    const token = newToken(ctx)
    const expires_at = new Date(ctx.now.getTime() + HOUR_MS)
    await insertPasswordReset(tx, {
      id: ctx.newId(),
      school_id: schoolId,
      user_id: userId,
      token_hash: hashToken(token),
      created_at: ctx.now,
      expires_at,
    })
    await audit(ctx, tx, { action: 'password.link_made', subject_type: 'user', subject_id: userId })
    return { token, path: `/reset-password#${token}`, expires_at: expires_at.toISOString() }
  })
}
