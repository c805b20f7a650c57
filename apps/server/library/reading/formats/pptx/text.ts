import type { Block } from '../../blocks.ts'
import { descend, elements, findAll, innerText, numberOf, type XmlElement } from '../../guard/xml.ts'
import { type Colour, isInvisible } from '../colour.ts'
import { isMonospaced } from '../typeface.ts'
import { fillOf, type SchemeColours } from './theme.ts'

/** How the shape around a text makes its paragraphs be read. */
export interface TextSetting {
  slide: number
  role: 'title' | 'body' | 'other' | 'notes'
  /** Names the text body, so that its numbered items are one list. */
  list: string
  hidden: boolean
  background: Colour
  scheme: SchemeColours
}

/** The paragraphs of a text body as blocks; hidden text stands in blocks of its own. */
export function readTextBody(body: XmlElement, setting: TextSetting): Block[] {
  const defaults = descend(body, 'a:lstStyle', 'a:lvl1pPr', 'a:defRPr')
  const blocks: Block[] = []
  for (const paragraph of elements(body, 'a:p')) {
    const runs = readRuns(paragraph, defaults, setting)
    const seen = runs.filter(({ hidden }) => !hidden)
    const block = visibleBlock(paragraph, seen, setting)
    if (block !== null) blocks.push(block)
    const concealed = textOf(runs.filter(({ hidden }) => hidden))
    if (concealed.trim() !== '') {
      blocks.push({ kind: 'paragraph', text: concealed, slide: setting.slide, hidden: true })
    }
  }
  return setting.role === 'title' ? joinTitle(blocks) : blocks
}

interface Run {
  text: string
  hidden: boolean
  monospaced: boolean
}

function readRuns(paragraph: XmlElement, defaults: XmlElement | undefined, setting: TextSetting): Run[] {
  return elements(paragraph).flatMap((child) => {
    if (child.name === 'a:br') return [{ text: '\n', hidden: false, monospaced: true }]
    if (child.name === 'a:r' || child.name === 'a:fld') {
      const look = [descend(child, 'a:rPr'), descend(paragraph, 'a:pPr', 'a:defRPr'), defaults]
      const typeface = first(look, (properties) => descend(properties, 'a:latin')?.attributes.typeface)
      return [
        {
          text: innerText(descend(child, 'a:t')),
          hidden: setting.hidden || isConcealed(look, setting),
          monospaced: isMonospaced(typeface),
        },
      ]
    }
    // Formulas keep their text in "m:t".
    return findAll(child, 'm:t').map((part) => ({
      text: innerText(part),
      hidden: setting.hidden,
      monospaced: false,
    }))
  })
}

function isConcealed(look: (XmlElement | undefined)[], setting: TextSetting): boolean {
  const smallestHundredths = 200
  const size = first(look, (properties) => numberOf(properties, 'sz'))
  const colour = first(look, (properties) => fillOf(properties, setting.scheme))
  return (size !== undefined && size < smallestHundredths) || isInvisible(colour, setting.background)
}

function first<T>(
  look: (XmlElement | undefined)[],
  pick: (properties: XmlElement | undefined) => T | undefined,
): T | undefined {
  for (const properties of look) {
    const found = pick(properties)
    if (found !== undefined) return found
  }
  return undefined
}

function visibleBlock(paragraph: XmlElement, runs: Run[], setting: TextSetting): Block | null {
  const { slide, role } = setting
  const text = textOf(runs)
  const inked = runs.filter((run) => run.text.trim() !== '')
  if (inked.length === 0) return role === 'notes' ? null : { kind: 'code', text: '', slide, hidden: false }
  if (role === 'notes') return { kind: 'notes', text, slide, hidden: false }
  if (role === 'title') return { kind: 'heading', text, level: 1, slide, hidden: false }
  if (inked.every(({ monospaced }) => monospaced)) return { kind: 'code', text, slide, hidden: false }
  const properties = descend(paragraph, 'a:pPr')
  const ordered = descend(properties, 'a:buAutoNum') !== undefined
  const marked =
    ordered || elements(properties).some(({ name }) => name === 'a:buChar' || name === 'a:buBlip')
  const plain = elements(properties).some(({ name }) => name === 'a:buNone')
  if (marked || (role === 'body' && !plain)) {
    const depth = numberOf(properties, 'lvl') ?? 0
    return { kind: 'list_item', text, ordered, depth, list: setting.list, slide, hidden: false }
  }
  return { kind: 'paragraph', text, slide, hidden: false }
}

/** A title over several lines is one heading. */
function joinTitle(blocks: Block[]): Block[] {
  const lines = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
  const [heading] = blocks.filter((block) => block.kind === 'heading')
  const rest = blocks.filter((block) => block.kind !== 'heading' && block.kind !== 'code')
  return heading === undefined ? rest : [{ ...heading, text: lines.join(' ') }, ...rest]
}

function textOf(runs: Run[]): string {
  return runs.map(({ text }) => text).join('')
}
