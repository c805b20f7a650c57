import { type Block, blockText } from '../blocks.ts'
import type { Cited, Locator, Passage } from '../reading.ts'
import { collapse } from './lines.ts'

/** A block where it stands in the document, with the passages made of it. */
export interface Placed {
  block: Block
  passages: Passage[]
}

const longestPassage = 1_200

/** Numbers the blocks' passages from 1 in reading order and gives each its locator. */
export function placeBlocks(blocks: Block[]): Placed[] {
  let ord = 0
  let path: { level: number; text: string }[] = []
  let slide: number | undefined
  return blocks.map((block) => {
    if (block.slide !== slide) {
      slide = block.slide
      path = []
    }
    if (block.kind === 'heading' && !block.hidden) {
      path = path.filter(({ level }) => level < block.level)
    }
    const locator = locatorOf(
      block,
      path.map(({ text }) => text),
    )
    // The document's title stands above everything and would only repeat itself in each path.
    if (block.kind === 'heading' && !block.hidden && block.level > 0) {
      path.push({ level: block.level, text: block.text })
    }
    const texts = splitText(blockText(block), block.kind === 'code')
    const passages = texts.map((text): Passage => {
      ord += 1
      return { ord, locator, kind: block.kind, text, hidden: block.hidden }
    })
    return { block, passages }
  })
}

function locatorOf(block: Block, path: string[]): Locator {
  return {
    ...(block.page === undefined ? {} : { page: block.page }),
    ...(block.slide === undefined ? {} : { slide: block.slide }),
    ...(path.length === 0 ? {} : { heading_path: path }),
    ...(block.kind === 'table_row' ? { table: block.table, row: block.row } : {}),
  }
}

/** Cuts at the last good place before the limit: a line's end, a cell's, a sentence's, a word's. */
export function splitText(text: string, isCode: boolean): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > longestPassage) {
    const cut = cutPlace(rest.slice(0, longestPassage + 1), isCode)
    parts.push(isCode ? rest.slice(0, cut) : rest.slice(0, cut).trimEnd())
    rest = isCode ? rest.slice(cut).replace(/^\n/, '') : rest.slice(cut).replace(/^[\s|]+/, '')
  }
  return rest === '' && parts.length > 0 ? parts : [...parts, rest]
}

function cutPlace(window: string, isCode: boolean): number {
  const earliest = window.length / 4
  const places = isCode
    ? [window.lastIndexOf('\n')]
    : [window.lastIndexOf('\n'), window.lastIndexOf(' | '), lastSentenceEnd(window), window.lastIndexOf(' ')]
  const cut = places.find((place) => place > earliest) ?? longestPassage
  // Never between the halves of one character.
  const code = window.charCodeAt(cut - 1)
  return code >= 0xd800 && code <= 0xdbff ? cut - 1 : cut
}

function lastSentenceEnd(window: string): number {
  const ends = [...window.matchAll(/[.!?](?= )/g)]
  return (ends.at(-1)?.index ?? -2) + 1
}

/** The text with the number of the passage that holds it, white space aside. */
export function cite(placed: Placed, text: string): Cited {
  const wanted = collapse(text).replace(/\s+/g, ' ')
  const holder = placed.passages.find((passage) => passage.text.replace(/\s+/g, ' ').includes(wanted))
  return { text: wanted, ord: (holder ?? placed.passages[0])?.ord ?? 0 }
}
