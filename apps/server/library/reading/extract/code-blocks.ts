import type { CodeBlock } from '../reading.ts'
import type { Placed } from './place.ts'

/** The listings of the document, each with the passages that together hold it. */
export function findCodeBlocks(document: Placed[]): CodeBlock[] {
  const seen = new Set<string>()
  return document.flatMap(({ block, passages }) => {
    if (block.kind !== 'code' || seen.has(block.text)) return []
    seen.add(block.text)
    return [{ code: block.text, ords: passages.map(({ ord }) => ord) }]
  })
}
