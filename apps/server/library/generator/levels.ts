/** Opening and closing questions of a quiz: a fifth each, half up. */
export const edgeCount = (count: number): number => Math.floor((2 * count + 5) / 10)

/** Levels 1–5 in the order of the quiz (02 §3): it opens gently, widens, and closes hard. */
export function levelsOf(count: number, least: number, most: number): number[] {
  const edge = edgeCount(count)
  const bands = [...band(edge, 1, 2), ...band(count - 2 * edge, 2, 4), ...band(edge, 4, 5)]
  return bands.map((level) => Math.min(most, Math.max(least, level)))
}

/** Levels low to high spread over a band, the lower ones first. */
function band(count: number, low: number, high: number): number[] {
  return Array.from({ length: count }, (_, index) => low + Math.floor((index * (high - low + 1)) / count))
}
