import { descend, elements, numberOf, type XmlElement } from '../../guard/xml.ts'
import { isCodeStyle } from '../typeface.ts'
import { type Look, lookOf, shadeOf } from './look.ts'

/** A style with everything it inherits. */
export interface Style {
  look: Look
  /** 0 for the title, 1 to 9 for headings, `null` for other text. */
  headingLevel: number | null
  isCode: boolean
  numbering: Numbering | null
}

export interface Numbering {
  id: string
  depth: number
}

export interface Styles {
  /** An unknown or absent id answers with the document's default. */
  paragraph(id: string | undefined): Style
  character(id: string | undefined): Style
  /** Whether a table style paints cells, so that light text in them may be readable. */
  paintsCells(id: string | undefined): boolean
}

const longestInheritance = 20

export function readStyles(xml: XmlElement | null): Styles {
  const byId = new Map<string, XmlElement>()
  let defaultParagraph: string | undefined
  for (const style of elements(xml ?? undefined, 'w:style')) {
    const id = style.attributes['w:styleId']
    if (id === undefined) continue
    byId.set(id, style)
    if (style.attributes['w:type'] === 'paragraph' && style.attributes['w:default'] === '1') {
      defaultParagraph = id
    }
  }
  const base: Style = {
    look: lookOf(descend(xml ?? undefined, 'w:docDefaults', 'w:rPrDefault', 'w:rPr')),
    headingLevel: null,
    isCode: false,
    numbering: null,
  }
  const none: Style = { look: {}, headingLevel: null, isCode: false, numbering: null }
  const known = new Map<string, Style>()
  const resolve = (id: string | undefined, start: Style, left: number): Style => {
    const style = id === undefined ? undefined : byId.get(id)
    if (id === undefined || style === undefined || left === 0) return start
    const kept = known.get(id)
    if (kept !== undefined) return kept
    const parent = resolve(descend(style, 'w:basedOn')?.attributes['w:val'], start, left - 1)
    const resolved = inherit(parent, style)
    known.set(id, resolved)
    return resolved
  }
  return {
    paragraph: (id) =>
      resolve(id !== undefined && byId.has(id) ? id : defaultParagraph, base, longestInheritance),
    character: (id) => resolve(id, none, longestInheritance),
    paintsCells: (id) => {
      const style = id === undefined ? undefined : byId.get(id)
      return style !== undefined && paints(style)
    },
  }
}

function inherit(parent: Style, style: XmlElement): Style {
  const name = descend(style, 'w:name')?.attributes['w:val']
  const properties = descend(style, 'w:pPr')
  const outline = numberOf(descend(properties, 'w:outlineLvl'), 'w:val')
  return {
    look: { ...parent.look, ...lookOf(descend(style, 'w:rPr')), ...paragraphShade(properties) },
    headingLevel: headingLevel(name, outline) ?? parent.headingLevel,
    isCode: parent.isCode || isCodeStyle(name),
    numbering: numberingOf(properties) ?? parent.numbering,
  }
}

/** A paragraph's own outline level, from its style's name or the level it states (0 to 8; 9 is body text). */
export function headingLevel(name: string | undefined, outline: number | undefined): number | null {
  if (name !== undefined && /^title$/i.test(name)) return 0
  const named = /^heading ([1-9])$/i.exec(name ?? '')?.[1]
  if (named !== undefined) return Number(named)
  return outline !== undefined && outline >= 0 && outline <= 8 ? outline + 1 : null
}

export function paragraphShade(properties: XmlElement | undefined): Pick<Look, 'background'> {
  const background = shadeOf(descend(properties, 'w:shd'))
  return background === undefined ? {} : { background }
}

export function numberingOf(properties: XmlElement | undefined): Numbering | null {
  const numbering = descend(properties, 'w:numPr')
  const id = descend(numbering, 'w:numId')?.attributes['w:val']
  if (id === undefined) return null
  return { id, depth: numberOf(descend(numbering, 'w:ilvl'), 'w:val') ?? 0 }
}

function paints(style: XmlElement): boolean {
  return elements(style).some((part) =>
    part.name === 'w:shd'
      ? shadeOf(part) !== undefined
      : /^w:(tblStylePr|tcPr|tblPr)$/.test(part.name) && paints(part),
  )
}
