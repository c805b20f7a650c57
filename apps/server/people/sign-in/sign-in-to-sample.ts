import type { Role } from '@waymark/contract/permissions.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { RequestFacts } from '../../platform/http/route.ts'
import { Refused } from '../../platform/refused.ts'
import { findOnlySchool, type School } from '../store/schools.ts'
import { findSampleEntrant } from '../store/sign-ins.ts'
import { answerOpened, openSession } from './open-session.ts'

/** The sample school, while it is the only one; its people have no passwords and are never beside real ones. */
export async function findSampleAlone(tx: Tx): Promise<School | null> {
  const only = await findOnlySchool(tx)
  return typeof only !== 'string' && only.is_sample ? only : null
}

/** Signs in as one of the sample school's people, without a password: on this machine only. */
export async function signInToSample(
  ctx: Context,
  { role, user_id }: { role: Role; user_id?: string | undefined },
  request: RequestFacts,
) {
  if (!request.loopback) throw new Refused('not_found')
  const opened = await ctx.systemTransaction(async (tx) => {
    const school = await findSampleAlone(tx)
    const entrant = school ? await findSampleEntrant(tx, school.id, role, user_id ?? null) : null
    if (!entrant) throw new Refused('not_found')
    return openSession(ctx, tx, entrant, request)
  })
  return answerOpened(ctx, opened, request)
}
