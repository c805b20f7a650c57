/** A passage cut at the quote that a question takes from it. */
export interface QuotedPassage {
  before: string
  quote: string
  after: string
}

/** The first place of a quote in a passage, white space aside; null when it is not literally there. */
export function findQuote(passage: string, quote: string): QuotedPassage | null {
  const words = quote.split(/\s+/u).filter((word) => word !== '')
  if (words.length === 0) return null
  const pattern = new RegExp(words.map(escapeForPattern).join('\\s+'), 'u')
  const found = pattern.exec(passage)
  if (!found) return null
  const end = found.index + found[0].length
  return { before: passage.slice(0, found.index), quote: found[0], after: passage.slice(end) }
}

const escapeForPattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
