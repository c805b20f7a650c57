import type { Context } from '../../platform/context.ts'
import { Refused } from '../../platform/refused.ts'
import { audit } from '../audit/audit.ts'
import { hashPassword } from '../passwords/argon2.ts'
import { requireGoodPassword } from '../passwords/require-good-password.ts'
import { hashToken } from '../secrets.ts'
import { closePasswordResets, lockOpenPasswordReset } from '../store/links.ts'
import { endSessions } from '../store/sessions.ts'
import { type Identity, markResetAsked } from '../store/sign-ins.ts'
import { updatePassword } from '../store/users.ts'
import { passwordOwner } from './change-password.ts'
import { findNamedSchool } from './find-school.ts'
import { forgetSessions } from './session-cache.ts'

/** Sets a new password by a link that works once within its hour; every sign-in of the person ends. */
export async function resetPassword(
  ctx: Context,
  { token, new_password }: { token: string; new_password: string },
): Promise<Record<string, never>> {
  const tokenHash = hashToken(token)
  const owner = await ctx.systemTransaction(async (tx) => {
    const reset = await lockOpenPasswordReset(tx, ctx, tokenHash)
    if (!reset) throw new Refused('link_used')
    return passwordOwner(tx, reset.user_id)
  })
  requireGoodPassword(new_password, owner, '/new_password')
  const hash = await hashPassword(new_password, ctx.newBytes(16))
  const userId = await ctx.systemTransaction(async (tx) => {
    const reset = await lockOpenPasswordReset(tx, ctx, tokenHash)
    if (!reset) throw new Refused('link_used')
    await updatePassword(tx, ctx, reset.user_id, hash)
    await closePasswordResets(tx, ctx, reset.user_id)
    await endSessions(tx, ctx, { userId: reset.user_id }, 'reset')
    await audit(ctx, tx, {
      action: 'password.reset',
      subject_type: 'user',
      subject_id: reset.user_id,
      school_id: reset.school_id,
      actor: null,
    })
    return reset.user_id
  })
  forgetSessions({ userId })
  return {}
}

/**
 * Tells the school's admins that someone asks for a new password: they make the link. The answer is the
 * same whether or not there is such a person, and whichever school is meant.
 */
export async function requestPasswordReset(
  ctx: Context,
  given: { school?: string | undefined } & ({ email: string } | { username: string }),
): Promise<{ message: string }> {
  const identity: Identity =
    'email' in given
      ? { email: given.email.trim().toLowerCase() }
      : { username: given.username.trim().toLowerCase() }
  await ctx.systemTransaction(async (tx) => {
    const school = await findNamedSchool(tx, given.school).catch((fault: unknown) => {
      if (fault instanceof Refused) return null
      throw fault
    })
    if (school) await markResetAsked(tx, school, identity, ctx.now)
  })
  return { message: 'If there is such an account, the school has been told. Ask your teacher or the office.' }
}
