import type { Block } from '../../blocks.ts'
import { descend, elements, numberOf, type XmlElement } from '../../guard/xml.ts'
import type { Colour } from '../colour.ts'
import { type Piece, readRuns } from './runs.ts'
import { headingLevel, numberingOf, paragraphShade, type Style } from './styles.ts'
import type { BodySurroundings } from './surroundings.ts'
import { readTable } from './tables.ts'

/** The blocks of a body, a table cell or a text box, in order. */
export function readBody(body: XmlElement, background: Colour, around: BodySurroundings): Block[] {
  const blocks: Block[] = []
  for (const child of elements(body)) {
    if (child.name === 'w:p') blocks.push(...readParagraph(child, background, around))
    else if (child.name === 'w:tbl') blocks.push(...readTable(child, background, around, readBody))
    else if (child.name === 'w:sdt') {
      const content = descend(child, 'w:sdtContent')
      if (content !== undefined) blocks.push(...readBody(content, background, around))
    } else if (/^(w:ins|w:moveTo|w:customXml|w:smartTag|mc:AlternateContent|mc:Choice)$/.test(child.name)) {
      blocks.push(...readBody(child, background, around))
    }
  }
  return blocks
}

function readParagraph(paragraph: XmlElement, background: Colour, around: BodySurroundings): Block[] {
  const properties = descend(paragraph, 'w:pPr')
  const named = around.styles.paragraph(descend(properties, 'w:pStyle')?.attributes['w:val'])
  const outline = numberOf(descend(properties, 'w:outlineLvl'), 'w:val')
  const style: Style = {
    ...named,
    look: { ...named.look, ...paragraphShade(properties) },
    headingLevel: headingLevel(undefined, outline) ?? named.headingLevel,
    numbering: numberingOf(properties) ?? named.numbering,
  }
  const { pieces, pictures, textBoxes } = readRuns(paragraph, style, around.styles, background)
  const blocks: Block[] = []
  const seen = pieces.filter(({ hidden }) => !hidden)
  const block = visibleBlock(seen, style, around)
  if (block !== null) blocks.push(block)
  const concealed = joined(pieces.filter(({ hidden }) => hidden))
  if (concealed.trim() !== '') blocks.push({ kind: 'paragraph', text: concealed, hidden: true })
  for (const { relation, alternativeText, hidden } of pictures) {
    const source = around.relations.get(relation)?.part
    if (source !== undefined) {
      blocks.push({ kind: 'picture', source, alternative_text: alternativeText, hidden })
    }
  }
  for (const box of textBoxes) blocks.push(...readBody(box.content, box.background ?? background, around))
  return blocks
}

function visibleBlock(pieces: Piece[], style: Style, around: BodySurroundings): Block | null {
  const text = joined(pieces)
  const inked = pieces.filter((piece) => piece.text.trim() !== '')
  // An empty paragraph may be the blank line within a listing; joining listings decides.
  if (inked.length === 0) return { kind: 'code', text: '', hidden: false }
  if (style.isCode || inked.every(({ monospaced }) => monospaced))
    return { kind: 'code', text, hidden: false }
  if (style.headingLevel !== null) return { kind: 'heading', text, level: style.headingLevel, hidden: false }
  if (style.numbering !== null && style.numbering.id !== '0') {
    return {
      kind: 'list_item',
      text,
      ordered: around.lists.isOrdered(style.numbering),
      depth: style.numbering.depth,
      list: around.lists.listOf(style.numbering),
      hidden: false,
    }
  }
  return { kind: 'paragraph', text, hidden: false }
}

function joined(pieces: Piece[]): string {
  return pieces.map(({ text }) => text).join('')
}
