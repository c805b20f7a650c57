import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { RequestFacts } from '../../platform/http/route.ts'
import { Refused } from '../../platform/refused.ts'
import { audit } from '../audit/audit.ts'
import { hashPassword } from '../passwords/argon2.ts'
import type { PasswordOwner } from '../passwords/password-rule.ts'
import { requireGoodPassword } from '../passwords/require-good-password.ts'
import { closePasswordResets } from '../store/links.ts'
import { findSchool } from '../store/schools.ts'
import { endSessions, findLiveSession } from '../store/sessions.ts'
import { findEntrantByMembership } from '../store/sign-ins.ts'
import { findAccount, findPasswordHash, updatePassword } from '../store/users.ts'
import { answerOpened, openSession } from './open-session.ts'
import { forgetSessions } from './session-cache.ts'
import { tryPassword } from './try-password.ts'

/** Whose words a password must not be made of, and how long it must be. */
export async function passwordOwner(tx: Tx, userId: string): Promise<PasswordOwner> {
  const account = await findAccount(tx, userId)
  const school = account?.home_school_id ? await findSchool(tx, account.home_school_id) : null
  const own = [account?.first_name, account?.last_name, account?.email, account?.username, school?.name]
  return {
    isStudent: account?.username !== null && account?.username !== undefined,
    words: own.filter((word): word is string => typeof word === 'string'),
  }
}

/** Changes the viewer's password: every sign-in ends, and this one goes on under a new key. */
export async function changePassword(
  ctx: Context,
  given: { current_password: string; new_password: string },
  request: RequestFacts,
) {
  const { userId, sessionId } = whoIs(ctx)
  await tryPassword(ctx, {
    account: JSON.stringify(['change', userId]),
    password: given.current_password,
    find: async (tx) => ({ password_hash: await findPasswordHash(tx, userId) }),
  })
  const owner = await ctx.systemTransaction((tx) => passwordOwner(tx, userId))
  requireGoodPassword(given.new_password, owner, '/new_password')
  const hash = await hashPassword(given.new_password, ctx.newBytes(16))
  const opened = await ctx.systemTransaction(async (tx) => {
    const session = sessionId ? await findLiveSession(tx, { id: sessionId }) : null
    const entrant = session ? await findEntrantByMembership(tx, userId, session.membershipId, ctx.now) : null
    if (!session || !entrant) throw new Refused('not_signed_in')
    await updatePassword(tx, ctx, userId, hash)
    await closePasswordResets(tx, ctx, userId)
    await audit(ctx, tx, { action: 'password.changed', subject_type: 'user', subject_id: userId })
    await endSessions(tx, ctx, { userId }, 'password_changed')
    return openSession(ctx, tx, { ...entrant, school_id: session.schoolId }, request, session.transport)
  })
  forgetSessions({ userId })
  return answerOpened(ctx, opened, request)
}
