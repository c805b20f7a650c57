import type { Received } from '@waymark/contract/endpoint.ts'
import type { endpoints } from '@waymark/contract/people.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { RequestFacts } from '../../platform/http/route.ts'
import { Refused } from '../../platform/refused.ts'
import { audit } from '../audit/audit.ts'
import { hashPassword } from '../passwords/argon2.ts'
import { requireGoodPassword } from '../passwords/require-good-password.ts'
import { isTimeZone, slugFor } from '../rules.ts'
import { showSchool } from '../show.ts'
import { findSampleAlone } from '../sign-in/sign-in-to-sample.ts'
import { hasSetupToken, markSetupTokenUsed } from '../store/keys.ts'
import { insertMemberships } from '../store/memberships.ts'
import { insertSchool, insertSettings, listSchools, lockSchools, type School } from '../store/schools.ts'
import { insertUsers } from '../store/users.ts'
import { defaultSettings } from './default-settings.ts'
import { removeSchool } from './remove-school.ts'
import { hashSetupToken } from './setup-token.ts'

type Given = Received<typeof endpoints.setUpSchool>['body']

/** Whether a school must be set up first, and whether one may look around the sample school. */
export async function showSetup(ctx: Context, request: RequestFacts) {
  return ctx.systemTransaction(async (tx) => {
    const schools = await listSchools(tx)
    const sample_present = schools.some(({ is_sample }) => is_sample)
    return {
      needed: schools.every(({ is_sample }) => is_sample),
      sample_present,
      may_look_around: request.loopback && (await findSampleAlone(tx)) !== null,
      notice: sample_present ? ('sample_school_will_be_removed' as const) : null,
    }
  })
}

/** Makes the first real school and its admin by the one-time token; the sample school goes first. */
export async function setUpSchool(ctx: Context, { setup_token, school, admin }: Given) {
  const tokenHash = hashSetupToken(setup_token)
  await ctx.systemTransaction((tx) => requireSetup(tx, tokenHash))
  if (!isTimeZone(school.time_zone))
    throw new Refused('invalid', {
      pointer: '/school/time_zone',
      message: 'Name a time zone such as Europe/London.',
    })
  const words = [admin.first_name, admin.last_name, admin.email, school.name]
  requireGoodPassword(admin.password, { isStudent: false, words }, '/admin/password')
  const password_hash = await hashPassword(admin.password, ctx.newBytes(16))
  const made = await ctx.systemTransaction(async (tx) => {
    await lockSchools(tx)
    await requireSetup(tx, tokenHash)
    const removedFiles = await removeSampleSchools(tx)
    const first: School = {
      id: ctx.newId(),
      slug: school.slug ?? slugFor(school.name),
      name: school.name,
      time_zone: school.time_zone,
      locale: school.locale,
      is_sample: false,
      district_id: null,
    }
    await insertSchool(tx, ctx, first)
    await insertSettings(tx, ctx, first.id, {
      version: 1,
      settings: defaultSettings(first.locale),
      changed_by: null,
    })
    const user_id = await addFirstAdmin(ctx, tx, first.id, { ...admin, password_hash })
    await markSetupTokenUsed(tx, ctx, tokenHash)
    return { school: first, user_id, removedFiles }
  })
  for (const fileId of made.removedFiles ?? []) await ctx.files.remove(fileId)
  return {
    school: showSchool(made.school),
    user_id: made.user_id,
    sample_removed: made.removedFiles !== null,
  }
}

async function requireSetup(tx: Tx, tokenHash: string): Promise<void> {
  if ((await listSchools(tx)).some(({ is_sample }) => !is_sample)) throw new Refused('already_set_up')
  if (!(await hasSetupToken(tx, tokenHash)))
    throw new Refused('setup_token_invalid', { pointer: '/setup_token' })
}

/** Ids of the stored files that are left without an owner; null when there was no sample school. */
async function removeSampleSchools(tx: Tx): Promise<string[] | null> {
  const samples = (await listSchools(tx)).filter(({ is_sample }) => is_sample)
  const files: string[] = []
  for (const { id } of samples) files.push(...(await removeSchool(tx, id)))
  return samples.length > 0 ? files : null
}

async function addFirstAdmin(
  ctx: Context,
  tx: Tx,
  school_id: string,
  admin: { email: string; first_name: string; last_name: string; password_hash: string },
): Promise<string> {
  const id = ctx.newId()
  const { email, first_name, last_name, password_hash } = admin
  const account = { id, email, first_name, last_name, password_hash, is_sample: false }
  await insertUsers(tx, ctx, [{ ...account, home_school_id: school_id }])
  await insertMemberships(tx, ctx, [
    {
      id: ctx.newId(),
      user_id: id,
      role: 'admin',
      scope: 'school',
      school_id,
      district_id: null,
      valid_from: ctx.now,
      valid_until: null,
    },
  ])
  await audit(ctx, tx, {
    action: 'school.set_up',
    subject_type: 'school',
    subject_id: school_id,
    school_id,
    actor: { userId: id, role: 'admin' },
  })
  return id
}
