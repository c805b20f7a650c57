import type { InvitationAcceptance } from '@waymark/contract/people.ts'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { audit } from '../audit/audit.ts'
import { hashPassword } from '../passwords/argon2.ts'
import { requireGoodPassword } from '../passwords/require-good-password.ts'
import { hashToken } from '../secrets.ts'
import { tryPassword } from '../sign-in/try-password.ts'
import { type Invitation, lockOpenInvitation, updateInvitation } from '../store/links.ts'
import { insertMemberships, listMembershipsInForce } from '../store/memberships.ts'
import { findSchool, type School } from '../store/schools.ts'
import { findUserByEmail, insertUsers } from '../store/users.ts'

type Given = z.output<typeof InvitationAcceptance>

async function openInvitation(
  ctx: Context,
  tx: Tx,
  token: string,
): Promise<{ invitation: Invitation; school: School }> {
  const invitation = await lockOpenInvitation(tx, ctx, hashToken(token))
  const school = invitation ? await findSchool(tx, invitation.school_id) : null
  if (!invitation || !school) throw new Refused('link_used')
  return { invitation, school }
}

/** What a link invites to; the link stays open. */
export async function readInvitation(ctx: Context, { token }: { token: string }) {
  const { invitation, school } = await ctx.systemTransaction((tx) => openInvitation(ctx, tx, token))
  return { school_name: school.name, role: invitation.role, email: invitation.email }
}

/**
 * Takes up an invitation. A new e-mail makes an account; a known one adds the role to the account, once its
 * own password shows whose it is.
 */
export async function acceptInvitation(ctx: Context, given: Given) {
  const { invitation, school } = await ctx.systemTransaction((tx) => openInvitation(ctx, tx, given.token))
  const email = invitation.email ?? given.email
  if (!email)
    throw new Refused('invalid', { pointer: '/email', message: 'Give the e-mail you will sign in with.' })
  const known = await ctx.systemTransaction((tx) => findUserByEmail(tx, email))
  const hash = known ? null : await hashNew(ctx, given, email, school)
  if (known) await requireOwnPassword(ctx, known.id, email, given.password)
  const user_id = await ctx.systemTransaction(async (tx) => {
    const { invitation: still } = await openInvitation(ctx, tx, given.token)
    const id = known?.id ?? ctx.newId()
    if (hash) {
      const { first_name, last_name } = given
      const account = { id, email, first_name, last_name, password_hash: hash, is_sample: false }
      await insertUsers(tx, ctx, [{ ...account, home_school_id: school.id }])
    }
    await addRole(ctx, tx, id, still, school)
    await updateInvitation(tx, still.id, { accepted_at: ctx.now, accepted_by: id })
    await audit(ctx, tx, {
      action: 'invitation.accepted',
      subject_type: 'user',
      subject_id: id,
      school_id: school.id,
      actor: { userId: id, role: still.role },
      details: { invitation_id: still.id, role: still.role },
    })
    return id
  })
  return { user_id, school: school.slug }
}

async function hashNew(ctx: Context, given: Given, email: string, school: School): Promise<string> {
  const words = [given.first_name, given.last_name, email, school.name]
  requireGoodPassword(given.password, { isStudent: false, words }, '/password')
  return hashPassword(given.password, ctx.newBytes(16))
}

const requireOwnPassword = (ctx: Context, userId: string, email: string, password: string) =>
  tryPassword(ctx, {
    account: JSON.stringify(['invitation', userId]),
    password,
    find: (tx) => findUserByEmail(tx, email),
  })

async function addRole(
  ctx: Context,
  tx: Tx,
  userId: string,
  { role, scope }: Invitation,
  school: School,
): Promise<void> {
  const place =
    scope === 'district'
      ? { school_id: null, district_id: school.district_id }
      : { school_id: school.id, district_id: null }
  const held = await listMembershipsInForce(tx, userId, ctx.now)
  const has = held.some(
    (one) => one.role === role && one.school_id === place.school_id && one.district_id === place.district_id,
  )
  if (has) return
  await insertMemberships(tx, ctx, [
    { id: ctx.newId(), user_id: userId, role, scope, ...place, valid_from: ctx.now, valid_until: null },
  ])
}
