import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { json } from '../../platform/db/json.ts'

export type ImportState = 'reading' | 'ready' | 'applying' | 'applied' | 'refused' | 'expired'
export type ItemState = 'added' | 'changed' | 'unchanged' | 'problem'

export interface Problem {
  line: number
  column: string | null
  code: string
  message: string
}

export interface Counts {
  rows: number
  added: number
  changed: number
  unchanged: number
  problems: number
  new_classes: string[]
  ignored_columns: string[]
}

export interface RosterImport {
  id: string
  school_id: string
  state: ImportState
  format: 'students_csv'
  create_classes: boolean
  problems: Problem[]
  counts: Counts
  created_by: string | null
  created_at: Date
  expires_at: Date
  applied_at: Date | null
}

export interface RosterItem {
  import_id: string
  school_id: string
  line: number
  state: ItemState
  student_id: string | null
  username: string | null
  first_name: string
  last_name: string
  year_group: number | null
  class_names: string[]
  changes: string[]
  notes: string[]
  password_sealed: string | null
  password_hash: string | null
  password_from: 'file' | 'start' | null
}

const importColumns = [
  'id',
  'school_id',
  'state',
  'format',
  'create_classes',
  'problems',
  'counts',
  'created_by',
  'created_at',
  'expires_at',
  'applied_at',
] as const

export async function insertImport(tx: Tx, one: RosterImport): Promise<void> {
  await tx
    .insertInto('roster_imports')
    .values({ ...one, problems: json(one.problems), counts: json(one.counts) })
    .execute()
}

export async function findImport(tx: Tx, importId: string, lock = false): Promise<RosterImport | null> {
  const query = tx.selectFrom('roster_imports').select(importColumns).where('id', '=', importId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row ? (row as unknown as RosterImport) : null
}

export async function updateImport(
  tx: Tx,
  importId: string,
  change: { state: ImportState; applied_at?: Date },
): Promise<void> {
  await tx.updateTable('roster_imports').set(change).where('id', '=', importId).execute()
}

export async function insertItems(tx: Tx, items: readonly RosterItem[]): Promise<void> {
  const PER_STATEMENT = 500
  for (let at = 0; at < items.length; at += PER_STATEMENT)
    await tx
      .insertInto('roster_items')
      .values(
        items.slice(at, at + PER_STATEMENT).map((item) => ({
          ...item,
          class_names: json(item.class_names),
          changes: json(item.changes),
          notes: json(item.notes),
        })),
      )
      .execute()
}

export async function listItems(
  tx: Tx,
  importId: string,
  filter: { state?: ItemState | null; after?: number; limit?: number } = {},
): Promise<RosterItem[]> {
  let query = tx.selectFrom('roster_items').selectAll().where('import_id', '=', importId).orderBy('line')
  if (filter.state) query = query.where('state', '=', filter.state)
  if (filter.after !== undefined) query = query.where('line', '>', filter.after)
  if (filter.limit !== undefined) query = query.limit(filter.limit)
  return (await query.execute()) as unknown as RosterItem[]
}

/** Lines whose password still waits to be hashed. */
export async function listUnhashed(
  tx: Tx,
  importId: string,
  limit: number,
): Promise<{ line: number; password_sealed: string }[]> {
  const rows = await tx
    .selectFrom('roster_items')
    .select(['line', 'password_sealed'])
    .where('import_id', '=', importId)
    .where('password_sealed', 'is not', null)
    .where('password_hash', 'is', null)
    .orderBy('line')
    .limit(limit)
    .execute()
  return rows.map(({ line, password_sealed }) => ({ line, password_sealed: password_sealed ?? '' }))
}

/** Keeps hashes; a password of the file is then forgotten, a start password waits to be handed out. */
export async function updateHashes(
  tx: Tx,
  importId: string,
  hashes: readonly { line: number; hash: string }[],
): Promise<void> {
  await sql`
    update roster_items i set password_hash = h.hash,
      password_sealed = case when i.password_from = 'start' then i.password_sealed end
    from jsonb_to_recordset(${JSON.stringify(hashes)}::jsonb) as h (line integer, hash text)
    where i.import_id = ${importId} and i.line = h.line`.execute(tx)
}

/** Forgets the rows of imports whose time is over, and ends those that were not applied. Outside a school only. */
export async function expireImports(tx: Tx, now: Date): Promise<void> {
  await sql`
    delete from roster_items i using roster_imports r
    where r.id = i.import_id and r.expires_at <= ${now}`.execute(tx)
  await tx
    .updateTable('roster_imports')
    .set({ state: 'expired' })
    .where('expires_at', '<=', now)
    .where('state', 'in', ['reading', 'ready', 'refused'])
    .execute()
}

/** Two imports of one school are applied one after the other. */
export async function lockRoster(tx: Tx, schoolId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`waymark/roster/${schoolId}`}, 0))`.execute(tx)
}

/** After applying, no password of the import remains. */
export async function forgetPasswords(tx: Tx, importId: string): Promise<void> {
  await tx
    .updateTable('roster_items')
    .set({ password_sealed: null, password_hash: null })
    .where('import_id', '=', importId)
    .execute()
}
