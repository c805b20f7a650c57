import { type Context, whoIs } from '../../platform/context.ts'
import { replied } from '../../platform/http/route.ts'
import { audit } from '../audit/audit.ts'
import { endSessions } from '../store/sessions.ts'
import { forgetSessions } from './session-cache.ts'
import { removedCookies } from './session-cookie.ts'

/** Ends this sign-in: its cookie, or its whole family of tokens. */
export async function signOut(ctx: Context) {
  const { userId, sessionId } = whoIs(ctx)
  if (sessionId) {
    const ended = await ctx.systemTransaction(async (tx) => {
      await audit(ctx, tx, { action: 'sign_in.closed', subject_type: 'user', subject_id: userId })
      return endSessions(tx, ctx, { userId, only: sessionId }, 'signed_out')
    })
    forgetSessions({ ids: ended })
  }
  return replied(204, {}, { cookies: removedCookies() })
}
