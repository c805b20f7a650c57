import { type Block, blockText } from '../blocks.ts'
import { splitCue } from './cues.ts'
import { cleanCode, collapse } from './lines.ts'
import { repeatedLines } from './repeated-lines.ts'

/**
 * Blocks fit for reading: white space collapsed outside code, empty blocks and the headers and footers
 * of slides and pages gone. Line ends are never cut.
 */
export function cleanBlocks(blocks: Block[]): Block[] {
  return dropRepeated(blocks.map(cleanBlock)).filter(
    (block) => block.kind === 'picture' || blockText(block).replace(/[\s|]/g, '') !== '',
  )
}

function cleanBlock(block: Block): Block {
  switch (block.kind) {
    case 'code':
      return { ...block, text: cleanCode(block.text) }
    case 'table_row':
      return { ...block, cells: block.cells.map(collapse) }
    case 'picture':
      return { ...block, alternative_text: collapse(block.alternative_text).replace(/\n/g, ' ') }
    case 'heading':
      return { ...block, text: collapse(block.text).replace(/\n/g, ' ') }
    default:
      return { ...block, text: collapse(block.text) }
  }
}

/** Titles, rows and listings may repeat for good reason, and so may a banner that states the objective. */
function dropRepeated(blocks: Block[]): Block[] {
  const pageOf = (block: Block) => block.page ?? block.slide
  const mayDrop = (block: Block) =>
    !block.hidden &&
    (block.kind === 'paragraph' || block.kind === 'list_item') &&
    splitCue(block.text)?.cue !== 'objectives'
  const pages = new Set(blocks.map(pageOf).filter((page) => page !== undefined))
  const lines = blocks.flatMap((block) => {
    const page = pageOf(block)
    return page !== undefined && mayDrop(block) ? [{ page, text: blockText(block) }] : []
  })
  const isRepeated = repeatedLines(lines, pages.size)
  return blocks.filter((block) => {
    const page = pageOf(block)
    return page === undefined || !mayDrop(block) || !isRepeated({ page, text: blockText(block) })
  })
}
