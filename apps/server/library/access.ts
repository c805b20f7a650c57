import type { Viewer } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { Refused } from '../platform/refused.ts'
import { findDocument, lockDocumentOf, type StoredDocument } from './store/documents.ts'
import { findUnit, lockUnit, type Unit } from './store/units.ts'

/** The first look-up of a verb: what is out of the viewer's reach is not found. */
const must = <T>(found: T | null): T => {
  if (found === null) throw new Refused('not_found')
  return found
}

export const getUnitFor = async (tx: Tx, viewer: Viewer, id: string): Promise<Unit> =>
  must(await findUnit(tx, viewer, id))

export const lockUnitFor = async (tx: Tx, viewer: Viewer, id: string): Promise<Unit> =>
  must(await lockUnit(tx, viewer, id))

export const getDocumentFor = async (tx: Tx, viewer: Viewer, id: string): Promise<StoredDocument> =>
  must(await findDocument(tx, viewer, id))

export const lockDocumentFor = async (tx: Tx, viewer: Viewer, id: string): Promise<StoredDocument> =>
  must(await lockDocumentOf(tx, viewer, id))
