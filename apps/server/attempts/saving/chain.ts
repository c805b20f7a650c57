import { createHash } from 'node:crypto'

/**
 * The chain over one device's events (spec 03 §6): a queue may be cut, not edited unseen.
 * `event` is the canonical JSON of an event; heads are lower-case hex.
 */
export const firstHead = (attemptId: string, deviceId: string): string => sha256(`${attemptId}:${deviceId}`)

export const nextHead = (head: string, event: string): string => sha256(`${head}:${event}`)

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
