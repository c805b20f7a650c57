import type { Block } from '../../blocks.ts'
import type { Cell, Row } from './rows.ts'
import { type Segment, wraps } from './segments.ts'

/** What the whole document says about one page's text. `tables` counts those met so far. */
export interface PageSetting {
  page: number
  bodySize: number
  /** Sizes larger than the body's, the largest first. */
  headingSizes: number[]
  tables: number
}

const opensAnew = /^(?:[•●○▪■◦‣·∙\uf0b7✓–-]\s|\(?\d{1,2}[.)]\s|\(?[a-f][.)]\s|step \d|answer\s*:)/i
const longestHeadingWords = 16

/** The blocks of one page from its rows and lines. */
export function readParagraphs(rows: Row[], setting: PageSetting): Block[] {
  const rightmost = Math.max(...rows.flatMap((row) => ('segment' in row ? [row.segment.right] : [])), 0)
  const blocks: Block[] = []
  let open: Segment[] = []
  let tableRow = 0
  const close = () => {
    if (open.length > 0) blocks.push(blockOf(open, setting, rightmost))
    open = []
  }
  for (const row of rows) {
    if ('cells' in row) {
      close()
      if (tableRow === 0) setting.tables += 1
      tableRow += 1
      const cells = row.cells.map(cellText)
      const hidden = row.cells.every(({ lines }) => lines.every((segment) => segment.hidden))
      blocks.push({
        kind: 'table_row',
        cells,
        table: setting.tables,
        row: tableRow,
        page: setting.page,
        hidden,
      })
      continue
    }
    tableRow = 0
    const { segment } = row
    const last = open.at(-1)
    if (last !== undefined && !continuesBlock(last, segment, rightmost)) close()
    open.push(segment)
  }
  close()
  return blocks
}

function continuesBlock(segment: Segment, next: Segment, rightmost: number): boolean {
  const drop = segment.baseline - next.baseline
  const isSameKind =
    segment.hidden === next.hidden &&
    segment.monospaced === next.monospaced &&
    Math.abs(segment.size - next.size) < 0.6
  if (!isSameKind || drop < -0.5) return false
  if (next.monospaced) return drop < 3 * next.size
  if (drop < 0.35 * next.size) return true
  return wraps(segment, next, rightmost) && drop < 1.7 * next.size && !opensAnew.test(next.text)
}

function blockOf(segments: Segment[], setting: PageSetting, rightmost: number): Block {
  const [first] = segments as [Segment, ...Segment[]]
  const standing = { page: setting.page, hidden: first.hidden }
  if (first.monospaced) return { kind: 'code', text: listing(segments), ...standing }
  const text = joinLines(segments.map((segment) => segment.text))
  const rank = setting.headingSizes.findIndex((size) => Math.abs(size - first.size) < 0.6)
  const isShort = text.split(/\s+/).length <= longestHeadingWords && first.right - first.left < rightmost
  if (rank >= 0 && isShort) return { kind: 'heading', text, level: Math.min(rank + 1, 9), ...standing }
  const [, bullet, rest] = /^([•●○▪■◦‣·∙\uf0b7✓]|\(?\d{1,2}[.)])\s*(\S.*)$/su.exec(text) ?? []
  if (bullet === undefined || rest === undefined) return { kind: 'paragraph', text, ...standing }
  const ordered = /\d/.test(bullet)
  const list = `page ${setting.page} at ${Math.round(first.left)}`
  // A number stays in the text: it tells where a list goes on and where another begins.
  return ordered
    ? { kind: 'paragraph', text, ...standing }
    : { kind: 'list_item', text: rest, ordered, depth: 0, list, ...standing }
}

/** A line that ended though the next word had room ended a paragraph. */
function cellText({ lines, rightmost }: Cell): string {
  return lines.reduce((text, line, at) => {
    const previous = lines[at - 1]
    if (previous === undefined) return line.text.trim()
    const sameBaseline = Math.abs(previous.baseline - line.baseline) < 0.35 * line.size
    const goesOn = sameBaseline || (!opensAnew.test(line.text) && wraps(previous, line, rightmost))
    return goesOn ? joinLines([text, line.text]) : `${text}\n${line.text.trim()}`
  }, '')
}

function joinLines(lines: string[]): string {
  return lines.reduce((text, line) => {
    const next = line.trim()
    return text === '' ? next : /\p{L}-$/u.test(text) ? text + next : `${text} ${next}`
  }, '')
}

/** Indents come back from where each line starts, blank lines from the distance between lines. */
function listing(segments: Segment[]): string {
  const left = Math.min(...segments.map((segment) => segment.left))
  const widths = segments.map(
    (segment) => (segment.right - segment.left) / Math.max(1, segment.text.trimEnd().length),
  )
  const letter = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1
  let text = ''
  let previous: Segment | null = null
  for (const segment of segments) {
    const isSameLine =
      previous !== null && Math.abs(previous.baseline - segment.baseline) < 0.35 * segment.size
    if (previous !== null && !isSameLine) {
      text += previous.baseline - segment.baseline > 1.9 * segment.size ? '\n\n' : '\n'
    }
    const indent = isSameLine ? 1 : Math.round((segment.left - left) / Math.max(letter, 1))
    text += ' '.repeat(Math.max(0, indent)) + segment.text
    previous = segment
  }
  return text
}
