import type { Call, Received } from '@waymark/contract/endpoint.ts'
import type { endpoints } from '@waymark/contract/library.ts'
import { GenerationRequest } from '@waymark/contract/library-shapes.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { listRequested } from '../store/generations.ts'

type Endpoint = (typeof endpoints)['listGenerations']
const PAGE = 50

/** What the viewer asked for, the newest first: by this list the work is found again after its page was left. */
export async function listGenerations(
  ctx: Context,
  { cursor, limit = PAGE }: Received<Endpoint>['query'],
): Promise<Call<Endpoint>['reply']> {
  const viewer = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    const found = await listRequested(tx, viewer, { after: readCursor(cursor), limit: limit + 1 })
    const last = found.length > limit ? found[limit - 1] : undefined
    return {
      items: found.slice(0, limit).map(({ id, request, title, ...generation }) => ({
        generation_id: id,
        unit_id: generation.unit_id,
        quiz_id: generation.quiz_id,
        // A request of an earlier version may lack today's form; the list is shown all the same.
        title: title ?? GenerationRequest.safeParse(request).data?.title ?? '',
        quiz_status: generation.quiz_status,
        state: generation.state,
        requested_at: generation.requested_at.toISOString(),
        settled_at: generation.settled_at?.toISOString() ?? null,
      })),
      next_cursor: last ? writeCursor({ at: last.requested_at, id: last.id }) : null,
    }
  })
}
