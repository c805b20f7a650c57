import type { Invitation as Shape } from '@waymark/contract/people.ts'
import type { z } from 'zod'
import { type Context, whoIs } from '../../platform/context.ts'
import { Refused } from '../../platform/refused.ts'
import { audit } from '../audit/audit.ts'
import { PAGE_SIZE, pageOf, readCursor } from '../pages.ts'
import { hashToken, newToken } from '../secrets.ts'
import {
  type Invitation,
  type InvitedRole,
  insertInvitation,
  listInvitations,
  lockInvitation,
  updateInvitation,
} from '../store/links.ts'
import type { MembershipScope } from '../store/memberships.ts'
import { placeOfRole } from './memberships.ts'

export const INVITATION_MS = 14 * 86_400_000

/** The address of an invitation; the token stands behind #, so that no server log ever holds it. */
export const invitationPath = (token: string): string => `/invitation#${token}`

function show(invitation: Invitation, now: Date): z.input<typeof Shape> {
  const { id, email, role, scope, created_at, expires_at, accepted_at, withdrawn_at } = invitation
  const state = accepted_at ? 'accepted' : withdrawn_at ? 'withdrawn' : expires_at <= now ? 'expired' : 'open'
  return {
    id,
    email,
    role,
    scope,
    state,
    created_at: created_at.toISOString(),
    expires_at: expires_at.toISOString(),
  }
}

/** Invitations of the viewer's school, newest first. */
export async function listOwnInvitations(
  ctx: Context,
  query: { cursor?: string | undefined; limit?: number | undefined },
) {
  const limit = query.limit ?? PAGE_SIZE
  const before = readCursor(query.cursor, 'id')
  const rows = await ctx.transaction((tx) => listInvitations(tx, before?.[0] ?? null, limit + 1))
  return pageOf(
    rows,
    limit,
    ({ id }) => [id],
    (row) => show(row, ctx.now),
  )
}

/** Makes a link that gives a role to whoever holds it: shown once, works once, for 14 days. */
export async function createInvitation(
  ctx: Context,
  given: { email?: string | undefined; role: InvitedRole; scope: MembershipScope },
) {
  const { schoolId, userId } = whoIs(ctx)
  const token = newToken(ctx)
  const invitation: Invitation = {
    id: ctx.newId(),
    school_id: schoolId,
    email: given.email ?? null,
    role: given.role,
    scope: given.scope,
    created_at: ctx.now,
    expires_at: new Date(ctx.now.getTime() + INVITATION_MS),
    accepted_at: null,
    withdrawn_at: null,
  }
  await ctx.transaction(async (tx) => {
    await placeOfRole(tx, ctx, given.role, given.scope)
    const { accepted_at: _, withdrawn_at: __, ...row } = invitation
    await insertInvitation(tx, { ...row, token_hash: hashToken(token), invited_by: userId })
    await audit(ctx, tx, {
      action: 'invitation.made',
      subject_type: 'invitation',
      subject_id: invitation.id,
      details: { role: given.role, scope: given.scope },
    })
  })
  const shown = show(invitation, ctx.now)
  return { ...shown, link: { token, path: invitationPath(token), expires_at: shown.expires_at } }
}

/** Makes an open invitation useless. */
export async function withdrawInvitation(ctx: Context, invitationId: string): Promise<Record<string, never>> {
  await ctx.transaction(async (tx) => {
    const invitation = await lockInvitation(tx, invitationId)
    if (!invitation) throw new Refused('not_found')
    if (show(invitation, ctx.now).state !== 'open') throw new Refused('wrong_state')
    await updateInvitation(tx, invitationId, { withdrawn_at: ctx.now })
    await audit(ctx, tx, {
      action: 'invitation.withdrawn',
      subject_type: 'invitation',
      subject_id: invitationId,
    })
  })
  return {}
}
