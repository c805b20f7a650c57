import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { RequestFacts } from '../../platform/http/route.ts'
import { Refused } from '../../platform/refused.ts'
import { findSchool, findSchoolBySlug } from '../store/schools.ts'
import { endSessions, findLiveSession } from '../store/sessions.ts'
import { type Entrant, findEntrantByMembership } from '../store/sign-ins.ts'
import { answerOpened, openSession, transportFor } from './open-session.ts'

/** Goes on in another of the own roles: this sign-in ends and a new one begins, under a new key. */
export async function switchRole(
  ctx: Context,
  { membership_id, school }: { membership_id: string; school?: string | undefined },
  request: RequestFacts,
) {
  const { userId, sessionId } = whoIs(ctx)
  const opened = await ctx.systemTransaction(async (tx) => {
    const entrant = await entrantFor(ctx, tx, userId, membership_id, school)
    const current = sessionId ? await findLiveSession(tx, { id: sessionId }) : null
    const ended = current ? await endSessions(tx, ctx, { userId, only: current.id }, 'role_changed') : []
    const next = await openSession(ctx, tx, entrant, request, current?.transport ?? transportFor(request))
    return { ...next, endedIds: [...next.endedIds, ...ended] }
  })
  return answerOpened(ctx, opened, request)
}

async function entrantFor(
  ctx: Context,
  tx: Tx,
  userId: string,
  membershipId: string,
  slug: string | undefined,
): Promise<Entrant> {
  const found = await findEntrantByMembership(tx, userId, membershipId, ctx.now)
  if (!found) throw new Refused('not_found')
  const { district_id, ...entrant } = found
  if (entrant.school_id) return { ...entrant, school_id: entrant.school_id }
  const current = await findSchool(tx, whoIs(ctx).schoolId)
  const school = slug === undefined ? current : await findSchoolBySlug(tx, slug)
  if (slug === undefined && current?.district_id !== district_id)
    throw new Refused('school_required', { pointer: '/school' })
  if (!school || school.district_id !== district_id) throw new Refused('not_found')
  return { ...entrant, school_id: school.id }
}
