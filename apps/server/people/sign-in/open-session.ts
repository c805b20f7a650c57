import type { SignedIn } from '@waymark/contract/people.ts'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Reply, type RequestFacts, replied } from '../../platform/http/route.ts'
import { audit } from '../audit/audit.ts'
import { hashToken, newToken } from '../secrets.ts'
import {
  endSessionOfCookie,
  endSessions,
  insertRefreshToken,
  insertSession,
  lockSignIns,
  type Transport,
} from '../store/sessions.ts'
import type { Entrant } from '../store/sign-ins.ts'
import { ACCESS_TOKEN_SECONDS, signAccessToken } from './access-token.ts'
import { forgetSessions } from './session-cache.ts'
import { csrfTokenOf, readSessionCookie, sessionCookie } from './session-cookie.ts'

export const REFRESH_TOKEN_MS = 7 * 86_400_000

export interface OpenedSession {
  id: string
  transport: Transport
  /** The cookie's value or the refresh token; kept here as a hash only. */
  secret: string
  entrant: Entrant
  /** Sessions this one took the place of, to be forgotten after the commit. */
  endedIds: string[]
}

/** The transport a caller asks for. */
export const transportFor = (request: RequestFacts): Transport => request.acceptSession ?? 'token'

/**
 * Opens a session under a new id, as a step of a sign-in. The browser's earlier session ends, and so do a
 * student's other sessions: the next pupil at a shared computer leaves none behind.
 */
export async function openSession(
  ctx: Context,
  tx: Tx,
  entrant: Entrant,
  request: RequestFacts,
  transport: Transport = transportFor(request),
): Promise<OpenedSession> {
  const secret = newToken(ctx)
  const id = ctx.newId()
  const cookie = readSessionCookie(request)
  const endedIds = cookie ? await endSessionOfCookie(tx, ctx, hashToken(cookie)) : []
  if (entrant.role === 'student') {
    await lockSignIns(tx, entrant.id)
    endedIds.push(...(await endSessions(tx, ctx, { userId: entrant.id }, 'newer_sign_in')))
  }
  const ttl = transport === 'cookie' ? ctx.config.SESSION_TTL_MINUTES * 60_000 : REFRESH_TOKEN_MS
  const expires_at = new Date(ctx.now.getTime() + ttl)
  await insertSession(tx, ctx, {
    id,
    user_id: entrant.id,
    membership_id: entrant.membership_id,
    school_id: entrant.school_id,
    transport,
    token_hash: transport === 'cookie' ? hashToken(secret) : null,
    user_agent: request.userAgent.slice(0, 300) || null,
    expires_at,
  })
  if (transport === 'token')
    await insertRefreshToken(tx, ctx, { session_id: id, token_hash: hashToken(secret), expires_at })
  await audit(ctx, tx, {
    action: 'sign_in.opened',
    subject_type: 'user',
    subject_id: entrant.id,
    school_id: entrant.school_id,
    actor: { userId: entrant.id, role: entrant.role },
    details: { session_id: id, transport },
  })
  return { id, transport, secret, entrant, endedIds }
}

/** The reply to a sign-in: tokens, or the session's cookie with what the page repeats. After the commit. */
export async function answerOpened(
  ctx: Context,
  opened: OpenedSession,
  request: RequestFacts,
): Promise<Reply<z.input<typeof SignedIn>>> {
  forgetSessions({ ids: opened.endedIds })
  const { id, email, first_name, role, school_id, scope } = opened.entrant
  const user = { id, email, first_name, role, school_id }
  if (opened.transport === 'cookie')
    return replied(
      200,
      { user, csrf_token: csrfTokenOf(ctx.config, opened.secret) },
      { cookies: [sessionCookie(ctx.config, request, opened.secret)] },
    )
  const access_token = await signAccessToken(ctx, {
    userId: id,
    sessionId: opened.id,
    role,
    schoolId: school_id,
    scope,
  })
  return new Reply(200, {
    access_token,
    refresh_token: opened.secret,
    token_type: 'bearer' as const,
    expires_in: ACCESS_TOKEN_SECONDS,
    user,
  })
}

/** Refuses a browser sign-in over an open line before anything is written. */
export function requireSafeLine(ctx: Context, request: RequestFacts): void {
  if (transportFor(request) === 'cookie') sessionCookie(ctx.config, request, '')
}
