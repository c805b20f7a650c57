import type { Block, CodeBlockBlock } from '../blocks.ts'
import { cleanCode } from './lines.ts'
import { isPython, mayBePython } from './python-text.ts'

const fewestLines = 2

/**
 * Turns runs of plain paragraphs that parse as Python (two lines or more) into listings.
 * Works before white space is collapsed, since indents are part of the program.
 */
export function findListings(blocks: Block[]): Block[] {
  const found: Block[] = []
  for (let at = 0; at < blocks.length; ) {
    const run = runFrom(blocks, at)
    const listing = run === null ? null : longestListing(run)
    const block = blocks[at]
    if (listing !== null) {
      found.push(listing.block)
      at += listing.taken
    } else {
      if (block !== undefined) found.push(block)
      at += 1
    }
  }
  return found
}

interface Run {
  blocks: (Block & { kind: 'paragraph' })[]
}

/** Neighbouring visible paragraphs on one page or slide whose every line could be a program's. */
function runFrom(blocks: Block[], start: number): Run | null {
  const run: Run['blocks'] = []
  for (const block of blocks.slice(start)) {
    const first = run[0]
    if (block.kind !== 'paragraph' || block.hidden) break
    if (first !== undefined && (first.page !== block.page || first.slide !== block.slide)) break
    const lines = cleanCode(block.text).split('\n')
    if (!lines.every((line) => line.trim() === '' || mayBePython(line))) break
    run.push({ ...block, kind: 'paragraph' })
  }
  return run.length === 0 ? null : { blocks: run }
}

function longestListing({ blocks }: Run): { block: CodeBlockBlock; taken: number } | null {
  for (let taken = blocks.length; taken > 0; taken -= 1) {
    const text = cleanCode(
      blocks
        .slice(0, taken)
        .map((block) => block.text)
        .join('\n'),
    )
    if (text.split('\n').length >= fewestLines && isPython(text)) {
      const { kind: _kind, ...standing } = blocks[0] as Block & { kind: 'paragraph' }
      return { block: { ...standing, kind: 'code', text }, taken }
    }
  }
  return null
}
