import { type ExpressionBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tables, Tx } from '../../platform/db/database.ts'
import { refuseTaken } from './refuse-taken.ts'

export interface Person {
  id: string
  first_name: string
  last_name: string
}

/** An account as its school's admin sees it; without its hash. */
export interface Account extends Person {
  email: string | null
  username: string | null
  external_id: string | null
  year_group: number | null
  grade_level: number | null
  home_school_id: string | null
  has_password: boolean
  reset_requested_at: Date | null
  disabled_at: Date | null
  is_sample: boolean
  created_at: Date
}

export interface NewAccount extends Person {
  home_school_id: string | null
  email: string | null
  password_hash: string | null
  is_sample: boolean
}

const accounts = (tx: Tx) =>
  tx
    .selectFrom('users as u')
    .leftJoin('students as s', 's.id', 'u.id')
    .select([
      'u.id',
      'u.first_name',
      'u.last_name',
      'u.email',
      'u.home_school_id',
      'u.reset_requested_at',
      'u.disabled_at',
      'u.is_sample',
      'u.created_at',
      's.username',
      's.external_id',
      's.year_group',
      's.grade_level',
      sql<boolean>`u.password_hash is not null`.as('has_password'),
    ])

export async function findAccount(tx: Tx, userId: string): Promise<Account | null> {
  return (await accounts(tx).where('u.id', '=', userId).executeTakeFirst()) ?? null
}

export interface AccountFilter {
  search: string | null
  role: string | null
  disabled: boolean | null
  after: { last_name: string; first_name: string; id: string } | null
  limit: number
}

/** Accounts with a role in the school of the transaction, by name. */
export async function listAccounts(
  tx: Tx,
  { search, role, disabled, after, limit }: AccountFilter,
): Promise<Account[]> {
  let query = accounts(tx).where((eb) => holdsRole(eb, role))
  if (search) {
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((eb) =>
      eb.or([
        eb(sql`u.first_name || ' ' || u.last_name`, 'ilike', pattern),
        eb('u.email', 'ilike', pattern),
        eb('s.username', 'ilike', pattern),
      ]),
    )
  }
  if (disabled !== null) query = query.where('u.disabled_at', disabled ? 'is not' : 'is', null)
  if (after)
    query = query.where(
      sql<boolean>`(u.last_name, u.first_name, u.id) > (${after.last_name}, ${after.first_name}, ${after.id}::uuid)`,
    )
  return query.orderBy('u.last_name').orderBy('u.first_name').orderBy('u.id').limit(limit).execute()
}

const holdsRole = (
  eb: ExpressionBuilder<Tables & { u: Tables['users']; s: Tables['students'] | null }, 'u' | 's'>,
  role: string | null,
) => {
  const held = eb.selectFrom('memberships as m').select('m.id').whereRef('m.user_id', '=', 'u.id')
  return eb.exists(role ? held.where('m.role', '=', role) : held)
}

/** Names by id, for lists of other rooms; people of other schools are not in it. */
export async function listPeople(tx: Tx, userIds: readonly string[]): Promise<Map<string, Person>> {
  if (userIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('users')
    .select(['id', 'first_name', 'last_name'])
    .where('id', 'in', [...new Set(userIds)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export async function insertUsers(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  users: readonly NewAccount[],
): Promise<void> {
  if (users.length === 0) return
  const rows = users.map((user) => ({
    ...user,
    created_at: ctx.now,
    password_changed_at: user.password_hash ? ctx.now : null,
  }))
  await refuseTaken(tx.insertInto('users').values(rows).execute())
}

export async function updateUser(
  tx: Tx,
  userId: string,
  change: { first_name?: string; last_name?: string; email?: string; disabled_at?: Date | null },
): Promise<void> {
  if (Object.keys(change).length === 0) return
  await refuseTaken(tx.updateTable('users').set(change).where('id', '=', userId).execute())
}

export async function updatePassword(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  userId: string,
  hash: string,
): Promise<void> {
  await tx
    .updateTable('users')
    .set({ password_hash: hash, password_changed_at: ctx.now, reset_requested_at: null })
    .where('id', '=', userId)
    .execute()
}

/** Outside a school's transaction only: sign-in and invitations know no school yet. */
export async function findUserByEmail(
  tx: Tx,
  email: string,
): Promise<(Person & { password_hash: string | null; home_school_id: string | null }) | null> {
  const row = await tx
    .selectFrom('users')
    .select(['id', 'first_name', 'last_name', 'password_hash', 'home_school_id'])
    .where('email', '=', email)
    .executeTakeFirst()
  return row ?? null
}

export async function findPasswordHash(tx: Tx, userId: string): Promise<string | null> {
  const row = await tx.selectFrom('users').select('password_hash').where('id', '=', userId).executeTakeFirst()
  return row?.password_hash ?? null
}
