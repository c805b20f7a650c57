import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { audit } from '../audit/audit.ts'
import { PAGE_SIZE, pageOf, readCursor } from '../pages.ts'
import { leavesNoAdmin, mayGiveScope } from '../rules.ts'
import { showMembership } from '../show.ts'
import { forgetSessions } from '../sign-in/session-cache.ts'
import type { InvitedRole } from '../store/links.ts'
import {
  findMembership,
  insertMemberships,
  listMemberships,
  listMembershipsInForce,
  lockAdminMemberships,
  type Membership,
  type MembershipScope,
  updateMembershipEnd,
} from '../store/memberships.ts'
import { findSchool } from '../store/schools.ts'
import { getAccount } from './show-account.ts'

/** Roles held in the viewer's school, past ones too, oldest first. */
export async function listRoles(
  ctx: Context,
  query: {
    cursor?: string | undefined
    limit?: number | undefined
    user_id?: string | undefined
    role?: string | undefined
  },
) {
  const limit = query.limit ?? PAGE_SIZE
  const after = readCursor(query.cursor, 'id')
  return ctx.transaction(async (tx) => {
    const school = await findSchool(tx, whoIs(ctx).schoolId)
    const rows = await listMemberships(tx, {
      userId: query.user_id ?? null,
      role: query.role ?? null,
      after: after?.[0] ?? null,
      limit: limit + 1,
    })
    return pageOf(
      rows,
      limit,
      ({ id }) => [id],
      (row) => showMembership(row, row.school_id ? (school?.name ?? null) : null),
    )
  })
}

/** The widest scope in which the viewer is an admin here. */
async function ownScope(tx: Tx, ctx: Context): Promise<MembershipScope> {
  const held = await listMembershipsInForce(tx, whoIs(ctx).userId, ctx.now)
  return held.some(({ role, scope }) => role === 'admin' && scope === 'district') ? 'district' : 'school'
}

/** Where a role is held: in the school, or in its district when an admin of the district gives it. */
export async function placeOfRole(
  tx: Tx,
  ctx: Context,
  role: InvitedRole,
  scope: MembershipScope,
): Promise<Pick<Membership, 'scope' | 'school_id' | 'district_id'>> {
  const { schoolId } = whoIs(ctx)
  if (!mayGiveScope(await ownScope(tx, ctx), scope)) throw new Refused('forbidden')
  if (scope === 'school') return { scope, school_id: schoolId, district_id: null }
  const school = await findSchool(tx, schoolId)
  if (role !== 'admin' || !school?.district_id)
    throw new Refused('invalid', { pointer: '/scope', message: 'Only an admin can be of a whole district.' })
  return { scope, school_id: null, district_id: school.district_id }
}

/** Gives a person of the school a further role. */
export async function giveRole(
  ctx: Context,
  given: { user_id: string; role: InvitedRole; scope: MembershipScope; valid_until: string | null },
) {
  const shown = await ctx.transaction(async (tx) => {
    const account = await getAccount(tx, given.user_id)
    if (account.username !== null)
      throw new Refused('wrong_state', { because: 'a student has no other role' })
    const place = await placeOfRole(tx, ctx, given.role, given.scope)
    const held = await listMembershipsInForce(tx, given.user_id, ctx.now)
    if (held.some(({ role, scope }) => role === given.role && scope === given.scope))
      throw new Refused('wrong_state', { because: 'this role is held already' })
    const valid_until = given.valid_until ? new Date(given.valid_until) : null
    if (valid_until && valid_until < ctx.now) throw new Refused('invalid', { pointer: '/valid_until' })
    const membership: Membership = {
      id: ctx.newId(),
      user_id: given.user_id,
      role: given.role,
      ...place,
      valid_from: ctx.now,
      valid_until,
    }
    await insertMemberships(tx, ctx, [membership])
    await audit(ctx, tx, {
      action: 'role.given',
      subject_type: 'user',
      subject_id: given.user_id,
      details: { role: given.role, scope: given.scope, membership_id: membership.id },
    })
    return showMembership(membership, null)
  })
  forgetSessions({ userId: given.user_id })
  return shown
}

/** Ends a role at an instant (past instants mean now), or lets it go on. The last admin stays. */
export async function changeRole(ctx: Context, membershipId: string, given: { valid_until: string | null }) {
  const changed = await ctx.transaction(async (tx) => {
    const membership = await findMembership(tx, membershipId)
    if (!membership) throw new Refused('not_found')
    if (!mayGiveScope(await ownScope(tx, ctx), membership.scope)) throw new Refused('forbidden')
    const valid_until = given.valid_until
      ? new Date(Math.max(Date.parse(given.valid_until), ctx.now.getTime(), membership.valid_from.getTime()))
      : null
    if (valid_until) {
      const admins = await lockAdminMemberships(tx, ctx.now)
      const ids = admins.map(({ id }) => id)
      if (leavesNoAdmin(ids, [membershipId])) throw new Refused('last_admin')
    }
    await updateMembershipEnd(tx, membershipId, valid_until)
    await audit(ctx, tx, {
      action: valid_until ? 'role.ended' : 'role.continued',
      subject_type: 'user',
      subject_id: membership.user_id,
      details: { role: membership.role, membership_id: membershipId },
    })
    return { ...membership, valid_until }
  })
  forgetSessions({ userId: changed.user_id })
  return showMembership(changed, null)
}
