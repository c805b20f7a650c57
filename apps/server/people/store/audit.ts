import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { json } from '../../platform/db/json.ts'

/** A row of the audit log, before and after sealing. */
export interface AuditRow {
  id: string
  school_id: string
  happened_at: Date
  actor_id: string | null
  actor_role: string | null
  action: string
  subject_type: string
  subject_id: string | null
  student_id: string | null
  reason: string | null
  details: Record<string, unknown>
  request_id: string
}

export interface Seal {
  position: number
  previous_hash: string
  hash: string
}

export type SealedRow = AuditRow & Seal

const columns = [
  'id',
  'school_id',
  'happened_at',
  'actor_id',
  'actor_role',
  'action',
  'subject_type',
  'subject_id',
  'student_id',
  'reason',
  'details',
  'request_id',
] as const

const read = <T extends { details: unknown }>(row: T) => ({
  ...row,
  details: row.details as Record<string, unknown>,
})

export async function insertAuditRows(tx: Tx, rows: readonly AuditRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('audit_logs')
    .values(rows.map((row) => ({ ...row, details: json(row.details) })))
    .execute()
}

// ── sealing and checking: outside a school's transaction only ────────────
export async function listUnsealedSchools(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ school_id: string }>`
    select distinct school_id from audit_logs where position is null`.execute(tx)
  return rows.map(({ school_id }) => school_id)
}

/** One sealer for each school at a time. */
export async function lockChain(tx: Tx, schoolId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`waymark/audit/${schoolId}`}, 0))`.execute(tx)
}

export async function listUnsealed(tx: Tx, schoolId: string, limit: number): Promise<AuditRow[]> {
  const rows = await tx
    .selectFrom('audit_logs')
    .select(columns)
    .where('school_id', '=', schoolId)
    .where('position', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(read)
}

export async function findLastSeal(
  tx: Tx,
  schoolId: string,
): Promise<{ position: number; hash: string } | null> {
  const row = await tx
    .selectFrom('audit_logs')
    .select(['position', 'hash'])
    .where('school_id', '=', schoolId)
    .where('position', 'is not', null)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.hash && row.position !== null ? { position: row.position, hash: row.hash } : null
}

export async function updateSeals(tx: Tx, seals: readonly ({ id: string } & Seal)[]): Promise<void> {
  await sql`
    update audit_logs a set position = s.position, previous_hash = s.previous_hash, hash = s.hash
    from jsonb_to_recordset(${JSON.stringify(seals)}::jsonb)
      as s (id uuid, position bigint, previous_hash text, hash text)
    where a.id = s.id and a.position is null`.execute(tx)
}

/** Sealed rows of a chain in its order, from a position on. */
export async function listSealed(
  tx: Tx,
  schoolId: string,
  after: number,
  limit: number,
): Promise<SealedRow[]> {
  const rows = await tx
    .selectFrom('audit_logs')
    .select([...columns, 'position', 'previous_hash', 'hash'])
    .where('school_id', '=', schoolId)
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    ...read(row),
    position: row.position ?? 0,
    previous_hash: row.previous_hash ?? '',
    hash: row.hash ?? '',
  }))
}

export async function listAuditedSchools(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('schools').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

// ── reading ──────────────────────────────────────────────────────────────
export interface AuditFilter {
  before: string | null
  limit: number
  action: string | null
  actorId: string | null
  studentId: string | null
  since: Date | null
  until: Date | null
}

export async function listAudit(
  tx: Tx,
  filter: AuditFilter,
): Promise<(AuditRow & { position: number | null; hash: string | null })[]> {
  let query = tx
    .selectFrom('audit_logs')
    .select([...columns, 'position', 'hash'])
    .orderBy('id', 'desc')
    .limit(filter.limit)
  if (filter.before) query = query.where('id', '<', filter.before)
  if (filter.action) query = query.where('action', '=', filter.action)
  if (filter.actorId) query = query.where('actor_id', '=', filter.actorId)
  if (filter.studentId) query = query.where('student_id', '=', filter.studentId)
  if (filter.since) query = query.where('happened_at', '>=', filter.since)
  if (filter.until) query = query.where('happened_at', '<', filter.until)
  return (await query.execute()).map(read)
}

/** Looks at one student's record: rows about the student, and about a class on a day the student was in it. */
export async function listLooks(
  tx: Tx,
  studentId: string,
  before: string | null,
  limit: number,
): Promise<AuditRow[]> {
  const { rows } = await sql<AuditRow>`
    select a.id, a.school_id, a.happened_at, a.actor_id, a.actor_role, a.action, a.subject_type, a.subject_id,
      a.student_id, a.reason, a.details, a.request_id
    from audit_logs a
    where (${before}::uuid is null or a.id < ${before}::uuid)
      and a.actor_id is distinct from ${studentId}::uuid
      and (a.student_id = ${studentId} or (a.subject_type = 'classroom' and a.action like '%.opened' and exists (
        select 1 from classroom_enrollments e
        where e.student_id = ${studentId} and e.classroom_id::text = a.subject_id
          and e.enrolled_on <= school_day(a.happened_at)
          and (e.ended_on is null or e.ended_on > school_day(a.happened_at)))))
    order by a.id desc limit ${limit}`.execute(tx)
  return rows
}
