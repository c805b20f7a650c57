import type { Block } from '../blocks.ts'

/**
 * Program listings stand one paragraph a line: neighbouring lines become one block.
 * Empty code blocks are blank lines: kept within a listing, dropped elsewhere.
 */
export function joinListings(blocks: Block[]): Block[] {
  const joined: Block[] = []
  let blankLines = 0
  for (const block of blocks) {
    const previous = joined.at(-1)
    if (block.kind === 'code' && block.text.trim() === '') {
      blankLines += 1
      continue
    }
    const continues =
      block.kind === 'code' &&
      previous?.kind === 'code' &&
      block.hidden === previous.hidden &&
      block.slide === previous.slide &&
      block.page === previous.page
    if (continues) previous.text += '\n'.repeat(blankLines + 1) + block.text
    else joined.push({ ...block })
    blankLines = 0
  }
  return joined
}
