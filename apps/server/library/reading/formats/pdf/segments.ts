/** A stretch of text on one baseline, without wide gaps. Points from the page's lower left corner. */
export interface Segment {
  text: string
  left: number
  right: number
  baseline: number
  size: number
  monospaced: boolean
  hidden: boolean
}

/** A piece of text as the PDF shows it. */
export interface TextItem {
  text: string
  left: number
  baseline: number
  width: number
  size: number
  monospaced: boolean
  hidden: boolean
}

const cellGap = 0.9
const bulletOnly = /^(?:[•●○▪■◦‣·∙\uf0b7–-]|\(?\d{1,2}[.)]|\(?[a-z][.)])$/i

/** Joins neighbouring items on one baseline; a gap about as wide as the letters are high parts two cells. */
export function joinItems(items: TextItem[]): Segment[] {
  const segments: Segment[] = []
  for (const item of items) {
    if (item.text.trim() === '') continue
    const last = segments.at(-1)
    const gap = last === undefined ? 0 : item.left - last.right
    const joins =
      last !== undefined &&
      last.hidden === item.hidden &&
      Math.abs(last.baseline - item.baseline) < 0.35 * Math.max(last.size, item.size) &&
      gap > -item.size &&
      (gap < cellGap * item.size || bulletOnly.test(last.text.trim()) || (last.monospaced && item.monospaced))
    if (joins) append(last, item, gap)
    else segments.push(segmentOf(item))
  }
  return segments
}

function append(last: Segment, item: TextItem, gap: number): void {
  last.text += spaces(last, item, gap) + item.text
  last.right = item.left + item.width
  last.monospaced &&= item.monospaced
  last.size = Math.max(last.size, item.size)
}

/** In a listing the gap counts as many blanks as letters fit in it. */
function spaces(last: Segment, item: TextItem, gap: number): string {
  if (last.monospaced && item.monospaced) {
    const letter = item.width / Math.max(1, item.text.length)
    return ' '.repeat(Math.max(0, Math.round(gap / Math.max(letter, 1))))
  }
  return gap > 0.15 * item.size && !last.text.endsWith(' ') && !item.text.startsWith(' ') ? ' ' : ''
}

function segmentOf(item: TextItem): Segment {
  return {
    text: item.text,
    left: item.left,
    right: item.left + item.width,
    baseline: item.baseline,
    size: item.size,
    monospaced: item.monospaced,
    hidden: item.hidden,
  }
}

/** How wide a word of that many letters is in the segment's type. */
export function widthOf(letters: number, { text, left, right }: Segment): number {
  return (letters * (right - left)) / Math.max(1, text.length)
}

/** Whether the first word of `next` had no room left behind `line`, so that the text merely wrapped. */
export function wraps(line: Segment, next: Segment, rightmost: number): boolean {
  const word = next.text.trim().split(/\s/)[0]?.length ?? 0
  return line.right + widthOf(word + 1, next) > rightmost
}
