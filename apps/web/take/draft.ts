import type { DeviceEvent, Entry } from './queue.ts'

/**
 * An answer that is being typed. Its event is made with each key: a page that goes away sends it, and if this
 * computer could not note that in time, it sends the very same event again, which changes nothing.
 */
export interface Draft {
  position: number
  answer: unknown
  event: DeviceEvent
}

/** The draft that no event of the line holds yet. */
export function draftAfter(drafts: readonly Draft[], { length }: readonly Entry[]): Draft | null {
  return drafts.find(({ event }) => event.device_seq > length) ?? null
}
