import { type Block, blockText } from '../../blocks.ts'
import { descend, elements, type XmlElement } from '../../guard/xml.ts'
import type { Colour } from '../colour.ts'
import type { Relation } from '../office-package.ts'
import {
  type Box,
  boxOf,
  coversMiddle,
  groupPlacement,
  isOffSlide,
  type Placement,
  unmoved,
} from './geometry.ts'
import { type Placeholders, roleOf } from './placeholders.ts'
import { readTextBody, type TextSetting } from './text.ts'
import { fillOf, type SchemeColours } from './theme.ts'

/** What a slide's shapes are read against. `tables` and `texts` count through the presentation. */
export interface SlideSurroundings {
  slide: number
  size: Box
  hidden: boolean
  background: Colour
  scheme: SchemeColours
  relations: Map<string, Relation>
  placeholders: Placeholders
  counts: { tables: number; texts: number }
}

/** Areas that are painted, the topmost last. */
export type Painted = { box: Box; colour: Colour }[]

/** The blocks of all shapes, the title's first, then as the slide stacks them. */
export function readShapes(
  tree: XmlElement | undefined,
  around: SlideSurroundings,
  painted: Painted,
): Block[] {
  const titles: Block[] = []
  const others: Block[] = []
  const walk = (parent: XmlElement | undefined, place: Placement, hidden: boolean) => {
    for (const shape of elements(parent)) {
      if (shape.name === 'p:grpSp') {
        const inner = groupPlacement(descend(shape, 'p:grpSpPr', 'a:xfrm'), place)
        walk(shape, inner, hidden || isMarkedHidden(shape))
      } else if (shape.name === 'mc:AlternateContent') {
        walk(descend(shape, 'mc:Choice'), place, hidden)
      } else {
        const blocks = readShape(shape, place, hidden, around, painted)
        const isTitle = roleOf(shape) === 'title'
        ;(isTitle ? titles : others).push(...blocks)
      }
    }
  }
  walk(tree, unmoved, around.hidden)
  return [...titles, ...others]
}

/** What a layout or master paints, since light text may stand on it. */
export function paintedBy(tree: XmlElement | undefined, scheme: SchemeColours, painted: Painted): void {
  const walk = (parent: XmlElement | undefined, place: Placement) => {
    for (const shape of elements(parent)) {
      if (shape.name === 'p:grpSp') {
        walk(shape, groupPlacement(descend(shape, 'p:grpSpPr', 'a:xfrm'), place))
      } else paint(shape, boxOf(descend(shape, 'p:spPr', 'a:xfrm')), place, scheme, painted)
    }
  }
  walk(tree, unmoved)
}

function readShape(
  shape: XmlElement,
  place: Placement,
  concealed: boolean,
  around: SlideSurroundings,
  painted: Painted,
): Block[] {
  const own = boxOf(descend(shape, 'p:spPr', 'a:xfrm') ?? descend(shape, 'p:xfrm'))
  const box = own === null ? around.placeholders.boxOf(shape) : place(own)
  const hidden = concealed || isMarkedHidden(shape) || (box !== null && isOffSlide(box, around.size))
  const background = paint(shape, own, place, around.scheme, painted) ?? behind(box, painted, around)
  around.counts.texts += 1
  const setting: TextSetting = {
    slide: around.slide,
    role: 'other',
    list: `text ${around.counts.texts}`,
    hidden,
    background,
    scheme: around.scheme,
  }
  if (shape.name === 'p:pic') return readPicture(shape, hidden, around)
  if (shape.name === 'p:graphicFrame') return readTable(shape, setting, around)
  const body = descend(shape, 'p:txBody')
  const role = roleOf(shape)
  if (body === undefined || role === 'furniture') return []
  return readTextBody(body, { ...setting, role })
}

/** Notes what the shape paints and answers with its colour; `undefined` when the text shows what is behind. */
function paint(
  shape: XmlElement,
  own: Box | null,
  place: Placement,
  scheme: SchemeColours,
  painted: Painted,
): Colour | undefined {
  const properties = descend(shape, 'p:spPr')
  const says = elements(properties).some(({ name }) => name === 'a:noFill')
  const styled = !says && descend(shape, 'p:style', 'a:fillRef') !== undefined ? 'unknown' : undefined
  const colour = shape.name === 'p:pic' ? 'unknown' : (fillOf(properties, scheme) ?? styled)
  if (colour === undefined || colour === 'transparent') return undefined
  if (own !== null) painted.push({ box: place(own), colour })
  return colour
}

function behind(box: Box | null, painted: Painted, around: SlideSurroundings): Colour {
  const cover = box === null ? undefined : painted.findLast((area) => coversMiddle(area.box, box))
  return cover?.colour ?? around.background
}

function isMarkedHidden(shape: XmlElement): boolean {
  return elements(shape).some((part) => /^1|true$/.test(descend(part, 'p:cNvPr')?.attributes.hidden ?? ''))
}

function readPicture(shape: XmlElement, hidden: boolean, around: SlideSurroundings): Block[] {
  const relation = descend(shape, 'p:blipFill', 'a:blip')?.attributes['r:embed']
  const source = relation === undefined ? undefined : around.relations.get(relation)?.part
  const about = descend(shape, 'p:nvPicPr', 'p:cNvPr')?.attributes
  if (source === undefined) return []
  return [
    {
      kind: 'picture',
      source,
      alternative_text: about?.descr ?? about?.title ?? '',
      slide: around.slide,
      hidden,
    },
  ]
}

function readTable(frame: XmlElement, setting: TextSetting, around: SlideSurroundings): Block[] {
  const table = descend(frame, 'a:graphic', 'a:graphicData', 'a:tbl')
  if (table === undefined) return []
  around.counts.tables += 1
  const number = around.counts.tables
  const styled = descend(table, 'a:tblPr', 'a:tableStyleId') !== undefined
  return elements(table, 'a:tr').flatMap((row, index) => {
    const beside: Block[] = []
    const cells = elements(row, 'a:tc').map((cell) => {
      const background =
        fillOf(descend(cell, 'a:tcPr'), setting.scheme) ?? (styled ? 'unknown' : setting.background)
      const body = descend(cell, 'a:txBody')
      const blocks = body === undefined ? [] : readTextBody(body, { ...setting, background })
      beside.push(...blocks.filter(({ hidden }) => hidden))
      return blocks
        .filter((block) => !block.hidden && blockText(block).trim() !== '')
        .map(blockText)
        .join('\n')
    })
    if (cells.every((cell) => cell === '')) return beside
    const { slide } = setting
    return [{ kind: 'table_row', cells, table: number, row: index + 1, slide, hidden: false }, ...beside]
  })
}
