import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { MembershipScope } from './memberships.ts'

export type InvitedRole = 'teacher' | 'advisor' | 'guardian' | 'admin'

export interface Invitation {
  id: string
  school_id: string
  email: string | null
  role: InvitedRole
  scope: MembershipScope
  created_at: Date
  expires_at: Date
  accepted_at: Date | null
  withdrawn_at: Date | null
}

const columns = [
  'id',
  'school_id',
  'email',
  'role',
  'scope',
  'created_at',
  'expires_at',
  'accepted_at',
  'withdrawn_at',
] as const

const read = <T extends { role: string; scope: string }>(row: T) => ({
  ...row,
  role: row.role as InvitedRole,
  scope: row.scope as MembershipScope,
})

export async function insertInvitation(
  tx: Tx,
  invitation: Pick<
    Invitation,
    'id' | 'school_id' | 'email' | 'role' | 'scope' | 'created_at' | 'expires_at'
  > & { token_hash: string; invited_by: string | null },
): Promise<void> {
  await tx.insertInto('invitations').values(invitation).execute()
}

export async function listInvitations(tx: Tx, before: string | null, limit: number): Promise<Invitation[]> {
  let query = tx.selectFrom('invitations').select(columns).orderBy('id', 'desc').limit(limit)
  if (before) query = query.where('id', '<', before)
  return (await query.execute()).map(read)
}

export async function lockInvitation(tx: Tx, invitationId: string): Promise<Invitation | null> {
  const row = await tx
    .selectFrom('invitations')
    .select(columns)
    .where('id', '=', invitationId)
    .forUpdate()
    .executeTakeFirst()
  return row ? read(row) : null
}

/** An invitation that can still be taken up; outside a school's transaction only. */
export async function lockOpenInvitation(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  tokenHash: string,
): Promise<Invitation | null> {
  const row = await tx
    .selectFrom('invitations')
    .select(columns)
    .where('token_hash', '=', tokenHash)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .forUpdate()
    .executeTakeFirst()
  return row ? read(row) : null
}

export async function updateInvitation(
  tx: Tx,
  invitationId: string,
  change: { accepted_at: Date; accepted_by: string } | { withdrawn_at: Date },
): Promise<void> {
  await tx.updateTable('invitations').set(change).where('id', '=', invitationId).execute()
}

// ── links for a new password ─────────────────────────────────────────────
export async function insertPasswordReset(
  tx: Tx,
  reset: {
    id: string
    school_id: string
    user_id: string
    token_hash: string
    created_at: Date
    expires_at: Date
  },
): Promise<void> {
  await tx.insertInto('password_resets').values(reset).execute()
}

/** When the links of a person were made since an instant, oldest first. */
export async function listPasswordResets(tx: Tx, userId: string, since: Date): Promise<Date[]> {
  const rows = await tx
    .selectFrom('password_resets')
    .select('created_at')
    .where('user_id', '=', userId)
    .where('created_at', '>', since)
    .orderBy('created_at')
    .execute()
  return rows.map(({ created_at }) => created_at)
}

/** A link that was not used and has not ended; outside a school's transaction only. */
export async function lockOpenPasswordReset(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  tokenHash: string,
): Promise<{ id: string; user_id: string; school_id: string } | null> {
  const row = await tx
    .selectFrom('password_resets')
    .select(['id', 'user_id', 'school_id'])
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** A new password makes every open link of the person useless. */
export async function closePasswordResets(tx: Tx, ctx: Pick<Context, 'now'>, userId: string): Promise<void> {
  await tx
    .updateTable('password_resets')
    .set({ used_at: ctx.now })
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .execute()
}

export async function removeOldPasswordResets(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('password_resets').where('created_at', '<', before).execute()
}
