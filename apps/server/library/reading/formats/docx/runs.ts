import { descend, elements, findAll, innerText, type XmlElement } from '../../guard/xml.ts'
import { type Colour, isInvisible } from '../colour.ts'
import { isMonospaced } from '../typeface.ts'
import { type Look, lookOf } from './look.ts'
import type { Style, Styles } from './styles.ts'

export interface Piece {
  text: string
  hidden: boolean
  monospaced: boolean
}

export interface ParagraphContent {
  pieces: Piece[]
  pictures: { relation: string; alternativeText: string; hidden: boolean }[]
  textBoxes: { content: XmlElement; background: Colour | undefined }[]
}

/** Elements whose text is no longer, or not yet, part of the document, or is told twice. */
const skipped = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'mc:Fallback', 'w:pPr', 'w:rPr'])

/** The text of a paragraph run by run, with its pictures and the text boxes anchored in it. */
export function readRuns(
  paragraph: XmlElement,
  style: Style,
  styles: Styles,
  background: Colour,
): ParagraphContent {
  const content: ParagraphContent = { pieces: [], pictures: [], textBoxes: [] }
  const walk = (parent: XmlElement) => {
    for (const child of elements(parent)) {
      if (skipped.has(child.name)) continue
      if (child.name === 'w:r') readRun(child, style.look, styles, background, content)
      else if (child.name === 'm:t') {
        content.pieces.push({ text: innerText(child), hidden: false, monospaced: false })
      } else walk(child)
    }
  }
  walk(paragraph)
  return content
}

function readRun(
  run: XmlElement,
  inherited: Look,
  styles: Styles,
  background: Colour,
  content: ParagraphContent,
): void {
  const properties = descend(run, 'w:rPr')
  const characterStyle = styles.character(descend(properties, 'w:rStyle')?.attributes['w:val'])
  const look: Look = { ...inherited, ...characterStyle.look, ...lookOf(properties) }
  const hidden = isHidden(look, background)
  const text = runText(run)
  if (text !== '') {
    content.pieces.push({ text, hidden, monospaced: characterStyle.isCode || isMonospaced(look.typeface) })
  }
  for (const drawing of drawings(run)) {
    content.pictures.push(...picturesOf(drawing, hidden))
    for (const box of findAll(drawing, 'w:txbxContent')) {
      content.textBoxes.push({ content: box, background: boxBackground(drawing) })
    }
  }
}

function isHidden(look: Look, background: Colour): boolean {
  const smallestHalfPoints = 4
  return (
    look.vanish === true ||
    (look.halfPoints !== undefined && look.halfPoints < smallestHalfPoints) ||
    isInvisible(look.colour, look.background ?? background)
  )
}

function runText(run: XmlElement): string {
  let text = ''
  for (const child of elements(run)) {
    if (child.name === 'w:t') text += innerText(child)
    else if (child.name === 'w:tab') text += '\t'
    else if (child.name === 'w:br' || child.name === 'w:cr') text += '\n'
    else if (child.name === 'w:noBreakHyphen') text += '-'
  }
  return text
}

/** Newer drawings stand in an alternate content beside an older copy of themselves: only the first is read. */
function drawings(run: XmlElement): XmlElement[] {
  return elements(run).flatMap((child) => {
    if (child.name === 'w:drawing' || child.name === 'w:pict' || child.name === 'w:object') return [child]
    const choice = child.name === 'mc:AlternateContent' ? descend(child, 'mc:Choice') : undefined
    return choice === undefined ? [] : drawings(choice)
  })
}

function picturesOf(drawing: XmlElement, hidden: boolean): ParagraphContent['pictures'] {
  if (drawing.name !== 'w:drawing') {
    return findAll(drawing, 'v:imagedata').flatMap(({ attributes }) => {
      const relation = attributes['r:id']
      return relation === undefined
        ? []
        : [{ relation, alternativeText: attributes['o:title'] ?? '', hidden }]
    })
  }
  const about = findAll(drawing, 'wp:docPr')[0]
  const alternativeText = about?.attributes.descr ?? about?.attributes.title ?? ''
  const concealed = hidden || about?.attributes.hidden === '1'
  return findAll(drawing, 'a:blip').flatMap(({ attributes }) => {
    const relation = attributes['r:embed']
    return relation === undefined ? [] : [{ relation, alternativeText, hidden: concealed }]
  })
}

/** What a text box paints behind its text; `undefined` when it paints nothing. */
function boxBackground(drawing: XmlElement): Colour | undefined {
  const shape = findAll(drawing, 'wps:wsp')[0]
  const properties = descend(shape, 'wps:spPr')
  if (descend(properties, 'a:noFill') !== undefined) return undefined
  const fill = descend(properties, 'a:solidFill')
  if (fill !== undefined) return descend(fill, 'a:srgbClr')?.attributes.val ?? 'unknown'
  const painted = descend(shape, 'wps:style', 'a:fillRef') ?? findAll(properties, 'a:gradFill')[0]
  return painted === undefined ? undefined : 'unknown'
}
