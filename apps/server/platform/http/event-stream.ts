import { endpoints } from '@waymark/contract/platform.ts'
import { LRUCache } from 'lru-cache'
import { type Context, whoIs } from '../context.ts'
import type { Relay } from '../events/relay.ts'
import { type Route, route, StreamReply } from './route.ts'

const HEARTBEAT_MS = 25_000
/** As long as relations may be remembered for reads. */
const REMEMBERED_MS = 30_000

/** Whether the caller may be told of messages with this key now; `gone`: the sign-in has ended. */
export type MayHear = (ctx: Context, key: string) => Promise<'yes' | 'no' | 'gone'>

/**
 * What changes for the caller, fed by the relay. A message says only that something about a topic changed
 * and where to look; what may be seen is decided by the read that follows. Whoever may not look is not told.
 */
export const eventStreamRoutes = (relay: Relay, mayHear: MayHear): Record<string, Route> => ({
  streamEvents: route(endpoints.streamEvents, async (ctx) => {
    const viewer = whoIs(ctx)
    return new StreamReply((send, gone, end) => {
      const known = new LRUCache<string, Promise<'yes' | 'no' | 'gone'>>({ max: 1000, ttl: REMEMBERED_MS })
      const ask = (key: string) => {
        const answer = known.get(key) ?? mayHear({ ...ctx, now: ctx.clock.now() }, key)
        known.set(key, answer, { noUpdateTTL: true })
        return answer
      }
      const forget = relay.listen(({ id, school_id, topic, key }) => {
        if (school_id !== viewer.schoolId) return
        ask(key).then(
          (may) => {
            if (may === 'yes') send({ id, name: 'changed', data: { topic, key } })
            if (may === 'gone') end()
          },
          (fault: unknown) => {
            ctx.log.error({ err: fault, request_id: ctx.requestId }, 'a stream could not be fed')
            end()
          },
        )
      })
      const heartbeat = setInterval(() => send({ name: 'beat', data: {} }), HEARTBEAT_MS)
      gone.addEventListener('abort', () => {
        forget()
        clearInterval(heartbeat)
      })
    })
  }),
})
