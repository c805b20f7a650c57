import { descend, elements, type XmlElement } from '../../guard/xml.ts'
import type { Numbering } from './styles.ts'

export interface Lists {
  /** Whether the level counts (1, a, i) rather than shows a bullet. */
  isOrdered(numbering: Numbering): boolean
  /** Names the list an item belongs to; asked of each item once, in the order of the document. */
  listOf(numbering: Numbering): string
}

/**
 * Lists of one definition count on through the document, whatever their ids,
 * until the first item of an id that starts again.
 */
export function readNumbering(xml: XmlElement | null): Lists {
  const formats = new Map<string, string>()
  for (const abstract of elements(xml ?? undefined, 'w:abstractNum')) {
    addLevels(formats, `abstract ${abstract.attributes['w:abstractNumId']}`, abstract)
  }
  const abstractOf = new Map<string, string>()
  const startsAgain = new Set<string>()
  for (const list of elements(xml ?? undefined, 'w:num')) {
    const id = list.attributes['w:numId'] ?? ''
    abstractOf.set(id, descend(list, 'w:abstractNumId')?.attributes['w:val'] ?? '')
    for (const override of elements(list, 'w:lvlOverride')) {
      addLevels(formats, `own ${id}`, override)
      const isOutermost = override.attributes['w:ilvl'] === '0'
      if (isOutermost && descend(override, 'w:startOverride') !== undefined) startsAgain.add(id)
    }
  }
  const starts = new Map<string, number>()
  return {
    isOrdered: ({ id, depth }) => {
      const format =
        formats.get(`own ${id} ${depth}`) ??
        formats.get(`abstract ${abstractOf.get(id)} ${depth}`) ??
        'bullet'
      return format !== 'bullet' && format !== 'none'
    },
    listOf: ({ id }) => {
      const abstract = abstractOf.get(id) ?? `own ${id}`
      if (startsAgain.delete(id)) starts.set(abstract, (starts.get(abstract) ?? 0) + 1)
      return `${abstract} from start ${starts.get(abstract) ?? 0}`
    },
  }
}

function addLevels(formats: Map<string, string>, key: string, parent: XmlElement): void {
  for (const level of elements(parent, 'w:lvl')) {
    const format = descend(level, 'w:numFmt')?.attributes['w:val']
    if (format !== undefined) formats.set(`${key} ${level.attributes['w:ilvl']}`, format)
  }
}
