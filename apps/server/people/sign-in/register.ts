import type { Received } from '@waymark/contract/endpoint.ts'
import type { endpoints } from '@waymark/contract/people.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { audit } from '../audit/audit.ts'
import { hashPassword } from '../passwords/argon2.ts'
import { requireGoodPassword } from '../passwords/require-good-password.ts'
import { makeUsername } from '../rosters/username.ts'
import { insertMemberships } from '../store/memberships.ts'
import { getSettings, type School } from '../store/schools.ts'
import { insertStudents, listUsernames } from '../store/students.ts'
import { insertUsers } from '../store/users.ts'
import { findNamedSchool } from './find-school.ts'

type Given = Received<typeof endpoints.register>['body']

/** Makes a learner's account in a school that is open to it; never another role (00, decision 9). */
export async function register(ctx: Context, given: Given) {
  const school = await ctx.systemTransaction((tx) => openSchool(tx, given.school))
  const words = [given.first_name, given.last_name, given.username ?? '', school.name]
  requireGoodPassword(given.password, { isStudent: true, words }, '/password')
  const password_hash = await hashPassword(given.password, ctx.newBytes(16))
  return ctx.schoolTransaction(school.id, async (tx) => {
    const taken = await listUsernames(tx)
    if (given.username && taken.has(given.username))
      throw new Refused('username_taken', { pointer: '/username' })
    const username =
      given.username ??
      makeUsername(
        given,
        (name) => taken.has(name),
        () => ctx.newBytes(6),
      )
    const id = ctx.newId()
    await addLearner(ctx, tx, school.id, { ...given, id, username, password_hash })
    return { id, username }
  })
}

async function openSchool(tx: Tx, slug: string | undefined): Promise<School> {
  const school = await findNamedSchool(tx, slug)
  if (!school || school.is_sample || !(await getSettings(tx, school.id)).settings.self_registration)
    throw new Refused('registration_closed')
  return school
}

async function addLearner(
  ctx: Context,
  tx: Tx,
  school_id: string,
  learner: { id: string; username: string; first_name: string; last_name: string; password_hash: string },
): Promise<void> {
  const { id, username, first_name, last_name, password_hash } = learner
  const account = { id, first_name, last_name, email: null, password_hash, is_sample: false }
  await insertUsers(tx, ctx, [{ ...account, home_school_id: school_id }])
  await insertMemberships(tx, ctx, [
    {
      id: ctx.newId(),
      user_id: id,
      role: 'student',
      scope: 'school',
      school_id,
      district_id: null,
      valid_from: ctx.now,
      valid_until: null,
    },
  ])
  await insertStudents(tx, [{ id, school_id, username, year_group: null, external_id: null }])
  await audit(ctx, tx, {
    action: 'user.registered',
    subject_type: 'user',
    subject_id: id,
    student_id: id,
    school_id,
    actor: { userId: id, role: 'student' },
  })
}
