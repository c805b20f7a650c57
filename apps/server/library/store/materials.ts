import type { Tx } from '../../platform/db/database.ts'
import { json } from '../../platform/db/json.ts'
import { type Material, type MaterialKind, readMaterial } from '../materials/material.ts'

interface Place {
  school_id: string
  unit_id: string
}

const BATCH = 500

export async function insertMaterials(tx: Tx, place: Place, materials: readonly Material[]): Promise<void> {
  for (let from = 0; from < materials.length; from += BATCH) {
    await tx
      .insertInto('unit_materials')
      .values(
        materials.slice(from, from + BATCH).map(({ content, ...material }) => ({
          ...material,
          school_id: place.school_id,
          unit_id: place.unit_id,
          content: json(content),
        })),
      )
      .execute()
  }
}

/** What was found in a unit, document by document, as the teacher left it. */
export async function listMaterials(tx: Tx, unitId: string): Promise<Material[]> {
  const rows = await tx
    .selectFrom('unit_materials')
    .leftJoin('unit_documents', 'unit_documents.id', 'unit_materials.document_id')
    .select([
      'unit_materials.id',
      'unit_materials.kind',
      'unit_materials.document_id',
      'unit_materials.ord',
      'unit_materials.content',
      'unit_materials.competency_id',
    ])
    .where('unit_materials.unit_id', '=', unitId)
    .orderBy('unit_documents.received_at')
    .orderBy('unit_documents.id')
    .orderBy('unit_materials.ord')
    .orderBy('unit_materials.id')
    .execute()
  return rows.map(readMaterial)
}

export async function listMaterialsOf(tx: Tx, documentId: string): Promise<Material[]> {
  const rows = await tx
    .selectFrom('unit_materials')
    .select(['id', 'kind', 'document_id', 'ord', 'content', 'competency_id'])
    .where('document_id', '=', documentId)
    .orderBy('ord')
    .orderBy('id')
    .execute()
  return rows.map(readMaterial)
}

/** Removes what one kind holds of a document, or of what was typed into the unit itself (`null`). */
export async function deleteMaterials(
  tx: Tx,
  unitId: string,
  documentId: string | null,
  kinds?: readonly MaterialKind[],
): Promise<void> {
  let query = tx
    .deleteFrom('unit_materials')
    .where('unit_id', '=', unitId)
    .where('document_id', documentId === null ? 'is' : '=', documentId)
  if (kinds) query = query.where('kind', 'in', [...kinds])
  await query.execute()
}
