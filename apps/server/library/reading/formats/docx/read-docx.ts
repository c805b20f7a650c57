import type { BlockDocument } from '../../blocks.ts'
import { descend, type XmlElement } from '../../guard/xml.ts'
import { FileUnfit } from '../../refusal.ts'
import type { Colour } from '../colour.ts'
import { joinListings } from '../listings.ts'
import type { OfficePackage } from '../office-package.ts'
import { readBody } from './body.ts'
import { readNumbering } from './numbering.ts'
import { readStyles } from './styles.ts'

/** A Word document as blocks. Headers, footers, comments and deleted text are not part of it. */
export async function readDocx(office: OfficePackage): Promise<BlockDocument> {
  const relations = await office.relationsOf(office.mainPart)
  const readRelated = async (type: string) => {
    const part = [...relations.values()].find((relation) => relation.type === type)?.part
    return part === undefined ? null : await office.readXml(part)
  }
  const document = await office.readXml(office.mainPart)
  const body = descend(document ?? undefined, 'w:body')
  if (document === null || body === undefined) throw new FileUnfit('xml_broken')
  const blocks = readBody(body, pageColour(document, await readRelated('settings')), {
    styles: readStyles(await readRelated('styles')),
    lists: readNumbering(await readRelated('numbering')),
    relations,
    tables: 0,
  })
  return { blocks: joinListings(blocks), notices: office.notices }
}

/** Word paints the page's own colour only when its settings ask for it. */
function pageColour(document: XmlElement, settings: XmlElement | null): Colour {
  const colour = descend(document, 'w:background')?.attributes['w:color'] ?? ''
  const painted = descend(settings ?? undefined, 'w:displayBackgroundShape') !== undefined
  return painted && /^[\da-f]{6}$/i.test(colour) ? colour : 'FFFFFF'
}
