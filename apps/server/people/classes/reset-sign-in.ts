import type { StartPassword } from '@waymark/contract/people.ts'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { maySeeStudent } from '../access.ts'
import { audit } from '../audit/audit.ts'
import { hashPassword } from '../passwords/argon2.ts'
import { makeStartPassword, START_PASSWORD_BYTES } from '../passwords/start-password.ts'
import { forgetSessions } from '../sign-in/session-cache.ts'
import { closePasswordResets } from '../store/links.ts'
import { endSessions } from '../store/sessions.ts'
import { findStudent, type Student } from '../store/students.ts'
import { findAccount, updatePassword } from '../store/users.ts'

/** Gives a student within reach a new start password, shown once; the old one and every sign-in end. */
export async function resetSignIn(ctx: Context, studentId: string): Promise<z.input<typeof StartPassword>> {
  await ctx.transaction((tx) => requireResettable(tx, ctx, studentId))
  const start_password = makeStartPassword(ctx.newBytes(START_PASSWORD_BYTES))
  const hash = await hashPassword(start_password, ctx.newBytes(16))
  const student = await ctx.transaction(async (tx) => {
    const found = await requireResettable(tx, ctx, studentId)
    await updatePassword(tx, ctx, studentId, hash)
    await closePasswordResets(tx, ctx, studentId)
    await endSessions(tx, ctx, { userId: studentId }, 'reset')
    await audit(ctx, tx, {
      action: 'password.reset',
      subject_type: 'student',
      subject_id: studentId,
      student_id: studentId,
    })
    return found
  })
  forgetSessions({ userId: studentId })
  const { username, first_name, last_name } = student
  return { student_id: studentId, username, first_name, last_name, start_password }
}

async function requireResettable(tx: Tx, ctx: Context, studentId: string): Promise<Student> {
  const student = (await maySeeStudent(tx, ctx, studentId)) ? await findStudent(tx, studentId) : null
  const account = student ? await findAccount(tx, studentId) : null
  if (!student || !account) throw new Refused('not_found')
  if (account.disabled_at || account.is_sample) throw new Refused('wrong_state')
  return student
}
