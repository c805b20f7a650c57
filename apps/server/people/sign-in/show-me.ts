import type { Me } from '@waymark/contract/people.ts'
import type { z } from 'zod'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { RequestFacts } from '../../platform/http/route.ts'
import { Refused } from '../../platform/refused.ts'
import { showMembership, showSchool } from '../show.ts'
import { listMembershipsInForce, type Membership } from '../store/memberships.ts'
import { findSchool, getSettings, listSchools } from '../store/schools.ts'
import { findLiveSession } from '../store/sessions.ts'
import { findAccount } from '../store/users.ts'
import { csrfTokenOf, readSessionCookie } from './session-cookie.ts'

/** Who is signed in, in which role and school, and what else they may be. */
export async function showMe(ctx: Context, request: RequestFacts): Promise<z.input<typeof Me>> {
  const viewer = whoIs(ctx)
  // The own roles in other schools are beyond the wall of this one.
  return ctx.systemTransaction(async (tx) => {
    const account = await findAccount(tx, viewer.userId)
    const school = await findSchool(tx, viewer.schoolId)
    if (!account || !school) throw new Refused('not_found')
    const memberships = await listMembershipsInForce(tx, viewer.userId, ctx.now)
    const session = viewer.sessionId ? await findLiveSession(tx, { id: viewer.sessionId }) : null
    const current =
      memberships.find(({ id }) => id === session?.membershipId) ??
      memberships.find(({ role }) => role === viewer.role)
    if (!current) throw new Refused('not_found')
    const cookie = session?.transport === 'cookie' ? readSessionCookie(request) : null
    const { id, email, username, first_name, last_name, year_group } = account
    return {
      user: { id, email, username, first_name, last_name, year_group },
      role: viewer.role,
      membership_id: current.id,
      memberships: await withSchoolNames(tx, memberships),
      school: showSchool(school),
      settings: (await getSettings(tx, school.id)).settings,
      csrf_token: cookie ? csrfTokenOf(ctx.config, cookie) : null,
    }
  })
}

async function withSchoolNames(tx: Tx, memberships: readonly Membership[]) {
  const names = new Map((await listSchools(tx)).map(({ id, name }) => [id, name]))
  return memberships.map((one) => showMembership(one, names.get(one.school_id ?? '') ?? null))
}
