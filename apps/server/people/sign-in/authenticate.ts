import type { Context } from '../../platform/context.ts'
import type { Authenticate, Credentials, SignedIn } from '../../platform/http/authentication.ts'
import { isAlive } from '../rules.ts'
import { hashToken } from '../secrets.ts'
import { findLiveSession, type LiveSession, touchSession } from '../store/sessions.ts'
import { readAccessToken } from './access-token.ts'
import { recallSession, rememberSession } from './session-cache.ts'
import { csrfTokenOf } from './session-cookie.ts'

const TOUCH_MS = 60_000

/** Who sends a request: the session of its cookie or of its bearer token, when it still holds; else nobody. */
export const authenticate: Authenticate = async (ctx, credentials) => {
  const session = await sessionOf(ctx, credentials)
  if (!session) return null
  const signedIn: SignedIn = {
    viewer: {
      userId: session.userId,
      schoolId: session.schoolId,
      role: session.role,
      sessionId: session.id,
      isSample: session.isSample,
      locale: session.locale,
    },
    csrfToken: credentials.cookie ? csrfTokenOf(ctx.config, credentials.cookie) : null,
  }
  return signedIn
}

async function sessionOf(ctx: Context, { cookie, bearer }: Credentials): Promise<LiveSession | null> {
  if (cookie) {
    const tokenHash = hashToken(cookie)
    return useSession(ctx, tokenHash, { tokenHash })
  }
  const claims = bearer ? await readAccessToken(ctx, bearer) : null
  if (!claims) return null
  const session = await useSession(ctx, claims.sessionId, { id: claims.sessionId })
  return session && session.userId === claims.userId && session.transport === 'token' ? session : null
}

async function useSession(
  ctx: Context,
  key: string,
  by: Parameters<typeof findLiveSession>[1],
): Promise<LiveSession | null> {
  const found = recallSession(key, ctx.now) ?? (await loadSession(ctx, key, by))
  if (!found || !isAlive(found.session, ctx.now, ctx.config.SESSION_IDLE_MINUTES)) return null
  found.session.lastSeenAt = ctx.now
  if (ctx.now.getTime() - found.writtenAt.getTime() >= TOUCH_MS) {
    found.writtenAt = ctx.now
    await ctx.systemTransaction((tx) => touchSession(tx, ctx, found.session.id))
  }
  return found.session
}

async function loadSession(ctx: Context, key: string, by: Parameters<typeof findLiveSession>[1]) {
  const session = await ctx.systemTransaction((tx) => findLiveSession(tx, by))
  return session ? rememberSession(key, session, ctx.now) : null
}
