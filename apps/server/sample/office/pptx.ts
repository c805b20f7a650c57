import {
  contentTypes,
  coreProperties,
  coreRelationship,
  coreType,
  escapeXml,
  relationships,
  xmlHead,
} from './parts.ts'
import { notesMasterXml, slideLayoutXml, slideMasterXml, slideNamespaces, themeXml } from './slide-master.ts'
import { writeZip, type ZipPart } from './zip.ts'

const slides = 'application/vnd.openxmlformats-officedocument.presentationml'

export interface Slide {
  title: string
  /** Shapes after the title, as `bullets`, `textBox` and `slidePicture` give them. */
  shapes: string[]
  notes?: string[]
  pictures?: Record<string, Buffer>
  hidden?: boolean
}

/** A paragraph of a slide; `properties` are those of its run, as attributes and XML. */
export function line(text: string, attributes = '', inner = '', paragraphProperties = ''): string {
  return `<a:p>${paragraphProperties}<a:r><a:rPr lang="en-GB"${attributes === '' ? '' : ` ${attributes}`}>${inner}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p>`
}

/** The body placeholder: each text an item of its list. */
export function bullets(texts: string[], id = 3): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Content ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${texts.map((text) => (text.startsWith('<a:p>') ? text : line(text))).join('')}</p:txBody></p:sp>`
}

export interface BoxPlace {
  left: number
  top: number
  width: number
  height: number
}

/** A free text box; places in points, paragraphs from `line`. */
export function textBox(paragraphs: string[], place: BoxPlace, id = 10, fill = '<a:noFill/>'): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Text ${id}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${transform(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill}</p:spPr><p:txBody><a:bodyPr wrap="square"/><a:lstStyle/>${paragraphs.join('')}</p:txBody></p:sp>`
}

/** A listing in a monospaced typeface. */
export function slideCode(text: string, place: BoxPlace, id = 20): string {
  const mono = '<a:latin typeface="Courier New"/><a:cs typeface="Courier New"/>'
  return textBox(
    text.split('\n').map((row) => line(row, 'sz="1800"', mono)),
    place,
    id,
  )
}

export function slidePicture(relation: string, alternativeText: string, place: BoxPlace, id = 30): string {
  return `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="Picture ${id}" descr="${escapeXml(alternativeText)}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${transform(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
}

/** A table; the cells are plain text. */
export function slideTable(rows: string[][], place: BoxPlace, id = 40): string {
  const columns = rows[0]?.length ?? 1
  const width = Math.round((place.width * perPoint) / columns)
  const height = Math.round((place.height * perPoint) / rows.length)
  const cells = (row: string[]) =>
    row
      .map((cell) => `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${line(cell)}</a:txBody><a:tcPr/></a:tc>`)
      .join('')
  const { left, top } = place
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="Table ${id}"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="${left * perPoint}" y="${top * perPoint}"/><a:ext cx="${place.width * perPoint}" cy="${place.height * perPoint}"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${`<a:gridCol w="${width}"/>`.repeat(columns)}</a:tblGrid>${rows.map((row) => `<a:tr h="${height}">${cells(row)}</a:tr>`).join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
}

const perPoint = 12_700

function transform({ left, top, width, height }: BoxPlace): string {
  return `<a:xfrm><a:off x="${left * perPoint}" y="${top * perPoint}"/><a:ext cx="${width * perPoint}" cy="${height * perPoint}"/></a:xfrm>`
}

/** A presentation of 960 × 540 points. */
export function writePptx(title: string, deck: Slide[], extra: ZipPart[] = []): Buffer {
  const overrides: Record<string, string> = {
    'ppt/presentation.xml': `${slides}.presentation.main+xml`,
    'ppt/slideMasters/slideMaster1.xml': `${slides}.slideMaster+xml`,
    'ppt/slideLayouts/slideLayout1.xml': `${slides}.slideLayout+xml`,
    'ppt/notesMasters/notesMaster1.xml': `${slides}.notesMaster+xml`,
    'ppt/theme/theme1.xml': 'application/vnd.openxmlformats-officedocument.theme+xml',
    'ppt/theme/theme2.xml': 'application/vnd.openxmlformats-officedocument.theme+xml',
    'docProps/core.xml': coreType,
  }
  const parts = [
    ...fixedParts(title, deck.length),
    ...deck.flatMap((slide, at) => slideParts(slide, at + 1, overrides)),
  ]
  const types: ZipPart = { name: '[Content_Types].xml', data: contentTypes(overrides) }
  const own = [types, ...parts].filter(({ name }) => !extra.some((other) => other.name === name))
  return writeZip([...own, ...extra])
}

function fixedParts(title: string, count: number): ZipPart[] {
  const numbers = Array.from({ length: count }, (_, at) => at + 1)
  const ids = numbers.map((number) => `<p:sldId id="${255 + number}" r:id="rIdSlide${number}"/>`).join('')
  return [
    {
      name: '_rels/.rels',
      data: relationships([
        { id: 'rId1', type: 'officeDocument', target: 'ppt/presentation.xml' },
        { id: 'rId2', type: coreRelationship, target: 'docProps/core.xml' },
      ]),
    },
    { name: 'docProps/core.xml', data: coreProperties(title) },
    {
      name: 'ppt/presentation.xml',
      data: `${xmlHead}<p:presentation ${slideNamespaces}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rIdMaster"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rIdNotes"/></p:notesMasterIdLst><p:sldIdLst>${ids}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    },
    {
      name: 'ppt/_rels/presentation.xml.rels',
      data: relationships([
        { id: 'rIdMaster', type: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
        { id: 'rIdNotes', type: 'notesMaster', target: 'notesMasters/notesMaster1.xml' },
        { id: 'rIdTheme', type: 'theme', target: 'theme/theme1.xml' },
        ...numbers.map((number) => ({
          id: `rIdSlide${number}`,
          type: 'slide',
          target: `slides/slide${number}.xml`,
        })),
      ]),
    },
    { name: 'ppt/theme/theme1.xml', data: themeXml },
    { name: 'ppt/theme/theme2.xml', data: themeXml },
    { name: 'ppt/slideMasters/slideMaster1.xml', data: slideMasterXml },
    {
      name: 'ppt/slideMasters/_rels/slideMaster1.xml.rels',
      data: relationships([
        { id: 'rId1', type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
        { id: 'rId2', type: 'theme', target: '../theme/theme1.xml' },
      ]),
    },
    { name: 'ppt/slideLayouts/slideLayout1.xml', data: slideLayoutXml },
    {
      name: 'ppt/slideLayouts/_rels/slideLayout1.xml.rels',
      data: relationships([{ id: 'rId1', type: 'slideMaster', target: '../slideMasters/slideMaster1.xml' }]),
    },
    { name: 'ppt/notesMasters/notesMaster1.xml', data: notesMasterXml },
    {
      name: 'ppt/notesMasters/_rels/notesMaster1.xml.rels',
      data: relationships([{ id: 'rId1', type: 'theme', target: '../theme/theme2.xml' }]),
    },
  ]
}

