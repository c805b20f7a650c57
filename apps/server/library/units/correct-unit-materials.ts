import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Citer } from '../materials/citer.ts'
import { correctMaterials, type MaterialEdits } from '../materials/edit-materials.ts'
import { settleObjectives } from '../materials/settle-objectives.ts'
import { deleteMaterials, insertMaterials, listMaterials } from '../store/materials.ts'
import { insertPassages, listTypedPassages } from '../store/passages.ts'
import type { Unit } from '../store/units.ts'

/** Replaces the objectives or vocabulary that were typed into a unit; what its documents hold stays. */
export async function correctUnitMaterials(
  ctx: Context,
  tx: Tx,
  unit: Unit,
  edits: Pick<MaterialEdits, 'objectives' | 'vocabulary'>,
): Promise<void> {
  const present = (await listMaterials(tx, unit.id)).filter(({ document_id }) => document_id === null)
  const place = { school_id: unit.school_id, unit_id: unit.id }
  const citer = new Citer({ ...place, document_id: null }, await listTypedPassages(tx, unit.id), ctx.newId)
  const { kinds, materials } = correctMaterials(edits, present, null, citer, ctx.newId)
  if (kinds.length === 0) return
  await insertPassages(tx, citer.typed)
  await deleteMaterials(tx, unit.id, null, kinds)
  await insertMaterials(tx, place, await settleObjectives(ctx, tx, unit, materials))
}
