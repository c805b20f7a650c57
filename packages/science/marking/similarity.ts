/** Counts of the 3-character windows of a text, with the length of that vector. */
export interface WindowCounts {
  counts: ReadonlyMap<string, number>
  length: number
}

/**
 * Windows of a text in lower case, where every run of non-word characters is one space and one space pads
 * either end. A text without a word character has none.
 */
export function countWindows(text: string): WindowCounts {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, ' ')
    .trim()
  const padded = words === '' ? [] : Array.from(` ${words} `)
  const counts = new Map<string, number>()
  for (let at = 0; at + 3 <= padded.length; at += 1) {
    const window = padded.slice(at, at + 3).join('')
    counts.set(window, (counts.get(window) ?? 0) + 1)
  }
  let squares = 0
  for (const count of counts.values()) squares += count * count
  return { counts, length: Math.sqrt(squares) }
}

/** Cosine of two counts, 0–1; 0 when either is empty. */
export function cosineOfWindows(a: WindowCounts, b: WindowCounts): number {
  if (a.length === 0 || b.length === 0) return 0
  const [few, many] = a.counts.size <= b.counts.size ? [a.counts, b.counts] : [b.counts, a.counts]
  let product = 0
  for (const [window, count] of few) product += count * (many.get(window) ?? 0)
  return Math.min(1, product / (a.length * b.length))
}

/** Likeness of two texts, 0–1. To compare one text with many, count its windows once instead. */
export function textSimilarity(a: string, b: string): number {
  return cosineOfWindows(countWindows(a), countWindows(b))
}
