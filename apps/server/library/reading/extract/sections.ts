import { type Cue, cueOf, splitCue } from './cues.ts'
import type { Placed } from './place.ts'

/** A run of blocks under one heading or lead-in line. */
export interface Section {
  opening: Placed
  members: Placed[]
}

/**
 * The sections that a heading or a line of its own announces as `cue`.
 * A section ends at the next heading of its level or above, at the next announcing line, or with its slide.
 */
export function sectionsOf(document: Placed[], cue: Cue): Section[] {
  return document.flatMap((opening, index) => {
    if (cueOfBlock(opening) !== cue) return []
    return [{ opening, members: membersAfter(document, index) }]
  })
}

/** What the block announces; listings, rows and pictures announce nothing. */
export function cueOfBlock({ block }: Placed): Cue | null {
  const mayAnnounce = block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'list_item'
  if (!mayAnnounce) return null
  // "Glossary: Computer systems" names its subject; an objective after a colon is the objective itself.
  const announced = block.kind === 'heading' ? splitCue(block.text)?.cue : undefined
  return (
    cueOf(block.text) ?? (announced === 'vocabulary' || announced === 'misconceptions' ? announced : null)
  )
}

/** The blocks that belong to the one at `index`. */
export function membersAfter(document: Placed[], index: number): Placed[] {
  const opening = document[index]?.block
  const members: Placed[] = []
  for (const placed of document.slice(index + 1)) {
    const { block } = placed
    if (block.slide !== opening?.slide) break
    const level = opening?.kind === 'heading' ? opening.level : Number.POSITIVE_INFINITY
    if (block.kind === 'heading' && block.level <= level) break
    if (cueOfBlock(placed) !== null) break
    members.push(placed)
  }
  return members
}
