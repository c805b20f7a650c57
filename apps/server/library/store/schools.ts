import type { Tx } from '../../platform/db/database.ts'

/** The language in which a school's questions are written. */
export async function getSchoolLocale(tx: Tx, schoolId: string): Promise<string> {
  const { locale } = await tx
    .selectFrom('schools')
    .select('locale')
    .where('id', '=', schoolId)
    .executeTakeFirstOrThrow()
  return locale
}
