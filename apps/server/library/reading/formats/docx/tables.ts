import { type Block, blockText } from '../../blocks.ts'
import { descend, elements, numberOf, type XmlElement } from '../../guard/xml.ts'
import type { Colour } from '../colour.ts'
import { joinListings } from '../listings.ts'
import { isOn, shadeOf } from './look.ts'
import type { BodySurroundings } from './surroundings.ts'

/** Cells hold what a body holds; handed in, since a body reads its tables by this file. */
type ReadContent = (content: XmlElement, background: Colour, around: BodySurroundings) => Block[]

/**
 * The rows of a table. A table of one column is a frame around ordinary text and is read as such.
 * Pictures, listings and hidden text of a cell follow their row as blocks of their own.
 */
export function readTable(
  table: XmlElement,
  background: Colour,
  around: BodySurroundings,
  readContent: ReadContent,
): Block[] {
  const rows = rowsOf(table)
  const styleId = descend(table, 'w:tblPr', 'w:tblStyle')?.attributes['w:val']
  const behind = around.styles.paintsCells(styleId) ? 'unknown' : background
  const cellsOfRows = rows.map(cellsOf)
  if (cellsOfRows.every((cells) => cells.length <= 1)) {
    return cellsOfRows.flat().flatMap((cell) => readContent(cell, cellBackground(cell, behind), around))
  }
  around.tables += 1
  const number = around.tables
  return rows.flatMap((row, index) => {
    const hidden = elements(descend(row, 'w:trPr'), 'w:hidden').some(({ attributes }) =>
      isOn(attributes['w:val']),
    )
    const cells: string[] = []
    const beside: Block[] = []
    for (const cell of cellsOfRows[index] ?? []) {
      const blocks = joinListings(readContent(cell, cellBackground(cell, behind), around))
      cells.push(cellText(blocks))
      // A cell that spans columns is followed by empty ones, so that columns stay under their headings.
      for (let span = numberOf(descend(cell, 'w:tcPr', 'w:gridSpan'), 'w:val') ?? 1; span > 1; span -= 1) {
        if (cells.length < 64) cells.push('')
      }
      beside.push(...blocks.filter(standsAlone))
    }
    return [{ kind: 'table_row', cells, table: number, row: index + 1, hidden }, ...beside]
  })
}

function rowsOf(table: XmlElement): XmlElement[] {
  return elements(table).flatMap((child) => {
    if (child.name === 'w:tr') return [child]
    const content = child.name === 'w:sdt' ? descend(child, 'w:sdtContent') : undefined
    return content === undefined ? [] : rowsOf(content)
  })
}

function cellsOf(row: XmlElement): XmlElement[] {
  return elements(row).flatMap((child) => {
    if (child.name === 'w:tc') return [child]
    const content = child.name === 'w:sdt' ? descend(child, 'w:sdtContent') : undefined
    return content === undefined ? [] : cellsOf(content)
  })
}

function cellBackground(cell: XmlElement, fallback: Colour): Colour {
  return shadeOf(descend(cell, 'w:tcPr', 'w:shd')) ?? fallback
}

function cellText(blocks: Block[]): string {
  return blocks
    .filter((block) => !block.hidden && block.kind !== 'picture')
    .map(blockText)
    .join('\n')
}

function standsAlone(block: Block): boolean {
  return block.hidden || block.kind === 'picture' || (block.kind === 'code' && block.text.includes('\n'))
}
