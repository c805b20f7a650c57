import { createReadStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { StoredFile } from '../../platform/files.ts'
import { furnishReading } from '../materials/furnish-reading.ts'
import { settleObjectives } from '../materials/settle-objectives.ts'
import { readingLimits } from '../reading/limits.ts'
import { readDocument } from '../reading/read-document.ts'
import type { DocumentReading, Picture } from '../reading/reading.ts'
import { lockDocument, type StoredDocument, settleDocument, updateStatus } from '../store/documents.ts'
import { deleteFiles, insertFile } from '../store/files.ts'
import { insertMaterials } from '../store/materials.ts'
import { insertPassages } from '../store/passages.ts'
import { getUnit } from '../store/units.ts'

const MEBIBYTE = 1024 * 1024
const LARGEST_PICTURE = 50 * MEBIBYTE

interface KeptPicture {
  picture: Picture
  file: StoredFile
}

/**
 * The errand behind an upload: reads the original in a closed process, keeps what it found and deletes the
 * original. May come twice: a document that is settled, or was deleted meanwhile, is left alone.
 */
export async function takeInDocument(
  ctx: Context,
  { school_id, document_id }: { school_id: string; document_id: string },
): Promise<void> {
  const document = await begin(ctx, school_id, document_id)
  if (!document?.original_id) return
  const folderId = ctx.newId()
  const folder = ctx.files.path(folderId)
  await mkdir(folder, { mode: 0o700 })
  try {
    const reading = await readDocument(
      {
        path: ctx.files.path(document.original_id),
        filename: document.filename,
        size: document.size_bytes,
        pictures_folder: folder,
      },
      { ...readingLimits, file_bytes: ctx.config.MAX_UPLOAD_SIZE_MB * MEBIBYTE },
    )
    if (reading.status === 'ready') await keepReading(ctx, document, reading, folder)
    else {
      const { code: refusal_code, message: refusal_message } = reading
      await ctx.schoolTransaction(school_id, (tx) =>
        settle(ctx, tx, document, { status: 'refused', refusal_code, refusal_message }),
      )
    }
    await ctx.files.remove(document.original_id)
  } finally {
    await ctx.files.remove(folderId)
  }
}

async function begin(ctx: Context, schoolId: string, documentId: string): Promise<StoredDocument | null> {
  return ctx.schoolTransaction(schoolId, async (tx) => {
    const document = await lockDocument(tx, documentId)
    if (!document || document.settled_at !== null) return null
    await updateStatus(tx, documentId, 'checking')
    return document
  })
}

/** Puts the pictures into the store, then everything else in one transaction. */
async function keepReading(
  ctx: Context,
  document: StoredDocument,
  reading: DocumentReading,
  folder: string,
): Promise<void> {
  const { school_id, unit_id } = document
  await ctx.schoolTransaction(school_id, (tx) => updateStatus(tx, document.id, 'extracting'))
  const pictures: KeptPicture[] = []
  for (const picture of reading.material.pictures) {
    const source = createReadStream(path.join(folder, path.basename(picture.file)))
    pictures.push({ picture, file: await ctx.files.put(source, LARGEST_PICTURE) })
  }
  const kept = await ctx.schoolTransaction(school_id, async (tx) => {
    const outcome = {
      status: 'ready' as const,
      file_type: reading.kind,
      title: reading.title,
      lesson_number: reading.lesson_number,
      notices: reading.notices,
    }
    if (!(await settle(ctx, tx, document, outcome))) return false
    const place = { school_id, unit_id, document_id: document.id }
    const files = pictures.map(({ picture, file }) => ({ file: picture.file, file_id: file.fileId }))
    const { passages, materials } = furnishReading(reading, place, files, ctx.newId)
    for (const { picture, file } of pictures) {
      const purpose = 'lesson_picture'
      const facts = { school_id, purpose, media_type: picture.media_type, created_at: ctx.now } as const
      await insertFile(tx, file, { ...facts, delete_after: null })
    }
    await insertPassages(tx, passages)
    const unit = await getUnit(tx, unit_id)
    await insertMaterials(tx, place, await settleObjectives(ctx, tx, unit, materials))
    return true
  })
  if (!kept) await Promise.all(pictures.map(({ file }) => ctx.files.remove(file.fileId)))
}

/** Ends the document's reading; false when it was settled or deleted meanwhile. */
async function settle(
  ctx: Context,
  tx: Tx,
  { id, original_id }: StoredDocument,
  outcome: Parameters<typeof settleDocument>[2],
): Promise<boolean> {
  const document = await lockDocument(tx, id)
  if (!document || document.settled_at !== null) return false
  await settleDocument(tx, id, outcome, ctx.now)
  if (original_id) await deleteFiles(tx, [original_id])
  return true
}
