import { call } from '../../api.ts'
import type { LessonDocument, Unit } from '../asking.ts'
import { type Change, type ListName, listNames, type Rows, rowsOf } from './lists.ts'

/** A thing whose material can be corrected: a file, or the unit with what was typed into it. */
export interface Correctable {
  id: string
  kind: 'document' | 'unit'
  revision: number
  lists: readonly [ListName, ...ListName[]]
  rows: Rows
  /** Whether text was found that readers of the file do not see. */
  hasHidden: boolean
}

export function correctableDocument(document: LessonDocument): Correctable {
  const { id, revision, materials, counts } = document
  return {
    id,
    kind: 'document',
    revision,
    lists: listNames,
    rows: rowsOf(materials),
    hasHidden: (counts.hidden ?? 0) > 0,
  }
}

/** Only what was typed; what the unit's files hold is corrected there. */
export function correctableUnit({ id, revision, materials }: Unit): Correctable {
  const rows = rowsOf(typedIn(materials))
  return { id, kind: 'unit', revision, lists: ['objectives', 'vocabulary'], rows, hasHidden: false }
}

function typedIn(materials: Unit['materials']): Unit['materials'] {
  const typed = <T extends { document_id: string | null }>(list: readonly T[]) =>
    list.filter(({ document_id }) => document_id === null)
  return {
    ...materials,
    objectives: typed(materials.objectives),
    vocabulary: typed(materials.vocabulary),
  }
}

/** What someone else saved meanwhile, from the details of a refusal; null when they hold no such text. */
export function theirRows(kind: Correctable['kind'], theirs: unknown): Rows | null {
  if (typeof theirs !== 'object' || theirs === null || !('materials' in theirs)) return null
  const materials = theirs.materials as Unit['materials']
  return rowsOf(kind === 'unit' ? typedIn(materials) : materials)
}

/** Saves corrections made on `revision`; `ticked` are the hidden passages to use, null for no change. */
export async function saveCorrections(
  { id, kind }: Correctable,
  change: Change,
  ticked: readonly string[] | null,
  revision: number,
): Promise<void> {
  const hidden = ticked === null ? {} : { ticked_passage_ids: [...ticked] }
  if (kind === 'document') {
    await call(
      'changeDocument',
      { params: { document_id: id }, body: { ...change, ...hidden } },
      { revision },
    )
    return
  }
  const { objectives, vocabulary } = change
  const body = { ...(objectives && { objectives }), ...(vocabulary && { vocabulary }) }
  await call('changeUnit', { params: { unit_id: id }, body }, { revision })
}
