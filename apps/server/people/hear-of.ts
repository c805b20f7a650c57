import { type Context, whoIs } from '../platform/context.ts'
import { maySeeStudent } from './access.ts'
import { isAlive } from './rules.ts'
import { findLiveSession } from './store/sessions.ts'

/**
 * Whether a listener may be told that something about a student happened: `gone` once the sign-in has ended.
 * Listening is no use of a sign-in: one that is left idle ends while its stream is open.
 */
export async function mayHearOf(ctx: Context, studentId: string): Promise<'yes' | 'no' | 'gone'> {
  const { sessionId } = whoIs(ctx)
  if (sessionId) {
    const session = await ctx.systemTransaction((tx) => findLiveSession(tx, { id: sessionId }))
    if (!session || !isAlive(session, ctx.now, ctx.config.SESSION_IDLE_MINUTES)) return 'gone'
  }
  return (await ctx.transaction((tx) => maySeeStudent(tx, ctx, studentId))) ? 'yes' : 'no'
}
