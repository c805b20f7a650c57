import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

export interface SchoolTable {
  table: string
  /** The column that names the school. */
  column: string
}

/** A foreign key. */
export interface Reference {
  from: string
  to: string
  /** A column of it that may be null, and so lets go of what it points at; null when there is none. */
  clearable: string | null
}

/** Every table whose rows belong to a school, of whatever room. Outside a school's transaction only. */
export async function listSchoolTables(tx: Tx): Promise<SchoolTable[]> {
  const { rows } = await sql<SchoolTable>`
    select c.relname as "table", a.attname as "column"
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition
      and a.attname = case c.relname when 'users' then 'home_school_id' when 'schools' then 'id' else 'school_id' end
    order by c.relname`.execute(tx)
  return rows
}

/**
 * Every foreign key between tables that is checked at once; those checked at the commit ask for no order.
 * One of several columns lets go when any of them is null.
 */
export async function listReferences(tx: Tx): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select f.relname as "from", t.relname as "to", min(a.attname) filter (where not a.attnotnull) as clearable
    from pg_constraint k
    join pg_class f on f.oid = k.conrelid and not f.relispartition
    join pg_class t on t.oid = k.confrelid and not t.relispartition
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
    where k.contype = 'f' and not k.condeferred
    group by k.oid, f.relname, t.relname
    order by 1, 2, 3`.execute(tx)
  return rows
}

export async function clearReference(
  tx: Tx,
  { table, column }: SchoolTable,
  reference: string,
  schoolId: string,
): Promise<void> {
  await sql`update ${sql.table(table)} set ${sql.ref(reference)} = null
    where ${sql.ref(column)} = ${schoolId}`.execute(tx)
}

export async function deleteSchoolRows(
  tx: Tx,
  { table, column }: SchoolTable,
  schoolId: string,
): Promise<void> {
  await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${schoolId}`.execute(tx)
}

/** Ids of the private files of a school. */
export async function listFileIds(tx: Tx, schoolId: string): Promise<string[]> {
  const rows = await tx.selectFrom('files').select('id').where('school_id', '=', schoolId).execute()
  return rows.map(({ id }) => id)
}
