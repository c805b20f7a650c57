import { type Context, whoIs } from '../../platform/context.ts'
import { lockDocumentFor } from '../access.ts'
import { ofKind } from '../materials/material.ts'
import { updateDeleted } from '../store/documents.ts'
import { deleteFiles } from '../store/files.ts'
import { deleteMaterials, listMaterialsOf } from '../store/materials.ts'
import { deleteUncitedPassages } from '../store/passages.ts'

/** Removes a document with its pictures and material. Passages that questions cite stay with their quotes. */
export async function deleteDocument(ctx: Context, { document_id }: { document_id: string }): Promise<void> {
  const viewer = whoIs(ctx)
  const fileIds = await ctx.transaction(async (tx) => {
    const document = await lockDocumentFor(tx, viewer, document_id)
    const pictures = ofKind(await listMaterialsOf(tx, document.id), 'picture')
    const files = pictures.map(({ content }) => content.file_id)
    if (document.original_id) files.push(document.original_id)
    await deleteMaterials(tx, document.unit_id, document.id)
    await deleteUncitedPassages(tx, document.id)
    await updateDeleted(tx, document.id, ctx.now)
    await deleteFiles(tx, files)
    return files
  })
  await Promise.all(fileIds.map((fileId) => ctx.files.remove(fileId)))
}
