import type { Tx } from '../../platform/db/database.ts'
import type { StoredFile } from '../../platform/files.ts'

export interface FileFacts {
  school_id: string
  purpose: 'lesson_original' | 'lesson_picture'
  media_type: string
  created_at: Date
  /** From this instant on a sweep may remove it. */
  delete_after: Date | null
}

/** Says what a private file is; a file on the disk without its row belongs to nobody. */
export async function insertFile(tx: Tx, file: StoredFile, facts: FileFacts): Promise<void> {
  await tx
    .insertInto('files')
    .values({ ...facts, id: file.fileId, size_bytes: file.size, sha256: file.sha256 })
    .execute()
}

export async function deleteFiles(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await tx
      .deleteFrom('files')
      .where('id', 'in', [...ids])
      .execute()
}

/** Which of these files have a row, in any school. */
export async function listKnownFiles(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectFrom('files')
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  return new Set(rows.map(({ id }) => id))
}
