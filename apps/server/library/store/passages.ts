import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { json } from '../../platform/db/json.ts'
import type { Locator, PassageKind } from '../reading/reading.ts'

export interface StoredPassage {
  id: string
  school_id: string
  unit_id: string
  document_id: string | null
  ord: number
  kind: PassageKind | 'typed'
  locator: Locator
  text: string
  hidden: boolean
  ticked: boolean
}

const BATCH = 500

export async function insertPassages(tx: Tx, passages: readonly StoredPassage[]): Promise<void> {
  for (let from = 0; from < passages.length; from += BATCH) {
    await tx
      .insertInto('passages')
      .values(
        passages.slice(from, from + BATCH).map((passage) => ({ ...passage, locator: json(passage.locator) })),
      )
      .execute()
  }
}

const read = (row: unknown): StoredPassage => row as StoredPassage

export async function listPassagesOf(
  tx: Tx,
  documentId: string,
  range: { afterOrd?: number; limit?: number } = {},
): Promise<StoredPassage[]> {
  let query = tx.selectFrom('passages').selectAll().where('document_id', '=', documentId).orderBy('ord')
  if (range.afterOrd !== undefined) query = query.where('ord', '>', range.afterOrd)
  if (range.limit !== undefined) query = query.limit(range.limit)
  return (await query.execute()).map(read)
}

/** Passages of some documents and what was typed into the unit itself, in reading order. */
export async function listPassagesFor(
  tx: Tx,
  unitId: string,
  documentIds: readonly string[],
): Promise<StoredPassage[]> {
  const rows = await tx
    .selectFrom('passages')
    .leftJoin('unit_documents', 'unit_documents.id', 'passages.document_id')
    .selectAll('passages')
    .where('passages.unit_id', '=', unitId)
    .where((is) =>
      is.or([
        is('passages.document_id', 'is', null),
        ...(documentIds.length > 0 ? [is('passages.document_id', 'in', [...documentIds])] : []),
      ]),
    )
    .orderBy(sql`unit_documents.received_at nulls last`)
    .orderBy(sql`unit_documents.id nulls last`)
    .orderBy('passages.ord')
    .execute()
  return rows.map(read)
}

export async function listTypedPassages(tx: Tx, unitId: string): Promise<StoredPassage[]> {
  const rows = await tx
    .selectFrom('passages')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('document_id', 'is', null)
    .orderBy('ord')
    .execute()
  return rows.map(read)
}

/** Passages by id with the name of their document, for showing a quote beside its source. */
export async function listCitedPassages(
  tx: Tx,
  ids: readonly string[],
): Promise<(StoredPassage & { filename: string | null })[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('passages')
    .leftJoin('unit_documents', 'unit_documents.id', 'passages.document_id')
    .selectAll('passages')
    .select('unit_documents.filename')
    .where('passages.id', 'in', [...new Set(ids)])
    .execute()
  return rows.map((row) => row as unknown as StoredPassage & { filename: string | null })
}

/** Ticks exactly these hidden passages of a document. */
export async function updateTicks(tx: Tx, documentId: string, tickedIds: readonly string[]): Promise<void> {
  await tx
    .updateTable('passages')
    .set({ ticked: sql<boolean>`id = any(${[...tickedIds]}::uuid[])` })
    .where('document_id', '=', documentId)
    .where('hidden', '=', true)
    .execute()
}

/** Removes the passages of a document that no question cites. */
export async function deleteUncitedPassages(tx: Tx, documentId: string): Promise<void> {
  await sql`
    delete from passages p
    where p.document_id = ${documentId}
      and not exists (
        select 1 from question_versions v
        cross join lateral jsonb_array_elements(v.body -> 'source_refs') as source
        join questions q on q.id = v.question_id
        where q.unit_id = p.unit_id and source ->> 'passage_id' = p.id::text
      )`.execute(tx)
}

export interface DocumentText {
  document_id: string
  passages: number
  hidden: number
  /** Visible text from the beginning, cut at `length` characters. */
  text: string
}

/** How much text documents hold, and how it begins; every passage holds a character, so `length` of them do. */
export async function listDocumentTexts(
  tx: Tx,
  documentIds: readonly string[],
  length: number,
): Promise<Map<string, DocumentText>> {
  if (documentIds.length === 0) return new Map()
  const { rows } = await sql<DocumentText>`
    select document_id, count(*)::int as passages, count(*) filter (where hidden)::int as hidden,
      left(coalesce(string_agg(text, E'\n' order by ord)
        filter (where not hidden and kind <> 'typed' and ord <= ${length}), ''), ${length}) as text
    from passages where document_id = any(${[...documentIds]}::uuid[])
    group by document_id`.execute(tx)
  return new Map(rows.map((row) => [row.document_id, row]))
}
