import type { Role } from '@waymark/contract/permissions.ts'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { SessionFacts } from '../rules.ts'
import type { SchoolLocale } from './schools.ts'

export type Transport = 'cookie' | 'token'
export type EndedBecause =
  | 'signed_out'
  | 'newer_sign_in'
  | 'password_changed'
  | 'reset'
  | 'disabled'
  | 'token_reused'
  | 'role_changed'
  | 'closed'

/** What every request needs to know of its sign-in. */
export interface LiveSession extends SessionFacts {
  id: string
  userId: string
  membershipId: string
  schoolId: string
  isSample: boolean
  locale: SchoolLocale
}

export interface NewSession {
  id: string
  user_id: string
  membership_id: string
  school_id: string
  transport: Transport
  token_hash: string | null
  user_agent: string | null
  expires_at: Date
}

export async function insertSession(tx: Tx, ctx: Pick<Context, 'now'>, session: NewSession): Promise<void> {
  await tx
    .insertInto('sessions')
    .values({ ...session, created_at: ctx.now, last_seen_at: ctx.now })
    .execute()
}

/** A session that was not ended, of an open account, by its id or by the hash of its cookie. */
export async function findLiveSession(
  tx: Tx,
  by: { id: string } | { tokenHash: string },
): Promise<LiveSession | null> {
  const query = tx
    .selectFrom('sessions as s')
    .innerJoin('users as u', 'u.id', 's.user_id')
    .innerJoin('memberships as m', 'm.id', 's.membership_id')
    .innerJoin('schools as c', 'c.id', 's.school_id')
    .select([
      's.id',
      's.user_id',
      's.membership_id',
      's.school_id',
      's.transport',
      's.last_seen_at',
      's.expires_at',
      'm.role',
      'm.valid_from',
      'm.valid_until',
      'c.locale',
      'c.is_sample',
    ])
    .where('s.ended_at', 'is', null)
    .where('u.disabled_at', 'is', null)
  const row = await ('id' in by
    ? query.where('s.id', '=', by.id)
    : query.where('s.token_hash', '=', by.tokenHash)
  ).executeTakeFirst()
  return row
    ? {
        id: row.id,
        userId: row.user_id,
        membershipId: row.membership_id,
        schoolId: row.school_id,
        transport: row.transport as Transport,
        role: row.role as Role,
        roleFrom: row.valid_from,
        roleUntil: row.valid_until,
        lastSeenAt: row.last_seen_at,
        expiresAt: row.expires_at,
        isSample: row.is_sample,
        locale: row.locale as SchoolLocale,
      }
    : null
}

export async function touchSession(tx: Tx, ctx: Pick<Context, 'now'>, sessionId: string): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ last_seen_at: ctx.now })
    .where('id', '=', sessionId)
    .where('last_seen_at', '<', ctx.now)
    .execute()
}

export async function listSessions(tx: Tx, ctx: Pick<Context, 'now'>, userId: string) {
  const rows = await tx
    .selectFrom('sessions')
    .select(['id', 'transport', 'user_agent', 'created_at', 'last_seen_at', 'expires_at'])
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, transport: row.transport as Transport }))
}

/** Sign-ins of one person take turns, so that each sees the session of the one before. */
export async function lockSignIns(tx: Tx, userId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`waymark/sign-ins/${userId}`}, 0))`.execute(tx)
}

/** Ends sessions that are alive; answers their ids. In a school's transaction only those of that school. */
export async function endSessions(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  which: { userId: string; only?: string; but?: string | null; membershipId?: string },
  because: EndedBecause,
): Promise<string[]> {
  let query = tx
    .updateTable('sessions')
    .set({ ended_at: ctx.now, ended_because: because })
    .where('user_id', '=', which.userId)
    .where('ended_at', 'is', null)
  if (which.only) query = query.where('id', '=', which.only)
  if (which.but) query = query.where('id', '<>', which.but)
  if (which.membershipId) query = query.where('membership_id', '=', which.membershipId)
  return (await query.returning('id').execute()).map(({ id }) => id)
}

/** Ends the session of a cookie, whoever's it is: a browser has one at a time. */
export async function endSessionOfCookie(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  tokenHash: string,
): Promise<string[]> {
  const rows = await tx
    .updateTable('sessions')
    .set({ ended_at: ctx.now, ended_because: 'signed_out' })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function removeOldSessions(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('sessions').where('expires_at', '<', before).execute()
}

// ── refresh tokens ───────────────────────────────────────────────────────
export async function insertRefreshToken(
  tx: Tx,
  ctx: Pick<Context, 'now' | 'newId'>,
  token: { session_id: string; token_hash: string; expires_at: Date },
): Promise<void> {
  await tx
    .insertInto('refresh_tokens')
    .values({ id: ctx.newId(), ...token, created_at: ctx.now })
    .execute()
}

export interface RefreshToken {
  id: string
  session_id: string
  user_id: string
  used_at: Date | null
  expires_at: Date
  ended_because: EndedBecause | null
}

export async function lockRefreshToken(tx: Tx, tokenHash: string): Promise<RefreshToken | null> {
  const row = await tx
    .selectFrom('refresh_tokens as t')
    .innerJoin('sessions as s', 's.id', 't.session_id')
    .select(['t.id', 't.session_id', 's.user_id', 't.used_at', 't.expires_at', 's.ended_because'])
    .where('t.token_hash', '=', tokenHash)
    .forUpdate()
    .executeTakeFirst()
  return row ? { ...row, ended_because: row.ended_because as EndedBecause | null } : null
}

export async function updateRefreshTokenUsed(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  token: RefreshToken,
  expiresAt: Date,
): Promise<void> {
  await tx.updateTable('refresh_tokens').set({ used_at: ctx.now }).where('id', '=', token.id).execute()
  await tx
    .updateTable('sessions')
    .set({ last_seen_at: ctx.now, expires_at: expiresAt })
    .where('id', '=', token.session_id)
    .execute()
}
