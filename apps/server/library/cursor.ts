import { Id, Instant } from '@waymark/contract/endpoint.ts'
import { z } from 'zod'
import { Refused } from '../platform/refused.ts'

/** Where a list sorted by last change goes on. */
export interface Place {
  at: Date
  id: string
}

const Held = z.tuple([Instant, Id])

export function writeCursor(place: Place): string {
  return Buffer.from(`${place.at.toISOString()} ${place.id}`).toString('base64url')
}

/** Reads a cursor we gave out; anything else is refused as expired. */
export function readCursor(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null
  const place = Held.safeParse(Buffer.from(cursor, 'base64url').toString('utf8').split(' '))
  if (!place.success) throw new Refused('cursor_expired')
  const [at, id] = place.data
  return { at: new Date(at), id }
}
