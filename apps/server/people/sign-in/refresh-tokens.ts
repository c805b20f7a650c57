import type { TokenReply } from '@waymark/contract/people.ts'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { audit } from '../audit/audit.ts'
import { isAlive } from '../rules.ts'
import { hashToken, newToken } from '../secrets.ts'
import {
  endSessions,
  findLiveSession,
  insertRefreshToken,
  type LiveSession,
  lockRefreshToken,
  type RefreshToken,
  updateRefreshTokenUsed,
} from '../store/sessions.ts'
import { findEntrantByMembership } from '../store/sign-ins.ts'
import { ACCESS_TOKEN_SECONDS, signAccessToken } from './access-token.ts'
import { REFRESH_TOKEN_MS } from './open-session.ts'
import { forgetSessions } from './session-cache.ts'

interface Refreshed {
  entrant: NonNullable<Awaited<ReturnType<typeof findEntrantByMembership>>>
  session: LiveSession
  secret: string
}
interface NotRefreshed {
  refused: 'token_expired' | 'token_reused'
  endedIds: string[]
}
const expired: NotRefreshed = { refused: 'token_expired', endedIds: [] }

/**
 * New tokens for a refresh token, which is then used up. A token that comes a second time was stolen from
 * one of the two who hold it: the whole family ends.
 */
export async function refreshTokens(
  ctx: Context,
  { refresh_token }: { refresh_token: string },
): Promise<z.input<typeof TokenReply>> {
  const result = await ctx.systemTransaction(async (tx) => {
    const token = await lockRefreshToken(tx, hashToken(refresh_token))
    if (!token) return expired
    if (token.ended_because === 'token_reused') return { refused: 'token_reused' as const, endedIds: [] }
    return token.used_at ? endFamily(ctx, tx, token) : renew(ctx, tx, token)
  })
  if ('refused' in result) {
    forgetSessions({ ids: result.endedIds })
    throw new Refused(result.refused)
  }
  const { entrant, session, secret } = result
  const { id, email, first_name, role } = entrant
  const claims = { userId: id, sessionId: session.id, role, schoolId: session.schoolId, scope: entrant.scope }
  return {
    access_token: await signAccessToken(ctx, claims),
    refresh_token: secret,
    token_type: 'bearer',
    expires_in: ACCESS_TOKEN_SECONDS,
    user: { id, email, first_name, role, school_id: session.schoolId },
  }
}

async function endFamily(ctx: Context, tx: Tx, token: RefreshToken): Promise<NotRefreshed> {
  const session = await findLiveSession(tx, { id: token.session_id })
  if (!session) return expired
  const which = { userId: token.user_id, only: token.session_id }
  const endedIds = await endSessions(tx, ctx, which, 'token_reused')
  await audit(ctx, tx, {
    action: 'sign_in.token_reused',
    subject_type: 'user',
    subject_id: token.user_id,
    school_id: session.schoolId,
    actor: null,
    details: { session_id: token.session_id },
  })
  return { refused: 'token_reused', endedIds }
}

async function renew(ctx: Context, tx: Tx, token: RefreshToken): Promise<NotRefreshed | Refreshed> {
  const session = await findLiveSession(tx, { id: token.session_id })
  if (!session || !isAlive(session, ctx.now, ctx.config.SESSION_IDLE_MINUTES)) return expired
  const entrant = await findEntrantByMembership(tx, session.userId, session.membershipId, ctx.now)
  if (!entrant || token.expires_at <= ctx.now) return expired
  const secret = newToken(ctx)
  const expires_at = new Date(ctx.now.getTime() + REFRESH_TOKEN_MS)
  await updateRefreshTokenUsed(tx, ctx, token, expires_at)
  await insertRefreshToken(tx, ctx, {
    session_id: token.session_id,
    token_hash: hashToken(secret),
    expires_at,
  })
  return { entrant, session, secret }
}
