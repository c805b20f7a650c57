import type { Context } from '../../platform/context.ts'
import { readingLimits } from '../reading/limits.ts'
import { refuse } from '../reading/refusal.ts'
import { listOverdueOriginals, lockDocument, settleDocument } from '../store/documents.ts'
import { deleteFiles, listKnownFiles } from '../store/files.ts'
import { ORIGINAL_LIFETIME_MS } from './upload-documents.ts'

/**
 * Removes every original older than an hour (02 §2): those whose reading never ended, and files that were
 * left on the disk by a process that was killed before their row was written.
 */
export async function sweepOriginals(ctx: Context): Promise<void> {
  const before = new Date(ctx.now.getTime() - ORIGINAL_LIFETIME_MS)
  const overdue = await ctx.systemTransaction((tx) => listOverdueOriginals(tx, before))
  for (const { id, school_id, filename, original_id } of overdue) {
    await ctx.schoolTransaction(school_id, async (tx) => {
      const document = await lockDocument(tx, id)
      const { code, message } = refuse('unreadable', filename, readingLimits)
      if (document && document.settled_at === null)
        await settleDocument(
          tx,
          id,
          { status: 'refused', refusal_code: code, refusal_message: message },
          ctx.now,
        )
      await deleteFiles(tx, [original_id])
    })
    await ctx.files.remove(original_id)
  }
  const old = await ctx.files.listOlderThan(before)
  const known = await ctx.systemTransaction((tx) => listKnownFiles(tx, old))
  await Promise.all(old.filter((fileId) => !known.has(fileId)).map((fileId) => ctx.files.remove(fileId)))
}
