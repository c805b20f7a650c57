import { type Selectable, sql } from 'kysely'
import type { Tables, Tx } from '../../platform/db/database.ts'
import { json } from '../../platform/db/json.ts'
import { dayNumber, dayText } from '../answers.ts'
import { type DatedEstimate, type Estimate, estimateFrom } from '../estimate.ts'
import type { DayEstimate } from '../student-fold.ts'

export interface StoredEstimate extends DatedEstimate {
  student_id: string
  competency_id: string
  version: number
}

interface Student {
  id: string
  schoolId: string
}

/** The estimates of one student as they are now, in the place of earlier ones of the same competencies. */
export async function updateEstimates(
  tx: Tx,
  student: Student,
  estimates: ReadonlyMap<string, DatedEstimate>,
  version: number,
): Promise<void> {
  if (estimates.size === 0) return
  await tx
    .insertInto('mastery_current')
    .values(
      Array.from(estimates, ([competency_id, one]) => ({
        student_id: student.id,
        competency_id,
        school_id: student.schoolId,
        version,
        state: one.state,
        state_reasons: json(one.state_reasons),
        ...valueColumns(one),
        last_known: one.last_known && json(one.last_known),
        would_settle: json(one.would_settle),
        evidence_count: one.evidence_count,
        newest_day: one.newest_day === null ? null : dayText(one.newest_day),
        computed_on: dayText(one.computed_on),
        steady_until: dayText(one.steady_until),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['student_id', 'competency_id']).doUpdateSet(excluded(CHANGING)),
    )
    .execute()
}

const CHANGING = [
  'version',
  'state',
  'state_reasons',
  'probability',
  'low',
  'high',
  'standing',
  'last_known',
  'would_settle',
  'evidence_count',
  'newest_day',
  'computed_on',
  'steady_until',
]

const excluded = (columns: readonly string[]) =>
  Object.fromEntries(columns.map((column) => [column, sql`${sql.ref(`excluded.${column}`)}`]))

const valueColumns = ({ value }: Estimate) => ({
  probability: value?.probability ?? null,
  low: value?.low ?? null,
  high: value?.high ?? null,
  standing: value?.standing ?? null,
})

/** Estimates of these students, of all their competencies or of those named. */
export async function listEstimates(
  tx: Tx,
  studentIds: readonly string[],
  competencyIds: readonly string[] | null,
): Promise<StoredEstimate[]> {
  if (studentIds.length === 0 || competencyIds?.length === 0) return []
  const query = tx.selectFrom('mastery_current').selectAll().where('student_id', 'in', studentIds)
  const rows = await (competencyIds ? query.where('competency_id', 'in', competencyIds) : query).execute()
  return rows.map(estimateOf)
}

function estimateOf(row: Selectable<Tables['mastery_current']>): StoredEstimate {
  const { probability, low, high, standing } = row
  const hasValue = probability !== null && low !== null && high !== null && standing !== null
  return {
    student_id: row.student_id,
    competency_id: row.competency_id,
    version: row.version,
    state: row.state as Estimate['state'],
    state_reasons: row.state_reasons as string[],
    value: hasValue
      ? { probability, low, high, standing: standing as NonNullable<Estimate['value']>['standing'] }
      : null,
    last_known: row.last_known as Estimate['last_known'],
    would_settle: row.would_settle as Estimate['would_settle'],
    evidence_count: row.evidence_count,
    newest_day: row.newest_day === null ? null : dayNumber(row.newest_day),
    computed_on: dayNumber(row.computed_on),
    steady_until: dayNumber(row.steady_until),
  }
}

// ── day snapshots ────────────────────────────────────────────────────────

const BATCH = 500
const DAY_CHANGING = ['state', 'probability', 'low', 'high', 'standing', 'evidence_count']

/** Writes the estimates at the ends of days; of one day the last one stands. */
export async function insertDays(tx: Tx, student: Student, days: readonly DayEstimate[]): Promise<void> {
  const last = [...new Map(days.map((one) => [`${one.competency} ${one.day}`, one])).values()]
  for (let from = 0; from < last.length; from += BATCH)
    await tx
      .insertInto('mastery_days')
      .values(
        last.slice(from, from + BATCH).map(({ competency, day, estimate, pieces }) => {
          const read = estimateFrom(estimate, { pieces, newestDay: day })
          return {
            student_id: student.id,
            competency_id: competency,
            day: dayText(day),
            school_id: student.schoolId,
            state: read.state,
            ...valueColumns(read),
            evidence_count: pieces,
          }
        }),
      )
      .onConflict((conflict) =>
        conflict.columns(['student_id', 'competency_id', 'day']).doUpdateSet(excluded(DAY_CHANGING)),
      )
      .execute()
}

/** Before a fold from nothing: what it does not find again is gone. */
export async function deleteEstimates(tx: Tx, studentId: string): Promise<void> {
  await tx.deleteFrom('mastery_current').where('student_id', '=', studentId).execute()
  await tx.deleteFrom('mastery_days').where('student_id', '=', studentId).execute()
}

export interface DayRecord {
  day: string
  state: Estimate['state']
  probability: number | null
}

/** Days with evidence of a student on a competency, the newest first. */
export async function listDays(
  tx: Tx,
  studentId: string,
  competencyId: string,
  limit: number,
): Promise<DayRecord[]> {
  const rows = await tx
    .selectFrom('mastery_days')
    .select(['day', 'state', 'probability'])
    .where('student_id', '=', studentId)
    .where('competency_id', '=', competencyId)
    .orderBy('day', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as Estimate['state'] }))
}
