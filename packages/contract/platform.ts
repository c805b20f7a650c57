import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const endpoints = {
  streamEvents: endpoint({
    method: 'GET',
    path: '/events/stream',
    summary: 'What changes for the caller, as server-sent events',
    reply: z.string(),
    permission: 'signed_in',
    refusals: [],
    rate: 'general',
    produces: 'stream',
  }),
}
