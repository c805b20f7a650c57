import type * as shape from '@waymark/contract/library-shapes.ts'
import type { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { showDocumentSummaries } from '../documents/show-document.ts'
import { showMaterials } from '../materials/show-materials.ts'
import { listCompetencies } from '../store/competencies.ts'
import { listDocuments } from '../store/documents.ts'
import { listMaterials } from '../store/materials.ts'
import { countsOfUnit, listCoTeachers, type Unit, type UnitCounts } from '../store/units.ts'

type UnitReply = z.input<typeof shape.Unit>

export function showUnitSummary(unit: Unit & UnitCounts): z.input<typeof shape.UnitSummary> {
  const { id, title, subject, year_group, half_term, academic_year, duration_minutes, revision } = unit
  return {
    id,
    title,
    subject,
    year_group,
    half_term,
    academic_year,
    duration_minutes,
    revision,
    document_count: unit.document_count,
    quiz_count: unit.quiz_count,
    changed_at: unit.changed_at.toISOString(),
  }
}

export async function showUnit(tx: Tx, unit: Unit): Promise<UnitReply> {
  const [topic] = await listCompetencies(tx, [unit.topic_id])
  const documents = await listDocuments(tx, unit.id)
  const materials = await listMaterials(tx, unit.id)
  return {
    ...showUnitSummary({ ...unit, ...(await countsOfUnit(tx, unit.id)) }),
    owner_id: unit.owner_id,
    co_teacher_ids: await listCoTeachers(tx, unit.id),
    topic: { id: unit.topic_id, title: topic?.title ?? unit.title },
    documents: await showDocumentSummaries(tx, documents, materials),
    materials: showMaterials(materials),
  }
}
