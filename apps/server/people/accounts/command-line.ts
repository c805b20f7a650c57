import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { audit } from '../audit/audit.ts'
import { hashPassword } from '../passwords/argon2.ts'
import { makeStartPassword, START_PASSWORD_BYTES } from '../passwords/start-password.ts'
import { hashToken, newToken } from '../secrets.ts'
import { findNamedSchool } from '../sign-in/find-school.ts'
import { forgetSessions } from '../sign-in/session-cache.ts'
import { closePasswordResets, type InvitedRole, insertInvitation } from '../store/links.ts'
import type { School } from '../store/schools.ts'
import { endSessions } from '../store/sessions.ts'
import { listStudentsByUsername } from '../store/students.ts'
import { type Account, findAccount, findUserByEmail, updatePassword } from '../store/users.ts'
import { closeAccount } from './change-user.ts'
import { INVITATION_MS, invitationPath } from './invitations.ts'

/** What someone at the server itself may do without a sign-in: `waymark users …`. */

const invited: readonly string[] = ['teacher', 'advisor', 'guardian', 'admin'] satisfies InvitedRole[]

async function getSchool(tx: Tx, slug: string | undefined): Promise<School> {
  const school = await findNamedSchool(tx, slug)
  if (!school) throw new Refused('not_found', { message: 'There is no school of this short name.' })
  return school
}

/** Makes an invitation; answers the path of its link, below the address people use. */
export async function inviteUser(
  ctx: Context,
  given: { school?: string; role: string },
): Promise<{ link_path: string }> {
  if (!invited.includes(given.role))
    throw new Refused('invalid', { message: `The role is one of ${invited.join(', ')}.` })
  const token = newToken(ctx)
  await ctx.systemTransaction(async (tx) => {
    const school = await getSchool(tx, given.school)
    const id = ctx.newId()
    await insertInvitation(tx, {
      id,
      school_id: school.id,
      email: null,
      role: given.role as InvitedRole,
      scope: 'school',
      token_hash: hashToken(token),
      invited_by: null,
      created_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + INVITATION_MS),
    })
    await audit(ctx, tx, {
      action: 'invitation.made',
      subject_type: 'invitation',
      subject_id: id,
      school_id: school.id,
      actor: null,
      details: { role: given.role, from: 'command line' },
    })
  })
  return { link_path: invitationPath(token) }
}

/** Gives a person a start password, shown once; every sign-in of theirs ends. */
export async function resetUser(
  ctx: Context,
  given: { name: string; school?: string },
): Promise<{ password: string }> {
  const password = makeStartPassword(ctx.newBytes(START_PASSWORD_BYTES))
  const hash = await hashPassword(password, ctx.newBytes(16))
  const userId = await inSchoolOf(ctx, given, async (tx, account, school) => {
    if (account.is_sample) throw new Refused('wrong_state', { message: 'Sample people have no passwords.' })
    await updatePassword(tx, ctx, account.id, hash)
    await closePasswordResets(tx, ctx, account.id)
    await endSessions(tx, ctx, { userId: account.id }, 'reset')
    await audit(ctx, tx, {
      action: 'password.reset',
      subject_type: 'user',
      subject_id: account.id,
      school_id: school.id,
      actor: null,
      details: { from: 'command line' },
    })
  })
  forgetSessions({ userId })
  return { password }
}

/** Closes an account; the last admin of a school stays. */
export async function disableUser(ctx: Context, given: { name: string; school?: string }): Promise<void> {
  const userId = await inSchoolOf(ctx, given, (tx, account, school) =>
    closeAccount(ctx, tx, account.id, school.id),
  )
  forgetSessions({ userId })
}

/** Finds an account by e-mail or user name, then works inside its school. */
async function inSchoolOf(
  ctx: Context,
  { name, school: slug }: { name: string; school?: string },
  work: (tx: Tx, account: Account, school: School) => Promise<void>,
): Promise<string> {
  const school = await ctx.systemTransaction((tx) => getSchool(tx, slug))
  const login = name.trim().toLowerCase()
  const byEmail = await ctx.systemTransaction((tx) => findUserByEmail(tx, login))
  return ctx.schoolTransaction(school.id, async (tx) => {
    const [byUsername] = await listStudentsByUsername(tx, [login])
    const account = await findAccount(tx, byEmail?.id ?? byUsername?.id ?? school.id)
    if (!account || account.home_school_id !== school.id)
      throw new Refused('not_found', { message: 'This school keeps no account of this name.' })
    await work(tx, account, school)
    return account.id
  })
}
