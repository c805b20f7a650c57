/**
 * The neutral form between the formats and the extraction: what a .docx, a .pptx and a .pdf have in common.
 * Readers of formats make blocks; `extract/` knows nothing else.
 */

interface Standing {
  page?: number
  slide?: number
  hidden: boolean
}

export interface TextBlock extends Standing {
  kind: 'paragraph' | 'notes'
  text: string
}

export interface HeadingBlock extends Standing {
  kind: 'heading'
  text: string
  /** 0 for a document's title style, then 1 (outermost) to 9. */
  level: number
}

export interface ListItemBlock extends Standing {
  kind: 'list_item'
  text: string
  /** Numbered rather than bulleted. */
  ordered: boolean
  /** 0 is the outermost. */
  depth: number
  /** Items with equal `list` belong to one list. */
  list: string
}

export interface TableRowBlock extends Standing {
  kind: 'table_row'
  cells: string[]
  /** Counted from 1 through the document. */
  table: number
  row: number
}

export interface CodeBlockBlock extends Standing {
  kind: 'code'
  text: string
}

export interface PictureBlock extends Standing {
  kind: 'picture'
  /** The part of the file that holds the picture, as the format names it. */
  source: string
  alternative_text: string
}

export type Block = TextBlock | HeadingBlock | ListItemBlock | TableRowBlock | CodeBlockBlock | PictureBlock

/** What a format hands to the extraction. */
export interface BlockDocument {
  blocks: Block[]
  notices: string[]
}

/** The block's text as a passage shows it: the cells of a row between " | ". */
export function blockText(block: Block): string {
  if (block.kind === 'table_row') return block.cells.join(' | ')
  if (block.kind === 'picture') return block.alternative_text
  return block.text
}
