import { endpoints } from '@waymark/contract/mastery.ts'
import { route } from '../platform/http/route.ts'
import { recompute } from './changes/recompute.ts'
import { showChange } from './changes/show-change.ts'
import { undoChange } from './changes/undo-change.ts'
import { ingestEvents } from './ingest-events.ts'
import { listEvidence } from './list-evidence.ts'
import { queryMastery } from './query-mastery.ts'
import { replyToClaim } from './reply-to-claim.ts'

export const routes = {
  ingestEvents: route(endpoints.ingestEvents, (ctx, { body }) => ingestEvents(ctx, body)),
  queryMastery: route(endpoints.queryMastery, (ctx, { body }) => queryMastery(ctx, body)),
  listEvidence: route(endpoints.listEvidence, (ctx, { query }) => listEvidence(ctx, query)),
  recompute: route(endpoints.recompute, (ctx, { body }) => recompute(ctx, body)),
  showMasteryChange: route(endpoints.showMasteryChange, (ctx, { params }) =>
    showChange(ctx, params.change_id),
  ),
  undoMasteryChange: route(endpoints.undoMasteryChange, (ctx, { params }) =>
    undoChange(ctx, params.change_id),
  ),
  replyToClaim: route(endpoints.replyToClaim, (ctx, { params, body }) =>
    replyToClaim(ctx, params.claim_id, body),
  ),
}
