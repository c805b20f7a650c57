/** A piece of a passage, as it stands there. */
export interface Piece {
  text: string
  isQuoted: boolean
}

/** Where a quote first stands in a passage, white space aside; null when it is not literally there. */
export function findQuote(passage: string, quote: string): { start: number; end: number } | null {
  const words = quote.split(/\s+/u).filter((word) => word !== '')
  if (words.length === 0) return null
  const pattern = new RegExp(words.map(escapeForPattern).join('\\s+'), 'u')
  const found = pattern.exec(passage)
  return found && { start: found.index, end: found.index + found[0].length }
}

/** A passage cut at the quotes that a question takes from it; quotes that are not there are passed over. */
export function piecesOf(passage: string, quotes: readonly string[]): Piece[] {
  const places = quotes.flatMap((quote) => findQuote(passage, quote) ?? [])
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(start, at)
    if (from >= end) continue
    if (from > at) pieces.push({ text: passage.slice(at, from), isQuoted: false })
    pieces.push({ text: passage.slice(from, end), isQuoted: true })
    at = end
  }
  if (at < passage.length) pieces.push({ text: passage.slice(at), isQuoted: false })
  return pieces
}

const escapeForPattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
