import { Refused } from '../platform/refused.ts'

export const PAGE_SIZE = 50

/** A page of a list read one row further than asked, so that it is known whether more follow. */
export function pageOf<T, U>(
  rows: readonly T[],
  limit: number,
  cursorOf: (last: T) => readonly (string | number)[],
  show: (row: T) => U,
): { items: U[]; next_cursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const more = rows.length > limit && last !== undefined
  return {
    items: shown.map(show),
    next_cursor: more ? Buffer.from(JSON.stringify(cursorOf(last))).toString('base64url') : null,
  }
}

const forms = { text: /^[^\0]*$/, id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, number: /^\d{1,9}$/ }

/** What a cursor holds, part by part; one that this list did not make is refused. */
export function readCursor<P extends readonly (keyof typeof forms)[]>(
  cursor: string | undefined,
  ...parts: P
): { [K in keyof P]: string } | null {
  if (cursor === undefined) return null
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.length === parts.length) {
      const texts = values.map(String)
      if (texts.every((text, at) => forms[parts[at] ?? 'text'].test(text)))
        return texts as { [K in keyof P]: string }
    }
  } catch {
    // not a cursor: refused below
  }
  throw new Refused('cursor_expired')
}
