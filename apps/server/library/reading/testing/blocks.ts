import type { Block } from '../blocks.ts'
import { type Extraction, extract } from '../extract/extract.ts'

export const heading = (text: string, level = 1): Block => ({ kind: 'heading', text, level, hidden: false })
export const paragraph = (text: string, place: { page?: number; slide?: number } = {}): Block => ({
  kind: 'paragraph',
  text,
  ...place,
  hidden: false,
})
export const hidden = (text: string): Block => ({ kind: 'paragraph', text, hidden: true })
export const bullet = (text: string, list = 'a', depth = 0): Block => ({
  kind: 'list_item',
  text,
  ordered: false,
  depth,
  list,
  hidden: false,
})
export const step = (text: string, list = 'steps', depth = 0): Block => ({
  kind: 'list_item',
  text,
  ordered: true,
  depth,
  list,
  hidden: false,
})
export const notes = (text: string, slide = 1): Block => ({ kind: 'notes', text, slide, hidden: false })
export const listing = (text: string): Block => ({ kind: 'code', text, hidden: false })

export function table(rows: string[][], number = 1): Block[] {
  return rows.map((cells, at) => ({ kind: 'table_row', cells, table: number, row: at + 1, hidden: false }))
}

/** What the blocks give, read as a file of an unremarkable name. */
export function extractFrom(...blocks: (Block | Block[])[]): Extraction {
  return extract(blocks.flat(), 'lesson.docx', new Map())
}
