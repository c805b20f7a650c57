import type { DeviceEvent } from '@waymark/contract/attempts/saving.ts'
import { chainNext, chainStart } from './chain.ts'

export type { DeviceEvent }
export type EventType = DeviceEvent['type']

/** What a person did, before it has its place in the line. */
export interface Happening {
  type: EventType
  position: number | null
  payload: unknown
}

/** Who writes and when: what the line adds to a happening. */
export interface Stamp {
  event_id: string
  writer_epoch: number
  device_time: string
  mono_ms: number
  boot_id: string
}

/** An event in the line with the head of the chain after it. */
export interface Entry {
  event: DeviceEvent
  head: string
}

/**
 * The line of events of one device in one attempt. Numbers go up by one from 1 and are never used twice.
 * Acknowledged entries stay: a server restored from a backup asks for them again.
 */
export interface Queue {
  readonly attemptId: string
  readonly deviceId: string
  readonly entries: readonly Entry[]
  /** The highest unbroken number the server has on its disk. */
  readonly acceptedThrough: number
}

export interface Batch {
  events: DeviceEvent[]
  chain_head: string
}

const mostEvents = 50
/** Below the server's 256 KB, with room for the frame. */
const mostBytes = 200_000

export function emptyQueue(attemptId: string, deviceId: string): Queue {
  return { attemptId, deviceId, entries: [], acceptedThrough: 0 }
}

/** The line again as the device kept it. Entries must be in order and without a gap. */
export function restoreQueue(
  attemptId: string,
  deviceId: string,
  entries: Entry[],
  acceptedThrough: number,
): Queue {
  const broken = entries.findIndex(({ event }, at) => event.device_seq !== at + 1)
  const whole = broken === -1 ? entries : entries.slice(0, broken)
  return { attemptId, deviceId, entries: whole, acceptedThrough: Math.min(acceptedThrough, whole.length) }
}

/** The event that a happening becomes at the end of the line. */
export function nextEvent(queue: Queue, happening: Happening, stamp: Stamp): DeviceEvent {
  return {
    event_id: stamp.event_id,
    device_seq: queue.entries.length + 1,
    writer_epoch: stamp.writer_epoch,
    type: happening.type,
    position: happening.position,
    payload: happening.payload,
    device_time: stamp.device_time,
    mono_ms: stamp.mono_ms,
    boot_id: stamp.boot_id,
  }
}

/** The line with one more event at its end, as `nextEvent` made it. */
export function append(queue: Queue, event: DeviceEvent): { queue: Queue; entry: Entry } {
  const entry = { event, head: chainNext(headOf(queue), event) }
  return { queue: { ...queue, entries: [...queue.entries, entry] }, entry }
}

/** What to send next: at most 50 events in order from the first that is not acknowledged; null when all are. */
export function nextBatch(queue: Queue): Batch | null {
  const events: DeviceEvent[] = []
  let bytes = 0
  let head = ''
  for (const { event, head: after } of queue.entries.slice(
    queue.acceptedThrough,
    queue.acceptedThrough + mostEvents,
  )) {
    bytes += new TextEncoder().encode(JSON.stringify(event)).length
    if (bytes > mostBytes && events.length > 0) break
    events.push(event)
    head = after
  }
  return events.length > 0 ? { events, chain_head: head } : null
}

/** The line after the server has said how far it came; a lower number than before means: send again. */
export function settle(queue: Queue, acceptedThrough: number): Queue {
  return { ...queue, acceptedThrough: Math.min(acceptedThrough, queue.entries.length) }
}

/** How many events the server does not have yet. */
export function unsent(queue: Queue): number {
  return queue.entries.length - queue.acceptedThrough
}

/** The answers this line holds by position, later ones over earlier; null where an answer was cleared. */
export function answersIn(queue: Queue, from = 0): Map<number, unknown> {
  const answers = new Map<number, unknown>()
  for (const { event } of queue.entries.slice(from))
    if (event.type === 'answer_changed' && event.position !== null) answers.set(event.position, event.payload)
  return answers
}

function headOf(queue: Queue): string {
  return queue.entries.at(-1)?.head ?? chainStart(queue.attemptId, queue.deviceId)
}

/** How long to wait after `failures` failed sends, in ms: 1, 2, 4 … 30 s, each up to a fifth more or less. */
export function retryDelay(failures: number, chance: number): number {
  const seconds = Math.min(30, 2 ** Math.max(0, failures - 1))
  return Math.round(seconds * 1000 * (0.8 + 0.4 * chance))
}
