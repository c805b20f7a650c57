import type { Role } from '@waymark/contract/permissions.ts'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'

export type MembershipScope = 'school' | 'district'

export interface Membership {
  id: string
  user_id: string
  role: Role
  scope: MembershipScope
  school_id: string | null
  district_id: string | null
  valid_from: Date
  valid_until: Date | null
}

const columns = [
  'id',
  'user_id',
  'role',
  'scope',
  'school_id',
  'district_id',
  'valid_from',
  'valid_until',
] as const

const read = <T extends { role: string; scope: string }>(row: T) => ({
  ...row,
  role: row.role as Role,
  scope: row.scope as MembershipScope,
})

export async function insertMemberships(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  memberships: readonly Membership[],
): Promise<void> {
  if (memberships.length === 0) return
  await tx
    .insertInto('memberships')
    .values(memberships.map((membership) => ({ ...membership, created_at: ctx.now })))
    .execute()
}

export async function findMembership(tx: Tx, membershipId: string): Promise<Membership | null> {
  const row = await tx
    .selectFrom('memberships')
    .select(columns)
    .where('id', '=', membershipId)
    .executeTakeFirst()
  return row ? read(row) : null
}

/** Roles in force at the instant, of one person, oldest first. */
export async function listMembershipsInForce(tx: Tx, userId: string, now: Date): Promise<Membership[]> {
  const rows = await tx
    .selectFrom('memberships')
    .select(columns)
    .where('user_id', '=', userId)
    .where('valid_from', '<=', now)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', now)]))
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  return rows.map(read)
}

export async function listMembershipsOf(tx: Tx, userIds: readonly string[]): Promise<Membership[]> {
  if (userIds.length === 0) return []
  const rows = await tx
    .selectFrom('memberships')
    .select(columns)
    .where('user_id', 'in', [...userIds])
    .orderBy('id')
    .execute()
  return rows.map(read)
}

export async function listMemberships(
  tx: Tx,
  filter: { userId: string | null; role: string | null; after: string | null; limit: number },
): Promise<Membership[]> {
  let query = tx.selectFrom('memberships').select(columns).orderBy('id').limit(filter.limit)
  if (filter.userId) query = query.where('user_id', '=', filter.userId)
  if (filter.role) query = query.where('role', '=', filter.role)
  if (filter.after) query = query.where('id', '>', filter.after)
  return (await query.execute()).map(read)
}

export async function updateMembershipEnd(
  tx: Tx,
  membershipId: string,
  validUntil: Date | null,
): Promise<void> {
  await tx
    .updateTable('memberships')
    .set({ valid_until: validUntil })
    .where('id', '=', membershipId)
    .execute()
}

/** Admins' roles of the school of the transaction whose holders can sign in, in force at the instant. */
export async function lockAdminMemberships(tx: Tx, now: Date): Promise<{ id: string; user_id: string }[]> {
  const { rows } = await sql<{ id: string; user_id: string }>`
    select m.id, m.user_id from memberships m join users u on u.id = m.user_id
    where m.role = 'admin' and m.school_id = current_school() and u.disabled_at is null
      and m.valid_from <= ${now} and (m.valid_until is null or m.valid_until > ${now})
    for update of m`.execute(tx)
  return rows
}
