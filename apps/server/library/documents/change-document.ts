import type { Call, Received } from '@waymark/contract/endpoint.ts'
import type { endpoints } from '@waymark/contract/library.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import { Refused } from '../../platform/refused.ts'
import { getDocumentFor, lockDocumentFor } from '../access.ts'
import { Citer } from '../materials/citer.ts'
import { correctMaterials } from '../materials/edit-materials.ts'
import { settleObjectives } from '../materials/settle-objectives.ts'
import { type IfMatch, requireRevision } from '../revision.ts'
import { countChange } from '../store/documents.ts'
import { deleteMaterials, insertMaterials, listMaterialsOf } from '../store/materials.ts'
import { insertPassages, listPassagesOf, updateTicks } from '../store/passages.ts'
import { getUnit } from '../store/units.ts'
import { showDocument } from './show-document.ts'

type Endpoint = (typeof endpoints)['changeDocument']

/** A teacher corrects what was found. Passages stay as they are; what is new becomes a further passage. */
export async function changeDocument(
  ctx: Context,
  { params, body, ifMatch }: Received<Endpoint> & { ifMatch: IfMatch },
): Promise<Call<Endpoint>['reply']> {
  const viewer = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    const document = await lockDocumentFor(tx, viewer, params.document_id)
    if (document.status !== 'ready') throw new Refused('wrong_state', { status: document.status })
    requireRevision(ifMatch, document.revision, { yours: body, theirs: await showDocument(tx, document) })
    const place = { school_id: document.school_id, unit_id: document.unit_id, document_id: document.id }
    const { ticked_passage_ids, ...edits } = body
    const citer = new Citer(place, await listPassagesOf(tx, document.id), ctx.newId)
    const present = await listMaterialsOf(tx, document.id)
    const { kinds, materials } = correctMaterials(edits, present, document.id, citer, ctx.newId)
    await insertPassages(tx, citer.typed)
    if (kinds.length > 0) await deleteMaterials(tx, document.unit_id, document.id, kinds)
    const unit = await getUnit(tx, document.unit_id)
    await insertMaterials(tx, place, await settleObjectives(ctx, tx, unit, materials))
    if (ticked_passage_ids) await updateTicks(tx, document.id, ticked_passage_ids)
    await countChange(tx, document.id)
    return showDocument(tx, await getDocumentFor(tx, viewer, document.id))
  })
}
