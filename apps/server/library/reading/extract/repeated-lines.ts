import { likeness } from './lines.ts'

export interface PageLine {
  page: number
  text: string
}

const fewestPages = 3
const share = 0.6

/**
 * Tells headers and footers: lines that stand on at least 60 % of at least three pages.
 * A page's own number counts as equal on every page ("Page 2 of 9"), any other number does not.
 */
export function repeatedLines(lines: PageLine[], pages: number): (line: PageLine) => boolean {
  if (pages < fewestPages) return () => false
  const standsOn = new Map<string, Set<number>>()
  for (const line of lines) {
    const key = keyOf(line)
    const found = standsOn.get(key) ?? new Set()
    standsOn.set(key, found.add(line.page))
  }
  return (line) => (standsOn.get(keyOf(line))?.size ?? 0) >= share * pages
}

function keyOf({ page, text }: PageLine): string {
  const key = likeness(text)
  const isPageNumber = /^(?:(?:page|slide|p\.?) ?)?\d+(?: ?(?:of|\/) ?\d+)?$/.test(key)
  return isPageNumber ? key.replace(new RegExp(`(?<!\\d)${page}(?!\\d)`), '#') : key
}
