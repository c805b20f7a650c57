import type { UserChange } from '@waymark/contract/people.ts'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { audit } from '../audit/audit.ts'
import { leavesNoAdmin } from '../rules.ts'
import { sentFields } from '../sent-fields.ts'
import { forgetSessions } from '../sign-in/session-cache.ts'
import { lockAdminMemberships } from '../store/memberships.ts'
import { endSessions } from '../store/sessions.ts'
import { listStudentsByUsername, updateStudent } from '../store/students.ts'
import { type Account, updateUser } from '../store/users.ts'
import { requireFreeEmail } from './create-user.ts'
import { getKeptAccount, showAccount } from './show-account.ts'

type Change = z.output<typeof UserChange>

/** Changes names, e-mail, user name or year of an account the school keeps. */
export async function changeUser(ctx: Context, userId: string, change: Change) {
  const before = await ctx.transaction((tx) => getKeptAccount(tx, ctx, userId))
  if (change.email && change.email !== before.email) await requireFreeEmail(ctx, change.email)
  return ctx.transaction(async (tx) => {
    const account = await getKeptAccount(tx, ctx, userId)
    requireFitting(account, change)
    if (change.username && change.username !== account.username) {
      const [holder] = await listStudentsByUsername(tx, [change.username])
      if (holder) throw new Refused('username_taken', { pointer: '/username' })
    }
    const { first_name, last_name, email, username, year_group, external_id } = change
    await updateUser(tx, userId, sentFields({ first_name, last_name, email }))
    await updateStudent(tx, userId, sentFields({ username, year_group, external_id }))
    await audit(ctx, tx, {
      action: 'user.changed',
      subject_type: 'user',
      subject_id: userId,
      student_id: account.username === null ? null : userId,
      details: { fields: Object.keys(change).sort() },
    })
    return showAccount(tx, ctx, userId)
  })
}

/** Students have user names and years, others have an e-mail. */
function requireFitting(account: Account, change: Change): void {
  const isStudent = account.username !== null
  const wrong = isStudent
    ? (['email'] as const).find((field) => change[field] !== undefined)
    : (['username', 'year_group', 'external_id'] as const).find((field) => change[field] !== undefined)
  if (wrong)
    throw new Refused('invalid', {
      pointer: `/${wrong}`,
      message: isStudent ? 'Students sign in by user name.' : 'Only students have this.',
    })
}

/** Closes an account: it cannot sign in, its sign-ins end at once, its work stays. */
export async function disableAccount(ctx: Context, userId: string) {
  const shown = await ctx.transaction(async (tx) => {
    await getKeptAccount(tx, ctx, userId)
    await closeAccount(ctx, tx, userId)
    return showAccount(tx, ctx, userId)
  })
  forgetSessions({ userId })
  return shown
}

/** The step of closing; the last admin of a school stays. */
export async function closeAccount(ctx: Context, tx: Tx, userId: string, schoolId?: string): Promise<void> {
  const admins = await lockAdminMemberships(tx, ctx.now)
  const holders = admins.map(({ user_id }) => user_id)
  if (leavesNoAdmin(holders, [userId])) throw new Refused('last_admin')
  await updateUser(tx, userId, { disabled_at: ctx.now })
  await endSessions(tx, ctx, { userId }, 'disabled')
  await audit(ctx, tx, {
    action: 'user.disabled',
    subject_type: 'user',
    subject_id: userId,
    ...(schoolId ? { school_id: schoolId } : {}),
  })
}

/** Opens a closed account again. */
export async function enableAccount(ctx: Context, userId: string) {
  const shown = await ctx.transaction(async (tx) => {
    await getKeptAccount(tx, ctx, userId)
    await updateUser(tx, userId, { disabled_at: null })
    await audit(ctx, tx, { action: 'user.enabled', subject_type: 'user', subject_id: userId })
    return showAccount(tx, ctx, userId)
  })
  forgetSessions({ userId })
  return shown
}