function slideParts(slide: Slide, number: number, overrides: Record<string, string>): ZipPart[] {
  const pictures = Object.entries(slide.pictures ?? {})
  const hasNotes = slide.notes !== undefined
  overrides[`ppt/slides/slide${number}.xml`] = `${slides}.slide+xml`
  const parts: ZipPart[] = [
    { name: `ppt/slides/slide${number}.xml`, data: slideXml(slide) },
    {
      name: `ppt/slides/_rels/slide${number}.xml.rels`,
      data: relationships([
        { id: 'rId1', type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
        ...(hasNotes
          ? [{ id: 'rId2', type: 'notesSlide', target: `../notesSlides/notesSlide${number}.xml` }]
          : []),
        ...pictures.map(([id]) => ({ id, type: 'image', target: `../media/${number}-${id}.png` })),
      ]),
    },
    ...pictures.map(([id, data]) => ({ name: `ppt/media/${number}-${id}.png`, data })),
  ]
  if (!hasNotes) return parts
  overrides[`ppt/notesSlides/notesSlide${number}.xml`] = `${slides}.notesSlide+xml`
  return [
    ...parts,
    { name: `ppt/notesSlides/notesSlide${number}.xml`, data: notesXml(slide.notes ?? []) },
    {
      name: `ppt/notesSlides/_rels/notesSlide${number}.xml.rels`,
      data: relationships([
        { id: 'rId1', type: 'notesMaster', target: '../notesMasters/notesMaster1.xml' },
        { id: 'rId2', type: 'slide', target: `../slides/slide${number}.xml` },
      ]),
    },
  ]
}

const emptyGroup =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'

function slideXml({ title, shapes, hidden }: Slide): string {
  const heading =
    title === ''
      ? ''
      : `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title 2"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${line(title)}</p:txBody></p:sp>`
  return `${xmlHead}<p:sld ${slideNamespaces}${hidden === true ? ' show="0"' : ''}><p:cSld><p:spTree>${emptyGroup}${heading}${shapes.join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`
}

function notesXml(notes: string[]): string {
  return `${xmlHead}<p:notes ${slideNamespaces}><p:cSld><p:spTree>${emptyGroup}<p:sp><p:nvSpPr><p:cNvPr id="2" name="Notes 2"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${notes.map((note) => line(note)).join('')}</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`
}
