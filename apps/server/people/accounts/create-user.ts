import type { NewUser } from '@waymark/contract/people.ts'
import type { z } from 'zod'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { audit } from '../audit/audit.ts'
import { hashPassword } from '../passwords/argon2.ts'
import { requireGoodPassword } from '../passwords/require-good-password.ts'
import { makeUsername } from '../rosters/username.ts'
import { insertMemberships } from '../store/memberships.ts'
import { findSchool } from '../store/schools.ts'
import { insertStudents, listUsernames } from '../store/students.ts'
import { findUserByEmail, insertUsers } from '../store/users.ts'
import { showAccount } from './show-account.ts'

type Given = z.output<typeof NewUser>

/** Makes an account with one role in the viewer's school. Without a password nobody can sign in to it yet. */
export async function createUser(ctx: Context, given: Given) {
  const { schoolId } = whoIs(ctx)
  const password_hash = given.password ? await hashGiven(ctx, given, given.password) : null
  if (given.role !== 'student') await requireFreeEmail(ctx, given.email)
  return ctx.transaction(async (tx) => {
    const id = ctx.newId()
    const { first_name, last_name } = given
    const email = given.role === 'student' ? null : given.email
    const account = { id, first_name, last_name, email, password_hash, is_sample: false }
    await insertUsers(tx, ctx, [{ ...account, home_school_id: schoolId }])
    await insertMemberships(tx, ctx, [
      {
        id: ctx.newId(),
        user_id: id,
        role: given.role,
        scope: 'school',
        school_id: schoolId,
        district_id: null,
        valid_from: ctx.now,
        valid_until: null,
      },
    ])
    if (given.role === 'student') await addStudent(ctx, tx, id, given)
    await audit(ctx, tx, {
      action: 'user.created',
      subject_type: 'user',
      subject_id: id,
      student_id: given.role === 'student' ? id : null,
      details: { role: given.role },
    })
    return showAccount(tx, ctx, id)
  })
}

async function hashGiven(ctx: Context, given: Given, password: string): Promise<string> {
  const school = await ctx.transaction((tx) => findSchool(tx, whoIs(ctx).schoolId))
  const login = given.role === 'student' ? given.username : given.email
  const words = [given.first_name, given.last_name, login ?? '', school?.name ?? '']
  requireGoodPassword(password, { isStudent: given.role === 'student', words }, '/password')
  return hashPassword(password, ctx.newBytes(16))
}

/** An e-mail is one person's on the whole server, beyond the wall of the school. */
export async function requireFreeEmail(ctx: Context, email: string): Promise<void> {
  const holder = await ctx.systemTransaction((tx) => findUserByEmail(tx, email))
  if (holder) throw new Refused('email_taken', { pointer: '/email' })
}

async function addStudent(
  ctx: Context,
  tx: Tx,
  id: string,
  given: Extract<Given, { role: 'student' }>,
): Promise<void> {
  const taken = await listUsernames(tx)
  if (given.username && taken.has(given.username))
    throw new Refused('username_taken', { pointer: '/username' })
  const made = () =>
    makeUsername(
      given,
      (name) => taken.has(name),
      () => ctx.newBytes(6),
    )
  await insertStudents(tx, [
    {
      id,
      school_id: whoIs(ctx).schoolId,
      username: given.username ?? made(),
      year_group: given.year_group,
      external_id: given.external_id,
    },
  ])
}
