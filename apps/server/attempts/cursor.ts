import type { z } from 'zod'
import { Refused } from '../platform/refused.ts'

/** A page of a list that was read one row further than asked: the further row says that more follow. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  placeOf: (last: Row) => readonly (string | number)[],
  show: (row: Row) => Item,
): { items: Item[]; next_cursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const place = rows.length > limit && last !== undefined ? placeOf(last) : null
  return {
    items: shown.map(show),
    next_cursor: place && Buffer.from(JSON.stringify(place)).toString('base64url'),
  }
}

/** The place a cursor holds; one that this list did not make is refused. */
export function readCursor<Place>(cursor: string | undefined, shape: z.ZodType<Place>): Place | null {
  if (cursor === undefined) return null
  const place = shape.safeParse(parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  if (!place.success) throw new Refused('cursor_expired')
  return place.data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
