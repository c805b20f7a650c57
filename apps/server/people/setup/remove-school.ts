import type { Tx } from '../../platform/db/database.ts'
import {
  clearReference,
  deleteSchoolRows,
  listFileIds,
  listReferences,
  listSchoolTables,
} from '../store/school-rows.ts'
import { removalOrder } from './removal-order.ts'

/**
 * Removes a school with everything of it in every room, as the tables themselves tell it: a new room needs
 * no line here. Answers the ids of its files, which the caller removes after the commit.
 */
export async function removeSchool(tx: Tx, schoolId: string): Promise<string[]> {
  const files = await listFileIds(tx, schoolId)
  const tables = new Map((await listSchoolTables(tx)).map((one) => [one.table, one]))
  for (const step of removalOrder([...tables.keys()], await listReferences(tx))) {
    const table = tables.get('clear' in step ? step.clear.from : step.empty)
    if (!table) continue
    if (!('clear' in step)) await deleteSchoolRows(tx, table, schoolId)
    else if (step.clear.clearable) await clearReference(tx, table, step.clear.clearable, schoolId)
  }
  return files
}
