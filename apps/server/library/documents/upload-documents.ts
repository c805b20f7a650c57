import type { Call } from '@waymark/contract/endpoint.ts'
import type { endpoints } from '@waymark/contract/library.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { StoredFile } from '../../platform/files.ts'
import type { IncomingFile } from '../../platform/http/route.ts'
import { send } from '../../platform/jobs/job.ts'
import { Refused } from '../../platform/refused.ts'
import { getUnitFor, lockUnitFor } from '../access.ts'
import { readDocumentJob } from '../jobs.ts'
import { kindOfName } from '../reading/guard/first-bytes.ts'
import { readingLimits } from '../reading/limits.ts'
import type { DocumentKind, DocumentRefusal } from '../reading/reading.ts'
import { FileUnfit, refuse, shownName } from '../reading/refusal.ts'
import { findSameBytes, insertDocument } from '../store/documents.ts'
import { insertFile } from '../store/files.ts'
import type { Unit } from '../store/units.ts'

type Reply = Call<(typeof endpoints)['uploadDocuments']>['reply']
type Entry = Reply['documents'][number]

const MEBIBYTE = 1024 * 1024
const LARGEST_UPLOAD = 200 * MEBIBYTE
/** An original that is still here after this time is swept, whatever became of its reading. */
export const ORIGINAL_LIFETIME_MS = 3_600_000

type Received =
  | { filename: string; refusal: DocumentRefusal }
  | { filename: string; kind: DocumentKind; file: StoredFile }

/**
 * Streams lesson files to the private store and sends each to be read. One unfit file does not stop the
 * others; when every file is refused, the request is, by the cause they share.
 */
export async function uploadDocuments(
  ctx: Context,
  { unitId, files }: { unitId: string; files: AsyncIterable<IncomingFile> },
): Promise<Reply> {
  const viewer = whoIs(ctx)
  await ctx.transaction((tx) => getUnitFor(tx, viewer, unitId))
  const received = await receiveAll(ctx, files)
  if (received.length === 0) {
    throw new Refused('invalid', { pointer: '/files', message: 'Choose at least one file.' })
  }
  const doubled: string[] = []
  const documents = await ctx.transaction(async (tx) => {
    // Locked, so that the same file sent twice at once meets itself.
    const unit = await lockUnitFor(tx, viewer, unitId)
    const entries: Entry[] = []
    for (const one of received) entries.push(await keep(ctx, tx, unit, one, doubled))
    return entries
  })
  await Promise.all(doubled.map((fileId) => ctx.files.remove(fileId)))
  refuseWhenAllRefused(documents)
  return { documents }
}

async function receiveAll(ctx: Context, files: AsyncIterable<IncomingFile>): Promise<Received[]> {
  const received: Received[] = []
  let together = 0
  for await (const { filename, stream } of files) {
    const name = shownName(filename)
    try {
      const kind = allowedKind(ctx, filename)
      const left = Math.max(0, LARGEST_UPLOAD - together)
      const file = await ctx.files.put(stream, Math.min(ctx.config.MAX_UPLOAD_SIZE_MB * MEBIBYTE, left))
      together += file.size
      received.push({ filename: name, kind, file })
    } catch (fault) {
      stream.resume()
      received.push({ filename: name, refusal: refusalOf(ctx, fault, filename) })
    }
  }
  return received
}

function allowedKind(ctx: Context, filename: string): DocumentKind {
  const kind = kindOfName(filename)
  if (!ctx.config.ALLOWED_EXTENSIONS.split(',').some((extension) => extension.trim() === `.${kind}`))
    throw new FileUnfit('extension')
  return kind
}

/** What is wrong with the file itself; anything else is a fault of ours. */
function refusalOf(ctx: Context, fault: unknown, filename: string): DocumentRefusal {
  const limits = { ...readingLimits, file_bytes: ctx.config.MAX_UPLOAD_SIZE_MB * MEBIBYTE }
  if (fault instanceof FileUnfit) return refuse(fault.reason, filename, limits)
  if (fault instanceof Refused && fault.code === 'too_large') return refuse('too_large', filename, limits)
  throw fault
}

async function keep(ctx: Context, tx: Tx, unit: Unit, one: Received, doubled: string[]): Promise<Entry> {
  if ('refusal' in one) {
    const { code, message } = one.refusal
    return { id: null, filename: one.filename, status: 'refused', error: { code, message } }
  }
  const same = await findSameBytes(tx, unit.id, one.file.sha256)
  if (same) {
    doubled.push(one.file.fileId)
    return { id: same.id, filename: same.filename, status: same.status }
  }
  await insertFile(tx, one.file, {
    school_id: unit.school_id,
    purpose: 'lesson_original',
    media_type: 'application/octet-stream',
    created_at: ctx.now,
    delete_after: new Date(ctx.now.getTime() + ORIGINAL_LIFETIME_MS),
  })
  const id = ctx.newId()
  await insertDocument(tx, {
    id,
    school_id: unit.school_id,
    unit_id: unit.id,
    filename: one.filename,
    file_type: one.kind,
    size_bytes: one.file.size,
    sha256: one.file.sha256,
    original_id: one.file.fileId,
    uploaded_by: whoIs(ctx).userId,
    received_at: ctx.now,
  })
  await send(ctx, tx, readDocumentJob, { school_id: unit.school_id, document_id: id }, { key: id })
  return { id, filename: one.filename, status: 'received' }
}

function refuseWhenAllRefused(documents: readonly Entry[]): void {
  if (documents.some(({ status }) => status !== 'refused')) return
  const codes = new Set(documents.map(({ error }) => error?.code))
  const shared = codes.size === 1 ? [...codes][0] : undefined
  const message = documents.length === 1 ? documents[0]?.error?.message : undefined
  const details = { documents, ...(message ? { message } : {}) }
  if (shared === 'too_large' || shared === 'unsupported_type') throw new Refused(shared, details)
  throw new Refused('files_refused', details)
}
