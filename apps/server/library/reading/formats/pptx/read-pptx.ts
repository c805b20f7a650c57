import type { Block, BlockDocument } from '../../blocks.ts'
import { descend, elements, numberOf, type XmlElement } from '../../guard/xml.ts'
import { FileUnfit } from '../../refusal.ts'
import { joinListings } from '../listings.ts'
import type { OfficePackage, Relation } from '../office-package.ts'
import type { Box } from './geometry.ts'
import { readPlaceholders, roleOf } from './placeholders.ts'
import { type Painted, paintedBy, readShapes, type SlideSurroundings } from './shapes.ts'
import { readTextBody } from './text.ts'
import { schemeColours, slideBackground } from './theme.ts'

/** Slides of 33.9 × 19.1 cm, what a presentation that names no size gets. */
const usualSize: Box = { left: 0, top: 0, width: 12_192_000, height: 6_858_000 }

/** A presentation as blocks: slide by slide, each with its notes after it. */
export async function readPptx(office: OfficePackage): Promise<BlockDocument> {
  const presentation = await office.readXml(office.mainPart)
  if (presentation === null) throw new FileUnfit('xml_broken')
  const relations = await office.relationsOf(office.mainPart)
  const extent = descend(presentation, 'p:sldSz')
  const size = {
    ...usualSize,
    width: numberOf(extent, 'cx') ?? usualSize.width,
    height: numberOf(extent, 'cy') ?? usualSize.height,
  }
  const counts = { tables: 0, texts: 0 }
  const kept = keepingSheets(office)
  const blocks: Block[] = []
  let slide = 0
  for (const { attributes } of elements(descend(presentation, 'p:sldIdLst'), 'p:sldId')) {
    const part = relations.get(attributes['r:id'] ?? '')?.part
    if (part === undefined) continue
    slide += 1
    blocks.push(...(await readSlide(office, kept, part, { slide, size, counts })))
  }
  return { blocks: joinListings(blocks), notices: office.notices }
}

/** Layouts, masters and themes are shared by many slides: each is read once. */
interface Sheets {
  read(part: string | undefined): Promise<XmlElement | null>
  relations(part: string | undefined): Promise<Map<string, Relation>>
}

function keepingSheets(office: OfficePackage): Sheets {
  const read = new Map<string, Promise<XmlElement | null>>()
  const related = new Map<string, Promise<Map<string, Relation>>>()
  const once = <T>(kept: Map<string, Promise<T>>, part: string, make: (part: string) => Promise<T>) => {
    const known = kept.get(part) ?? make(part)
    kept.set(part, known)
    return known
  }
  return {
    read: async (part) => (part === undefined ? null : await once(read, part, office.readXml)),
    relations: async (part) =>
      part === undefined ? new Map() : await once(related, part, office.relationsOf),
  }
}

async function readSlide(
  office: OfficePackage,
  sheets: Sheets,
  part: string,
  known: Pick<SlideSurroundings, 'slide' | 'size' | 'counts'>,
): Promise<Block[]> {
  const slide = await office.readXml(part)
  if (slide === null) throw new FileUnfit('xml_broken')
  const relations = await office.relationsOf(part)
  const layoutPart = partOf(relations, 'slideLayout')
  const masterPart = partOf(await sheets.relations(layoutPart), 'slideMaster')
  const layout = await sheets.read(layoutPart)
  const master = await sheets.read(masterPart)
  const theme = await sheets.read(partOf(await sheets.relations(masterPart), 'theme'))
  const scheme = schemeColours(theme, master)
  const painted: Painted = []
  for (const sheet of [master, layout]) {
    paintedBy(descend(sheet ?? undefined, 'p:cSld', 'p:spTree'), scheme, painted)
  }
  const shown = readShapes(
    descend(slide, 'p:cSld', 'p:spTree'),
    {
      ...known,
      hidden: slide.attributes.show === '0',
      background: slideBackground([slide, layout, master], scheme),
      scheme,
      relations,
      placeholders: readPlaceholders(layout, master),
    },
    painted,
  )
  const notesPart = partOf(relations, 'notesSlide')
  const notes = notesPart === undefined ? null : await office.readXml(notesPart)
  return [...shown, ...readNotes(notes, known.slide, slide.attributes.show === '0')]
}

function partOf(relations: Map<string, Relation>, type: string): string | undefined {
  return [...relations.values()].find((relation) => relation.type === type)?.part
}

function readNotes(notes: XmlElement | null, slide: number, hidden: boolean): Block[] {
  return elements(descend(notes ?? undefined, 'p:cSld', 'p:spTree'), 'p:sp')
    .filter((shape) => roleOf(shape) === 'body')
    .flatMap((shape) => {
      const body = descend(shape, 'p:txBody')
      if (body === undefined) return []
      return readTextBody(body, {
        slide,
        role: 'notes',
        list: `notes ${slide}`,
        hidden,
        background: 'unknown',
        scheme: new Map(),
      })
    })
}
