/** A piece of a line of text. HTML is never one of them: it stays text. */
export type Inline = { kind: 'text' | 'strong' | 'emphasis' | 'code' | 'maths'; text: string }

export type Block =
  | { kind: 'paragraph'; lines: Inline[][] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'code'; text: string }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }

const bullet = /^\s{0,3}[-*]\s+/
const numbered = /^\s{0,3}\d{1,3}[.)]\s+/
const fence = /^\s{0,3}```/
const tableRule = /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$/

/** Reads the small part of Markdown that questions use: emphasis, lists, tables, code and maths. */
export function readProse(source: string): Block[] {
  const lines = source.replace(/\r\n?/g, '\n').split('\n')
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    if (line.trim() === '') {
      at += 1
      continue
    }
    const [block, next] = readBlock(lines, at)
    blocks.push(block)
    at = next
  }
  return blocks
}

function readBlock(lines: string[], at: number): [Block, number] {
  const line = lines[at] ?? ''
  if (fence.test(line)) return readCode(lines, at)
  if (bullet.test(line)) return readList(lines, at, bullet, false)
  if (numbered.test(line)) return readList(lines, at, numbered, true)
  if (line.includes('|') && tableRule.test(lines[at + 1] ?? '')) return readTable(lines, at)
  const end = endOf(lines, at + 1, (later) => !startsBlock(later))
  return [{ kind: 'paragraph', lines: lines.slice(at, end).map(readInline) }, end]
}

function readCode(lines: string[], at: number): [Block, number] {
  const end = endOf(lines, at + 1, (line) => !fence.test(line))
  return [{ kind: 'code', text: lines.slice(at + 1, end).join('\n') }, end + 1]
}

function readList(lines: string[], at: number, mark: RegExp, ordered: boolean): [Block, number] {
  const end = endOf(lines, at, (line) => mark.test(line))
  const items = lines.slice(at, end).map((line) => readInline(line.replace(mark, '')))
  return [{ kind: 'list', ordered, items }, end]
}

function readTable(lines: string[], at: number): [Block, number] {
  const end = endOf(lines, at + 2, (line) => line.includes('|'))
  const rows = lines.slice(at + 2, end).map(cellsOf)
  return [{ kind: 'table', head: cellsOf(lines[at] ?? ''), rows }, end]
}

function cellsOf(line: string): Inline[][] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => readInline(cell.trim()))
}

function startsBlock(line: string): boolean {
  return line.trim() === '' || fence.test(line) || bullet.test(line) || numbered.test(line)
}

function endOf(lines: string[], from: number, belongs: (line: string) => boolean): number {
  let end = from
  while (end < lines.length && belongs(lines[end] ?? '')) end += 1
  return end
}

const pieces = /(`[^`\n]+`|\$[^$\n]+\$|\*\*[^*\n]+\*\*|\*[^*\s][^*\n]*\*|\b_[^_\n]+_\b)/

function readInline(line: string): Inline[] {
  return line
    .split(pieces)
    .filter((piece) => piece !== '')
    .map((piece): Inline => {
      if (/^`.+`$/.test(piece)) return { kind: 'code', text: piece.slice(1, -1) }
      if (/^\$.+\$$/.test(piece)) return { kind: 'maths', text: piece.slice(1, -1) }
      if (/^\*\*.+\*\*$/.test(piece)) return { kind: 'strong', text: piece.slice(2, -2) }
      if (/^\*.+\*$|^_.+_$/.test(piece)) return { kind: 'emphasis', text: piece.slice(1, -1) }
      return { kind: 'text', text: piece }
    })
}
