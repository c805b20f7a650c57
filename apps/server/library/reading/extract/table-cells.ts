import type { TableRowBlock } from '../blocks.ts'
import { type Cue, cueOf, splitCue } from './cues.ts'
import { linesOf, wordCount } from './lines.ts'
import type { Placed } from './place.ts'

export interface Row {
  placed: Placed
  cells: string[]
}

/** The visible rows of each table, in order. */
export function tablesOf(document: Placed[]): Row[][] {
  const tables = new Map<number, Row[]>()
  for (const placed of document) {
    const { block } = placed
    if (block.kind !== 'table_row' || block.hidden) continue
    const rows = tables.get(block.table) ?? []
    rows.push({ placed, cells: (block satisfies TableRowBlock).cells })
    tables.set(block.table, rows)
  }
  return [...tables.values()]
}

export interface CellText {
  placed: Placed
  lines: string[]
}

/**
 * The lines of the cells that a cue announces: those under it when it heads a column,
 * else those to its right, else what follows it within its own cell.
 */
export function cellsAfterCue(document: Placed[], cue: Cue): CellText[] {
  return tablesOf(document).flatMap((rows) =>
    rows.flatMap((row, index) =>
      row.cells.flatMap((cell, column) => {
        const lines = linesOf(cell)
        const [first = '', ...rest] = lines
        if (cueOf(cell) === cue) {
          return headsColumn(rows, index, column) ? below(rows, index, column, cue) : rightOf(row, column)
        }
        // "Learning objectives" and its bullets in one cell.
        if (cueOf(first) === cue && rest.length > 0) return [{ placed: row.placed, lines: rest }]
        const split = splitCue(first)
        return split?.cue === cue ? [{ placed: row.placed, lines: [split.rest, ...rest] }] : []
      }),
    ),
  )
}

/** A cue in the first row heads its column when its neighbours are short labels too, and rows follow. */
export function headsColumn(rows: Row[], index: number, column: number): boolean {
  const row = rows[index]
  if (index !== 0 || rows.length < 2 || row === undefined) return false
  const others = row.cells.filter((cell, at) => at !== column && cell.trim() !== '')
  if (!others.every(isLabel)) return false
  if (column > 0 || others.length > 1) return true
  // Two columns and the cue in the corner: rows of "label, text" have a label below as well.
  const labelsBelow = rows.slice(1).map((other) => other.cells[0] ?? '')
  return !labelsBelow.every((label) => cueOf(label) !== null)
}

function isLabel(cell: string): boolean {
  return linesOf(cell).length === 1 && wordCount(cell) <= 5 && !/[.?!]$/.test(cell.trim())
}

function below(rows: Row[], index: number, column: number, cue: Cue): CellText[] {
  const found: CellText[] = []
  for (const row of rows.slice(index + 1)) {
    const cell = row.cells[column] ?? ''
    const announced = cueOf(cell)
    if (announced !== null && announced !== cue) break
    found.push({ placed: row.placed, lines: linesOf(cell) })
  }
  return found
}

function rightOf(row: Row, column: number): CellText[] {
  const lines: string[] = []
  for (const cell of row.cells.slice(column + 1)) {
    if (cueOf(cell) !== null) break
    lines.push(...linesOf(cell))
  }
  return [{ placed: row.placed, lines }]
}
