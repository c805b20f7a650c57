import { elements, numberOf, type XmlElement } from '../../guard/xml.ts'
import type { Colour } from '../colour.ts'

/** What decides whether text can be seen and whether it is code. Absent fields are inherited. */
export interface Look {
  vanish?: boolean
  colour?: Colour
  halfPoints?: number
  typeface?: string
  background?: Colour
}

/** The look that a `w:rPr` sets by itself, its character style not counted. */
export function lookOf(properties: XmlElement | undefined): Look {
  const look: Look = {}
  for (const property of elements(properties)) {
    const value = property.attributes['w:val']
    if (property.name === 'w:vanish') look.vanish = isOn(value)
    else if (property.name === 'w:color') look.colour = colourOf(property)
    else if (property.name === 'w:sz') {
      const size = numberOf(property, 'w:val')
      if (size !== undefined) look.halfPoints = size
    } else if (property.name === 'w:rFonts') {
      const typeface = property.attributes['w:ascii'] ?? property.attributes['w:hAnsi']
      if (typeface !== undefined) look.typeface = typeface
    } else if (property.name === 'w:highlight') {
      look.background = value === 'white' ? 'FFFFFF' : 'unknown'
    } else if (property.name === 'w:shd') {
      const fill = shadeOf(property)
      if (fill !== undefined) look.background = fill
    }
  }
  return look
}

/** A `w:shd` fill; `undefined` when it paints nothing. */
export function shadeOf(shading: XmlElement | undefined): Colour | undefined {
  const fill = shading?.attributes['w:fill']
  if (fill !== undefined && /^[\da-f]{6}$/i.test(fill)) return fill
  if (shading?.attributes['w:themeFill'] !== undefined) return 'unknown'
  return undefined
}

function colourOf(property: XmlElement): Colour {
  const value = property.attributes['w:val']
  if (value !== undefined && /^[\da-f]{6}$/i.test(value)) return value
  if (/^background1|light1$/.test(property.attributes['w:themeColor'] ?? '')) return 'FFFFFF'
  // "auto" picks black or white, whichever can be read.
  return 'unknown'
}

/** A switch is on by standing there, unless its value says otherwise. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(0|false|off|none)$/.test(value)
}
