import { descend, elements, type XmlElement } from '../../guard/xml.ts'
import type { Numbering } from './styles.ts'

/** Says of a list level whether it counts (1, a, i) rather than shows a bullet. */
export type IsOrdered = (numbering: Numbering) => boolean

export function readNumbering(xml: XmlElement | null): IsOrdered {
  const formats = new Map<string, string>()
  for (const abstract of elements(xml ?? undefined, 'w:abstractNum')) {
    addLevels(formats, `abstract ${abstract.attributes['w:abstractNumId']}`, abstract)
  }
  const abstractOf = new Map<string, string>()
  for (const list of elements(xml ?? undefined, 'w:num')) {
    const id = list.attributes['w:numId'] ?? ''
    abstractOf.set(id, descend(list, 'w:abstractNumId')?.attributes['w:val'] ?? '')
    for (const override of elements(list, 'w:lvlOverride')) addLevels(formats, `own ${id}`, override)
  }
  return ({ id, depth }) => {
    const format =
      formats.get(`own ${id} ${depth}`) ?? formats.get(`abstract ${abstractOf.get(id)} ${depth}`) ?? 'bullet'
    return format !== 'bullet' && format !== 'none'
  }
}

function addLevels(formats: Map<string, string>, key: string, parent: XmlElement): void {
  for (const level of elements(parent, 'w:lvl')) {
    const format = descend(level, 'w:numFmt')?.attributes['w:val']
    if (format !== undefined) formats.set(`${key} ${level.attributes['w:ilvl']}`, format)
  }
}
