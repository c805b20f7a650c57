import { endpoints } from '@waymark/contract/mastery.ts'
import { route } from '../platform/http/route.ts'
import { ingestEvents } from './ingest-events.ts'
import { listEvidence } from './list-evidence.ts'
import { queryMastery } from './query-mastery.ts'

export const routes = {
  ingestEvents: route(endpoints.ingestEvents, (ctx, { body }) => ingestEvents(ctx, body)),
  queryMastery: route(endpoints.queryMastery, (ctx, { body }) => queryMastery(ctx, body)),
  listEvidence: route(endpoints.listEvidence, (ctx, { query }) => listEvidence(ctx, query)),
}
