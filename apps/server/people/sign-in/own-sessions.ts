import { type Context, whoIs } from '../../platform/context.ts'
import { Refused } from '../../platform/refused.ts'
import { audit } from '../audit/audit.ts'
import { endSessions, listSessions } from '../store/sessions.ts'
import { forgetSessions } from './session-cache.ts'

/** The viewer's sign-ins that are alive, in every school. */
export async function listOwnSessions(ctx: Context) {
  const { userId, sessionId } = whoIs(ctx)
  const rows = await ctx.systemTransaction((tx) => listSessions(tx, ctx, userId))
  return {
    items: rows.map((row) => ({
      ...row,
      created_at: row.created_at.toISOString(),
      last_seen_at: row.last_seen_at.toISOString(),
      expires_at: row.expires_at.toISOString(),
      is_this: row.id === sessionId,
    })),
  }
}

/** Ends one of the viewer's sign-ins. */
export async function endOwnSession(ctx: Context, sessionId: string): Promise<Record<string, never>> {
  const { userId } = whoIs(ctx)
  const ended = await ctx.systemTransaction(async (tx) => {
    const ids = await endSessions(tx, ctx, { userId, only: sessionId }, 'closed')
    if (ids.length === 0) throw new Refused('not_found')
    await audit(ctx, tx, { action: 'sign_in.closed', subject_type: 'user', subject_id: userId })
    return ids
  })
  forgetSessions({ ids: ended })
  return {}
}

/** Ends every sign-in of the viewer but this one. */
export async function endOtherSessions(ctx: Context): Promise<Record<string, never>> {
  const { userId, sessionId } = whoIs(ctx)
  const ended = await ctx.systemTransaction(async (tx) => {
    await audit(ctx, tx, { action: 'sign_in.others_closed', subject_type: 'user', subject_id: userId })
    return endSessions(tx, ctx, { userId, but: sessionId }, 'closed')
  })
  forgetSessions({ ids: ended })
  return {}
}
