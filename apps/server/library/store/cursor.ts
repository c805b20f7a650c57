import { Refused } from '../../platform/refused.ts'

/** Where a list sorted by last change goes on. */
export interface Place {
  at: Date
  id: string
}

export function writeCursor(place: Place): string {
  return Buffer.from(`${place.at.toISOString()} ${place.id}`).toString('base64url')
}

/** Reads a cursor we gave out; anything else is refused as expired. */
export function readCursor(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ')
  const instant = new Date(at)
  if (Number.isNaN(instant.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) throw new Refused('cursor_expired')
  return { at: instant, id }
}
