import {
  contentTypes,
  coreProperties,
  coreRelationship,
  coreType,
  escapeXml,
  relationships,
  xmlHead,
} from './parts.ts'
import { writeZip, type ZipPart } from './zip.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'

/** Properties of a run, as XML: `<w:vanish/>`, `<w:sz w:val="2"/>`. */
export function run(text: string, properties = ''): string {
  const lines = text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`)
    .join('<w:br/>')
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${lines}</w:r>`
}

/** A paragraph of one style; `content` is plain text unless it is runs already. */
export function paragraph(content: string, style = '', properties = ''): string {
  const named = style === '' ? '' : `<w:pStyle w:val="${style}"/>`
  const inner = content === '' || content.startsWith('<w:') ? content : run(content)
  return `<w:p><w:pPr>${named}${properties}</w:pPr>${inner}</w:p>`
}

export const title = (text: string) => paragraph(text, 'Title')
export const heading = (text: string, level = 1) => paragraph(text, `Heading${level}`)
export const bullet = (text: string) => listItem(text, 1)
/** Numbered items of one `list` (from 2) count on; another number starts again at 1. */
export const numbered = (text: string, list = 2) => listItem(text, list)
export const code = (lines: string) =>
  lines
    .split('\n')
    .map((line) => paragraph(line, 'Code'))
    .join('')

export function listItem(text: string, list: number, depth = 0): string {
  const numbering = `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`
  return paragraph(text, 'ListParagraph', numbering)
}

/** A table with borders; a cell is plain text (its lines are paragraphs) or paragraphs already. */
export function table(rows: string[][], widths: number[]): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const body = rows.map((cells, index) => tableRow(cells, widths, index === 0)).join('')
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${widths.reduce((a, b) => a + b, 0)}" w:type="dxa"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body}</w:tbl><w:p/>`
}

function tableRow(cells: string[], widths: number[], isFirst: boolean): string {
  const columns = cells.map((cell, at) => {
    const content = cell.startsWith('<w:')
      ? cell
      : cell
          .split('\n')
          .map((line) => paragraph(line))
          .join('')
    return `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 2_000}" w:type="dxa"/></w:tcPr>${content}</w:tc>`
  })
  return `<w:tr>${isFirst ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${columns.join('')}</w:tr>`
}

/** A PNG in the text; `relation` is its id among the pictures given to `writeDocx`. */
export function picture(
  relation: string,
  alternativeText: string,
  pixels: { width: number; height: number },
): string {
  const perPixel = 9_525
  const extent = `cx="${pixels.width * perPixel}" cy="${pixels.height * perPixel}"`
  return `<w:p><w:r><w:drawing><wp:inline><wp:extent ${extent}/><wp:docPr id="1" name="Picture" descr="${escapeXml(alternativeText)}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="Picture"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
}

export interface DocxContent {
  title: string
  /** Paragraphs and tables, as the functions above give them. */
  body: string[]
  /** Pictures by relationship id. */
  pictures?: Record<string, Buffer>
  /** Parts added as they are; a part of an existing name takes its place. */
  extra?: ZipPart[]
}

/** A Word document with styles, two kinds of list and A4 pages. */
export function writeDocx(content: DocxContent): Buffer {
  const pictures = Object.entries(content.pictures ?? {})
  const parts: ZipPart[] = [
    {
      name: '[Content_Types].xml',
      data: contentTypes({
        'word/document.xml': `${word}.document.main+xml`,
        'word/styles.xml': `${word}.styles+xml`,
        'word/numbering.xml': `${word}.numbering+xml`,
        'docProps/core.xml': coreType,
      }),
    },
    {
      name: '_rels/.rels',
      data: relationships([
        { id: 'rId1', type: 'officeDocument', target: 'word/document.xml' },
        { id: 'rId2', type: coreRelationship, target: 'docProps/core.xml' },
      ]),
    },
    { name: 'docProps/core.xml', data: coreProperties(content.title) },
    {
      name: 'word/_rels/document.xml.rels',
      data: relationships([
        { id: 'rId1', type: 'styles', target: 'styles.xml' },
        { id: 'rId2', type: 'numbering', target: 'numbering.xml' },
        ...pictures.map(([id]) => ({ id, type: 'image', target: `media/${id}.png` })),
      ]),
    },
    { name: 'word/styles.xml', data: stylesXml },
    { name: 'word/numbering.xml', data: numberingXml },
    { name: 'word/document.xml', data: documentXml(content.body) },
    ...pictures.map(([id, data]) => ({ name: `word/media/${id}.png`, data })),
  ]
  const extra = content.extra ?? []
  return writeZip([...parts.filter(({ name }) => !extra.some((other) => other.name === name)), ...extra])
}

function documentXml(body: string[]): string {
  return `${xmlHead}<w:document ${namespaces}><w:body>${body.join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`
}

function headingStyle(level: number, halfPoints: number): string {
  return `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:color w:val="1F3864"/><w:sz w:val="${halfPoints}"/></w:rPr></w:style>`
}

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
  .join('')

const stylesXml = `${xmlHead}<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:style>${headingStyle(1, 30)}${headingStyle(2, 26)}${headingStyle(3, 24)}<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/><w:basedOn w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Code"><w:name w:val="Code"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:sz w:val="20"/></w:rPr></w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${borders}</w:tblBorders><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`

function listLevels(format: 'bullet' | 'decimal'): string {
  return [0, 1, 2]
    .map((level) => {
      const sign = format === 'bullet' ? '•' : `%${level + 1}.`
      return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${sign}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${720 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>`
    })
    .join('')
}

const numberedLists = [2, 3, 4, 5, 6]
const numberingXml = `${xmlHead}<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${listLevels('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>${listLevels('decimal')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${numberedLists.map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`).join('')}</w:numbering>`
