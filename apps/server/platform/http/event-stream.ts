import { endpoints } from '@waymark/contract/platform.ts'
import { whoIs } from '../context.ts'
import type { Relay } from '../events/relay.ts'
import { type Route, route, StreamReply } from './route.ts'

const HEARTBEAT_MS = 25_000

/**
 * What changes for the caller, fed by the relay. A message says only that something about a topic changed
 * and where to look; what may be seen is decided by the read that follows.
 */
export const eventStreamRoutes = (relay: Relay): Record<string, Route> => ({
  streamEvents: route(endpoints.streamEvents, async (ctx) => {
    const viewer = whoIs(ctx)
    return new StreamReply((send, gone) => {
      const forget = relay.listen((message) => {
        const concerns =
          message.school_id === viewer.schoolId &&
          (viewer.role !== 'student' || message.key === viewer.userId)
        if (concerns)
          send({ id: message.id, name: 'changed', data: { topic: message.topic, key: message.key } })
      })
      const heartbeat = setInterval(() => send({ name: 'beat', data: {} }), HEARTBEAT_MS)
      gone.addEventListener('abort', () => {
        forget()
        clearInterval(heartbeat)
      })
    })
  }),
})
