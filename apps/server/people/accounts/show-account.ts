import type { User } from '@waymark/contract/people.ts'
import type { z } from 'zod'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { audit } from '../audit/audit.ts'
import { PAGE_SIZE, pageOf, readCursor } from '../pages.ts'
import { showMembership } from '../show.ts'
import { listMembershipsOf, type Membership } from '../store/memberships.ts'
import { type Account, findAccount, listAccounts } from '../store/users.ts'

type Shown = z.input<typeof User>

function show(account: Account, memberships: readonly Membership[], schoolId: string): Shown {
  const { home_school_id, reset_requested_at, disabled_at, created_at, ...plain } = account
  return {
    ...plain,
    memberships: memberships
      .filter(({ user_id }) => user_id === account.id)
      .map((membership) => showMembership(membership, null)),
    kept_here: home_school_id === schoolId,
    reset_requested_at: reset_requested_at?.toISOString() ?? null,
    disabled_at: disabled_at?.toISOString() ?? null,
    created_at: created_at.toISOString(),
  }
}

/** An account of the viewer's school; else `not_found`. */
export async function getAccount(tx: Tx, userId: string): Promise<Account> {
  const account = await findAccount(tx, userId)
  if (!account) throw new Refused('not_found')
  return account
}

/** An account that this school keeps and so may change. */
export async function getKeptAccount(tx: Tx, ctx: Context, userId: string): Promise<Account> {
  const account = await getAccount(tx, userId)
  if (account.home_school_id !== whoIs(ctx).schoolId) throw new Refused('account_elsewhere')
  return account
}

/** The reply about one account, as it is now. */
export async function showAccount(tx: Tx, ctx: Context, userId: string): Promise<Shown> {
  const account = await getAccount(tx, userId)
  return show(account, await listMembershipsOf(tx, [userId]), whoIs(ctx).schoolId)
}

/** One account of the viewer's school. A look at a student's is written down. */
export const showUser = (ctx: Context, userId: string) =>
  ctx.transaction(async (tx) => {
    const shown = await showAccount(tx, ctx, userId)
    if (shown.username !== null)
      await audit(ctx, tx, {
        action: 'student.opened',
        subject_type: 'student',
        subject_id: userId,
        student_id: userId,
        details: { what: 'account' },
      })
    return shown
  })

export interface UserQuery {
  cursor?: string | undefined
  limit?: number | undefined
  search?: string | undefined
  role?: string | undefined
  state?: 'active' | 'disabled' | undefined
}

/** People with a role in the viewer's school, by name. */
export async function listUsers(ctx: Context, query: UserQuery) {
  const limit = query.limit ?? PAGE_SIZE
  const after = readCursor(query.cursor, 'text', 'text', 'id')
  return ctx.transaction(async (tx) => {
    const rows = await listAccounts(tx, {
      search: query.search?.trim() || null,
      role: query.role ?? null,
      disabled: query.state === undefined ? null : query.state === 'disabled',
      after: after && { last_name: after[0], first_name: after[1], id: after[2] },
      limit: limit + 1,
    })
    await audit(ctx, tx, { action: 'users.listed', subject_type: 'school', subject_id: whoIs(ctx).schoolId })
    const memberships = await listMembershipsOf(
      tx,
      rows.map(({ id }) => id),
    )
    const { schoolId } = whoIs(ctx)
    return pageOf(
      rows,
      limit,
      (last) => [last.last_name, last.first_name, last.id],
      (row) => show(row, memberships, schoolId),
    )
  })
}
