import type { SettingsChange, SettingsVersion as Shape } from '@waymark/contract/people.ts'
import type { z } from 'zod'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { audit } from '../audit/audit.ts'
import { isTimeZone } from '../rules.ts'
import { sentFields } from '../sent-fields.ts'
import { showSchool } from '../show.ts'
import {
  findSchool,
  getSettings,
  insertSettings,
  type School,
  type Settings,
  updateSchool,
} from '../store/schools.ts'

async function getOwn(tx: Tx, ctx: Context, schoolId: string): Promise<School> {
  const school = schoolId === whoIs(ctx).schoolId ? await findSchool(tx, schoolId) : null
  if (!school) throw new Refused('not_found')
  return school
}

async function show(tx: Tx, school: School): Promise<z.input<typeof Shape>> {
  const current = await getSettings(tx, school.id)
  return { ...current, changed_at: current.changed_at.toISOString(), school: showSchool(school) }
}

/** The settings in force in the viewer's school. */
export const showSchoolSettings = (ctx: Context, schoolId: string) =>
  ctx.transaction(async (tx) => show(tx, await getOwn(tx, ctx, schoolId)))

/** Changes some settings as the next version; `edit_conflict` when another version came in between. */
export async function changeSchoolSettings(
  ctx: Context,
  schoolId: string,
  change: z.output<typeof SettingsChange>,
) {
  const zone = change.school?.time_zone
  if (zone !== undefined && !isTimeZone(zone))
    throw new Refused('invalid', {
      pointer: '/school/time_zone',
      message: 'Name a time zone such as Europe/London.',
    })
  return ctx.transaction(async (tx) => {
    const school = await getOwn(tx, ctx, schoolId)
    const current = await getSettings(tx, schoolId)
    const settings: Settings = { ...current.settings, ...sentFields(change.settings) }
    const next = { version: change.version + 1, settings, changed_by: whoIs(ctx).userId }
    if (current.version !== change.version || !(await insertSettings(tx, ctx, schoolId, next)))
      throw new Refused('edit_conflict', { yours: change, theirs: await show(tx, school) })
    await updateSchool(tx, schoolId, sentFields(change.school))
    await audit(ctx, tx, {
      action: 'school.settings_changed',
      subject_type: 'school',
      subject_id: schoolId,
      details: { version: next.version, ...sentFields(change.school), ...sentFields(change.settings) },
    })
    return show(tx, await getOwn(tx, ctx, schoolId))
  })
}
