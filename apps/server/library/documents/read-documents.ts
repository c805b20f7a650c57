import type { Call, Received } from '@waymark/contract/endpoint.ts'
import type { endpoints } from '@waymark/contract/library.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import { Refused } from '../../platform/refused.ts'
import { getDocumentFor } from '../access.ts'
import { listPassagesOf } from '../store/passages.ts'
import { showDocument } from './show-document.ts'

type Endpoints = typeof endpoints
const PAGE = 100

export async function getDocument(
  ctx: Context,
  { document_id }: Received<Endpoints['getDocument']>['params'],
): Promise<Call<Endpoints['getDocument']>['reply']> {
  return ctx.transaction(async (tx) => showDocument(tx, await getDocumentFor(tx, whoIs(ctx), document_id)))
}

/** Passages in reading order; the cursor is the last one's place. */
export async function listPassages(
  ctx: Context,
  { params, query }: Received<Endpoints['listPassages']>,
): Promise<Call<Endpoints['listPassages']>['reply']> {
  const limit = query.limit ?? PAGE
  const afterOrd = Number(query.cursor ?? 0)
  if (!Number.isSafeInteger(afterOrd)) throw new Refused('cursor_expired')
  return ctx.transaction(async (tx) => {
    const document = await getDocumentFor(tx, whoIs(ctx), params.document_id)
    const passages = await listPassagesOf(tx, document.id, { afterOrd, limit: limit + 1 })
    const last = passages.length > limit ? passages[limit - 1] : undefined
    return { items: passages.slice(0, limit), next_cursor: last ? String(last.ord) : null }
  })
}
