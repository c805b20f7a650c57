import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { json } from '../../platform/db/json.ts'

export type SchoolLocale = 'en-GB' | 'en-US'

export interface School {
  id: string
  slug: string
  name: string
  time_zone: string
  locale: SchoolLocale
  is_sample: boolean
  district_id: string | null
}

export interface Settings {
  self_registration: boolean
  year_naming: 'year' | 'grade'
  mark_naming: 'marks' | 'points'
}

export interface SettingsVersion {
  version: number
  settings: Settings
  changed_by: string | null
  changed_at: Date
}

const columns = ['id', 'slug', 'name', 'time_zone', 'locale', 'is_sample', 'district_id'] as const

const read = <T extends { locale: string }>(row: T) => ({ ...row, locale: row.locale as SchoolLocale })

export async function findSchool(tx: Tx, schoolId: string): Promise<School | null> {
  const row = await tx.selectFrom('schools').select(columns).where('id', '=', schoolId).executeTakeFirst()
  return row ? read(row) : null
}

export async function findSchoolBySlug(tx: Tx, slug: string): Promise<School | null> {
  const row = await tx.selectFrom('schools').select(columns).where('slug', '=', slug).executeTakeFirst()
  return row ? read(row) : null
}

/** The school when there is exactly one, else how many there are. */
export async function findOnlySchool(tx: Tx): Promise<School | 'none' | 'several'> {
  const rows = await tx.selectFrom('schools').select(columns).limit(2).execute()
  if (rows.length > 1) return 'several'
  return rows[0] ? read(rows[0]) : 'none'
}

/** Every school of this server; outside a school's transaction only. */
export async function listSchools(tx: Tx): Promise<School[]> {
  return (await tx.selectFrom('schools').select(columns).orderBy('name').orderBy('id').execute()).map(read)
}

export async function insertSchool(tx: Tx, ctx: Pick<Context, 'now'>, school: School): Promise<void> {
  await tx
    .insertInto('schools')
    .values({ ...school, created_at: ctx.now })
    .execute()
}

export async function updateSchool(
  tx: Tx,
  schoolId: string,
  change: Partial<Pick<School, 'name' | 'time_zone' | 'locale'>>,
): Promise<void> {
  if (Object.keys(change).length === 0) return
  await tx.updateTable('schools').set(change).where('id', '=', schoolId).execute()
}

/** Setting up, filling and removing schools happen one after the other. */
export async function lockSchools(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('waymark/schools', 0))`.execute(tx)
}

export async function getSettings(tx: Tx, schoolId: string): Promise<SettingsVersion> {
  const row = await tx
    .selectFrom('school_settings')
    .select(['version', 'settings', 'changed_by', 'changed_at'])
    .where('school_id', '=', schoolId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { ...row, settings: row.settings as Settings }
}

/** False when this version exists already: someone else was first. */
export async function insertSettings(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  schoolId: string,
  version: { version: number; settings: Settings; changed_by: string | null },
): Promise<boolean> {
  const done = await tx
    .insertInto('school_settings')
    .values({ school_id: schoolId, ...version, settings: json(version.settings), changed_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(done.numInsertedOrUpdatedRows ?? 0) > 0
}
