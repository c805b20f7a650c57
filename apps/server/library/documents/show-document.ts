import type * as shape from '@waymark/contract/library-shapes.ts'
import type { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import type { Material } from '../materials/material.ts'
import { countMaterials, showMaterials } from '../materials/show-materials.ts'
import type { StoredDocument } from '../store/documents.ts'
import { listMaterialsOf } from '../store/materials.ts'
import { type DocumentText, listDocumentTexts } from '../store/passages.ts'

const BEGINNING = 500
const PREVIEW = 5000

type Summary = z.input<typeof shape.DocumentSummary>

export async function showDocumentSummaries(
  tx: Tx,
  documents: readonly StoredDocument[],
  materials: readonly Material[],
): Promise<Summary[]> {
  const texts = await listDocumentTexts(
    tx,
    documents.map(({ id }) => id),
    BEGINNING,
  )
  return documents.map((document) =>
    summaryOf(
      document,
      materials.filter(({ document_id }) => document_id === document.id),
      texts.get(document.id),
    ),
  )
}

export async function showDocument(
  tx: Tx,
  document: StoredDocument,
): Promise<z.input<typeof shape.Document>> {
  const materials = await listMaterialsOf(tx, document.id)
  const text = (await listDocumentTexts(tx, [document.id], PREVIEW)).get(document.id)
  return {
    ...summaryOf(document, materials, text),
    preview: text?.text ?? '',
    materials: showMaterials(materials),
  }
}

function summaryOf(
  document: StoredDocument,
  materials: readonly Material[],
  text: DocumentText | undefined,
): Summary {
  return {
    id: document.id,
    unit_id: document.unit_id,
    filename: document.filename,
    file_type: document.file_type,
    size_bytes: document.size_bytes,
    status: document.status,
    error: errorOf(document),
    title: document.title,
    lesson_number: document.lesson_number,
    notices: document.notices,
    counts: { ...countMaterials(materials), passages: text?.passages ?? 0, hidden: text?.hidden ?? 0 },
    beginning: (text?.text ?? '').slice(0, BEGINNING),
    revision: document.revision,
    received_at: document.received_at.toISOString(),
    settled_at: document.settled_at?.toISOString() ?? null,
  }
}

export function errorOf(document: StoredDocument): { code: string; message: string } | null {
  if (document.refusal_code === null) return null
  return { code: document.refusal_code, message: document.refusal_message ?? '' }
}
