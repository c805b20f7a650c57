import { z } from 'zod'
import { endpoint, Instant } from './endpoint.ts'

const DependencyState = z.enum(['ok', 'degraded', 'down', 'none'])

/** Reply of `GET /ready` (spec 04b §2.6). It stands at the root, not under `/api/v1`. */
export const Readiness = z.object({
  status: z.enum(['ready', 'degraded', 'not_ready']),
  dependencies: z.record(z.string(), DependencyState),
})

export const endpoints = {
  showApi: endpoint({
    method: 'GET',
    path: '/',
    summary: 'Name and version of this server',
    reply: z.object({ name: z.string(), version: z.string(), environment: z.string(), server_time: Instant }),
    permission: 'open',
    refusals: [],
  }),
}
