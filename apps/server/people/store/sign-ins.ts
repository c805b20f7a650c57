import type { Role } from '@waymark/contract/permissions.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { MembershipScope } from './memberships.ts'
import type { School } from './schools.ts'

/** Someone who may sign in here, with the role they go on in. */
export interface Entrant {
  id: string
  email: string | null
  first_name: string
  password_hash: string | null
  membership_id: string
  role: Role
  scope: MembershipScope
  school_id: string
}

export type Identity = { email: string } | { username: string }

/**
 * Who this is in a school: an open account with a role in force there; of several roles the one used last.
 * One statement, so that unknown names take as long as known ones. Outside a school's transaction only.
 */
export async function findEntrant(
  tx: Tx,
  school: Pick<School, 'id' | 'district_id'>,
  identity: Identity,
  now: Date,
): Promise<Entrant | null> {
  const who =
    'email' in identity
      ? sql`u.email = ${identity.email}`
      : sql`m.role = 'student' and u.id = (
          select s.id from students s where s.school_id = ${school.id} and s.username = ${identity.username})`
  const { rows } = await sql<Entrant>`
    select u.id, u.email, u.first_name, u.password_hash, m.id as membership_id, m.role, m.scope,
      ${school.id}::uuid as school_id
    from users u join memberships m on m.user_id = u.id
    where ${who} and u.disabled_at is null and m.role <> 'service'
      and (m.school_id = ${school.id} or m.district_id = ${school.district_id}::uuid)
      and m.valid_from <= ${now} and (m.valid_until is null or m.valid_until > ${now})
    order by (select max(last_seen_at) from sessions where membership_id = m.id) desc nulls last,
      m.valid_from, m.id
    limit 1`.execute(tx)
  return rows[0] ?? null
}

/** The same for a person already known, going on in a certain role; null when that role is not theirs now. */
export async function findEntrantByMembership(
  tx: Tx,
  userId: string,
  membershipId: string,
  now: Date,
): Promise<(Omit<Entrant, 'school_id'> & { school_id: string | null; district_id: string | null }) | null> {
  const { rows } = await sql<
    Omit<Entrant, 'school_id'> & { school_id: string | null; district_id: string | null }
  >`
    select u.id, u.email, u.first_name, u.password_hash, m.id as membership_id, m.role, m.scope,
      m.school_id, m.district_id
    from users u join memberships m on m.user_id = u.id
    where u.id = ${userId} and m.id = ${membershipId} and u.disabled_at is null and m.role <> 'service'
      and m.valid_from <= ${now} and (m.valid_until is null or m.valid_until > ${now})`.execute(tx)
  return rows[0] ?? null
}

/** A person of the sample school in a role: a certain one, or the first that was made. */
export async function findSampleEntrant(
  tx: Tx,
  schoolId: string,
  role: Role,
  userId: string | null,
): Promise<Entrant | null> {
  const { rows } = await sql<Entrant>`
    select u.id, u.email, u.first_name, u.password_hash, m.id as membership_id, m.role, m.scope, m.school_id
    from users u join memberships m on m.user_id = u.id
    where m.school_id = ${schoolId} and m.role = ${role} and u.is_sample and u.disabled_at is null
      and (${userId}::uuid is null or u.id = ${userId}::uuid)
    order by u.created_at, u.id
    limit 1`.execute(tx)
  return rows[0] ?? null
}

/** Notes that a person asked for a new password; one statement, whether or not there is such a person. */
export async function markResetAsked(
  tx: Tx,
  school: Pick<School, 'id'>,
  identity: Identity,
  now: Date,
): Promise<void> {
  const who =
    'email' in identity
      ? sql`u.email = ${identity.email}`
      : sql`exists (select 1 from students s
          where s.id = u.id and s.school_id = ${school.id} and s.username = ${identity.username})`
  await sql`
    update users u set reset_requested_at = ${now}
    where ${who} and u.disabled_at is null and not u.is_sample and u.home_school_id = ${school.id}`.execute(
    tx,
  )
}
