import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { findOnlySchool, findSchoolBySlug, type School } from '../store/schools.ts'

/** The school named, or the only one; null for an unknown name, `school_required` where it must be named. */
export async function findNamedSchool(tx: Tx, slug: string | undefined): Promise<School | null> {
  if (slug !== undefined) return findSchoolBySlug(tx, slug)
  const only = await findOnlySchool(tx)
  if (only === 'several') throw new Refused('school_required', { pointer: '/school' })
  return only === 'none' ? null : only
}
