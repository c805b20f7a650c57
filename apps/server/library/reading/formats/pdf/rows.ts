import type { Segment } from './segments.ts'

/** The lines of a cell, and how far to the right its column is filled anywhere in the table. */
export interface Cell {
  lines: Segment[]
  rightmost: number
}

/** A row of a table found by its cells standing side by side, or a single segment. */
export type Row = { cells: Cell[] } | { segment: Segment }

const sameColumn = 6

/**
 * Finds tables: programs write them cell by cell, so a cell starts beside the one before, level with its top,
 * and a row starts back at the first column. Two rows with the same columns are a table.
 */
export function findRows(segments: Segment[]): Row[] {
  const rows: Row[] = []
  const candidates = groupRows(segments)
  candidates.forEach((cells, index) => {
    const near = [candidates[index - 1], candidates[index + 1]]
    const isTable = cells.length > 1 && near.some((other) => other !== undefined && alike(other, cells))
    if (isTable)
      rows.push({ cells: cells.map((lines) => ({ lines, rightmost: rightmostOf(lines, candidates) })) })
    else rows.push(...cells.flat().map((segment) => ({ segment })))
  })
  return rows
}

/** The widest line that starts where this cell does, on the page. */
function rightmostOf(lines: Segment[], candidates: Segment[][][]): number {
  const left = lines[0]?.left ?? 0
  const column = candidates
    .filter((row) => row.length > 1)
    .flatMap((row) => row.flat())
    .filter((segment) => Math.abs(segment.left - left) < sameColumn)
  return Math.max(...[...column, ...lines].map(({ right }) => right))
}

/** Runs of cells; a segment with nothing beside it is a row of one cell with one line. */
function groupRows(segments: Segment[]): Segment[][][] {
  const rows: Segment[][][] = []
  for (const segment of segments) {
    const row = rows.at(-1)
    const cell = row?.at(-1)
    const top = cell?.[0]
    const bottom = cell?.at(-1)
    if (row === undefined || cell === undefined || top === undefined || bottom === undefined) {
      rows.push([[segment]])
    } else if (isBeside(top, cell, segment)) row.push([segment])
    else if (row.length > 1 && isBelow(bottom, top, segment)) cell.push(segment)
    else if (row.length === 1 && isBelow(bottom, top, segment) && opensTallCell(segments, cell, segment)) {
      cell.push(segment)
    } else rows.push([[segment]])
  }
  return rows
}

function isBeside(top: Segment, cell: Segment[], segment: Segment): boolean {
  const right = Math.max(...cell.map((line) => line.right))
  return (
    !segment.monospaced &&
    segment.hidden === top.hidden &&
    Math.abs(segment.baseline - top.baseline) < 0.35 * top.size &&
    segment.left >= right + 0.5 * top.size
  )
}

function isBelow(bottom: Segment, top: Segment, segment: Segment): boolean {
  const drop = bottom.baseline - segment.baseline
  return drop > 0 && drop < 1.8 * bottom.size && Math.abs(segment.left - top.left) < sameColumn
}

/** The first cell of a row may have several lines before the text beside its first line comes. */
function opensTallCell(segments: Segment[], cell: Segment[], segment: Segment): boolean {
  const top = cell[0] as Segment
  const after = segments.slice(segments.indexOf(segment) + 1, segments.indexOf(segment) + 4)
  return after.some(
    (other) =>
      Math.abs(other.baseline - top.baseline) < 0.35 * top.size &&
      other.left > Math.max(segment.right, top.right) + 0.5 * top.size,
  )
}

function alike(a: Segment[][], b: Segment[][]): boolean {
  if (a.length < 2 || b.length < 2) return false
  const columns = Math.min(a.length, b.length, 2)
  for (let column = 0; column < columns; column += 1) {
    const left = a[column]?.[0]?.left ?? Number.NaN
    const other = b[column]?.[0]?.left ?? Number.NaN
    if (!(Math.abs(left - other) < sameColumn)) return false
  }
  return true
}
