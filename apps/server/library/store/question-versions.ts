import { type Question, readQuestion } from '@waymark/questions/kinds.ts'
import type { Tx } from '../../platform/db/database.ts'
import { json } from '../../platform/db/json.ts'
import type { Dismissal } from './quizzes.ts'

export interface QuestionTest {
  answer: unknown
  fraction: number
}

/** One version of a question; immutable once frozen. */
export interface QuestionVersion {
  version_id: string
  question_id: string
  version: number
  question: Question
  tests: QuestionTest[]
  dismissals: Dismissal[]
  frozen_at: Date | null
  approved_at: Date | null
  created_by: string
  created_at: Date
  changed_at: Date
}

export interface VersionRow {
  version_id: string
  question_id: string
  version: number
  body: unknown
  tests: unknown
  dismissals: unknown
  frozen_at: Date | null
  approved_at: Date | null
  created_by: string
  version_created_at: Date
  version_changed_at: Date
}

export const versionColumns = [
  'v.id as version_id',
  'v.question_id',
  'v.version',
  'v.body',
  'v.tests',
  'v.dismissals',
  'v.frozen_at',
  'v.approved_at',
  'v.created_by',
  'v.created_at as version_created_at',
  'v.changed_at as version_changed_at',
] as const

/** Stored questions are read through their kind, which lifts old shapes; one that cannot be read is a fault. */
export function readVersion(row: VersionRow): QuestionVersion {
  const read = readQuestion(row.body)
  if ('findings' in read)
    throw new Error(
      `Version ${row.version_id} cannot be read: ${read.findings[0]?.pointer} ${read.findings[0]?.message}`,
    )
  return {
    version_id: row.version_id,
    question_id: row.question_id,
    version: row.version,
    question: read.question,
    tests: row.tests as QuestionTest[],
    dismissals: row.dismissals as Dismissal[],
    frozen_at: row.frozen_at,
    approved_at: row.approved_at,
    created_by: row.created_by,
    created_at: row.version_created_at,
    changed_at: row.version_changed_at,
  }
}

export async function listVersions(tx: Tx, questionId: string): Promise<QuestionVersion[]> {
  const rows = await tx
    .selectFrom('question_versions as v')
    .select(versionColumns)
    .where('v.question_id', '=', questionId)
    .orderBy('v.version', 'desc')
    .execute()
  return rows.map(readVersion)
}

/** Versions by id, in no order; unknown ids are left out. */
export async function listVersionsById(tx: Tx, ids: readonly string[]): Promise<QuestionVersion[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('question_versions as v')
    .select(versionColumns)
    .where('v.id', 'in', [...new Set(ids)])
    .execute()
  return rows.map(readVersion)
}

export function versionRow(
  id: string,
  question_id: string,
  school_id: string,
  version: number,
  question: Question,
  tests: readonly QuestionTest[],
  created_by: string,
  now: Date,
) {
  const stamps = { created_by, created_at: now, changed_at: now }
  return {
    id,
    question_id,
    school_id,
    version,
    kind: question.kind,
    body: json(question),
    tests: json([...tests]),
    ...stamps,
  }
}

/** Writes into a version that is not frozen. What was approved or dismissed about the older words falls away. */
export async function updateVersion(
  tx: Tx,
  versionId: string,
  words: { question: Question; tests: readonly QuestionTest[] },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('question_versions')
    .set({
      kind: words.question.kind,
      body: json(words.question),
      tests: json([...words.tests]),
      approved_at: null,
      approved_by: null,
      changed_at: now,
    })
    .where('id', '=', versionId)
    .where('frozen_at', 'is', null)
    .execute()
}

export async function updateApproval(tx: Tx, versionId: string, by: string, now: Date): Promise<void> {
  await tx
    .updateTable('question_versions')
    .set({ approved_at: now, approved_by: by })
    .where('id', '=', versionId)
    .execute()
}

export async function updateDismissals(
  tx: Tx,
  versionId: string,
  dismissals: readonly Dismissal[],
): Promise<void> {
  await tx
    .updateTable('question_versions')
    .set({ dismissals: json([...dismissals]) })
    .where('id', '=', versionId)
    .execute()
}

/** The first attempt that holds a version freezes it; later ones change nothing. */
export async function updateFrozen(tx: Tx, versionIds: readonly string[], now: Date): Promise<void> {
  if (versionIds.length === 0) return
  await tx
    .updateTable('question_versions')
    .set({ frozen_at: now })
    .where('id', 'in', [...versionIds])
    .where('frozen_at', 'is', null)
    .execute()
}
