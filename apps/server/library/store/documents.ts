import { sql } from 'kysely'
import type { Viewer } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { json } from '../../platform/db/json.ts'
import { reachableUnits } from './units.ts'

export type DocumentStatus = 'received' | 'checking' | 'extracting' | 'ready' | 'refused'

export interface StoredDocument {
  id: string
  school_id: string
  unit_id: string
  filename: string
  file_type: string
  size_bytes: number
  sha256: string | null
  status: DocumentStatus
  refusal_code: string | null
  refusal_message: string | null
  title: string | null
  lesson_number: number | null
  notices: string[]
  /** The private original, until its reading ends. */
  original_id: string | null
  uploaded_by: string
  revision: number
  received_at: Date
  settled_at: Date | null
}

const read = (row: unknown): StoredDocument => row as StoredDocument

function documents(tx: Tx) {
  return tx
    .selectFrom('unit_documents')
    .selectAll('unit_documents')
    .where('unit_documents.deleted_at', 'is', null)
}

function reachableDocument(tx: Tx, viewer: Viewer, id: string) {
  return documents(tx)
    .where('unit_documents.id', '=', id)
    .where('unit_documents.unit_id', 'in', reachableUnits(tx, viewer).select('units.id'))
}

export async function findDocument(tx: Tx, viewer: Viewer, id: string): Promise<StoredDocument | null> {
  const row = await reachableDocument(tx, viewer, id).executeTakeFirst()
  return row ? read(row) : null
}

export async function lockDocumentOf(tx: Tx, viewer: Viewer, id: string): Promise<StoredDocument | null> {
  const row = await reachableDocument(tx, viewer, id).forUpdate().executeTakeFirst()
  return row ? read(row) : null
}

/** A document of the running school, for jobs; a deleted one is not found. */
export async function lockDocument(tx: Tx, id: string): Promise<StoredDocument | null> {
  const row = await documents(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? read(row) : null
}

export async function listDocuments(tx: Tx, unitId: string): Promise<StoredDocument[]> {
  const rows = await documents(tx)
    .where('unit_id', '=', unitId)
    .orderBy('received_at')
    .orderBy('id')
    .execute()
  return rows.map(read)
}

/** The document that already holds these bytes in the unit, if any that was not refused. */
export async function findSameBytes(tx: Tx, unitId: string, sha256: string): Promise<StoredDocument | null> {
  const row = await documents(tx)
    .where('unit_id', '=', unitId)
    .where('sha256', '=', sha256)
    .where('status', '<>', 'refused')
    .executeTakeFirst()
  return row ? read(row) : null
}

export type NewDocument = Pick<
  StoredDocument,
  | 'id'
  | 'school_id'
  | 'unit_id'
  | 'filename'
  | 'file_type'
  | 'size_bytes'
  | 'sha256'
  | 'original_id'
  | 'uploaded_by'
  | 'received_at'
>

export async function insertDocument(tx: Tx, document: NewDocument): Promise<void> {
  await tx
    .insertInto('unit_documents')
    .values({ ...document, status: 'received' })
    .execute()
}

export async function updateStatus(tx: Tx, id: string, status: DocumentStatus): Promise<void> {
  await tx.updateTable('unit_documents').set({ status }).where('id', '=', id).execute()
}

/** The end of a reading: what came of it, and no original any more. */
export async function settleDocument(
  tx: Tx,
  id: string,
  outcome:
    | {
        status: 'ready'
        file_type: string
        title: string
        lesson_number: number | null
        notices: readonly string[]
      }
    | { status: 'refused'; refusal_code: string; refusal_message: string },
  now: Date,
): Promise<void> {
  const fields = outcome.status === 'ready' ? { ...outcome, notices: json(outcome.notices) } : outcome
  await tx
    .updateTable('unit_documents')
    .set({ ...fields, original_id: null, settled_at: now, revision: sql<number>`revision + 1` })
    .where('id', '=', id)
    .execute()
}

export async function countChange(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('unit_documents')
    .set({ revision: sql<number>`revision + 1` })
    .where('id', '=', id)
    .execute()
}

export async function updateDeleted(tx: Tx, id: string, now: Date): Promise<void> {
  await tx
    .updateTable('unit_documents')
    .set({ deleted_at: now, original_id: null })
    .where('id', '=', id)
    .execute()
}

/** Originals that are still here although their reading should long have ended, in every school. */
export async function listOverdueOriginals(
  tx: Tx,
  before: Date,
): Promise<{ id: string; school_id: string; filename: string; original_id: string }[]> {
  const rows = await tx
    .selectFrom('unit_documents')
    .select(['id', 'school_id', 'filename', 'original_id'])
    .where('original_id', 'is not', null)
    .where('received_at', '<', before)
    .execute()
  return rows.flatMap(({ original_id, ...row }) => (original_id === null ? [] : [{ ...row, original_id }]))
}
