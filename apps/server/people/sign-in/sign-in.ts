import type { SignIn } from '@waymark/contract/people.ts'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { RequestFacts } from '../../platform/http/route.ts'
import { audit } from '../audit/audit.ts'
import { findEntrant } from '../store/sign-ins.ts'
import { findNamedSchool } from './find-school.ts'
import { answerOpened, openSession, requireSafeLine } from './open-session.ts'
import { tryPassword } from './try-password.ts'

/** Signs a person in by e-mail or user name and password. */
export async function signIn(ctx: Context, given: z.output<typeof SignIn>, request: RequestFacts) {
  requireSafeLine(ctx, request)
  const school = await ctx.systemTransaction((tx) => findNamedSchool(tx, given.school))
  const identity = 'email' in given ? { email: given.email } : { username: given.username }
  const entrant = await tryPassword(ctx, {
    account: JSON.stringify([school?.id ?? given.school ?? null, identity]),
    password: given.password,
    find: async (tx) => (school ? findEntrant(tx, school, identity, ctx.now) : null),
    failed: async (tx, found) => {
      if (school)
        await audit(ctx, tx, {
          action: 'sign_in.failed',
          subject_type: 'user',
          subject_id: found?.id ?? null,
          school_id: school.id,
          actor: null,
        })
    },
  })
  const opened = await ctx.systemTransaction((tx) => openSession(ctx, tx, entrant, request))
  return answerOpened(ctx, opened, request)
}
