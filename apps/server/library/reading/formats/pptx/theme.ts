import { descend, elements, numberOf, type XmlElement } from '../../guard/xml.ts'
import type { Colour } from '../colour.ts'

/** Colours by the names a slide uses: "bg1", "tx1", "accent2". */
export type SchemeColours = ReadonlyMap<string, Colour>

/** The theme's colours under their own names and under those the master maps to them. */
export function schemeColours(theme: XmlElement | null, master: XmlElement | null): SchemeColours {
  const colours = new Map<string, Colour>()
  for (const entry of elements(descend(theme ?? undefined, 'a:themeElements', 'a:clrScheme'))) {
    colours.set(entry.name.replace('a:', ''), solidColour(entry, new Map()))
  }
  const mapped = descend(master ?? undefined, 'p:clrMap')?.attributes ?? {}
  for (const [name, target] of Object.entries({ bg1: 'lt1', tx1: 'dk1', ...mapped })) {
    const colour = colours.get(target)
    if (colour !== undefined) colours.set(name, colour)
  }
  return colours
}

/**
 * What an element with fill properties paints: a colour, "unknown" for gradients and pictures,
 * or `undefined` when it says nothing or "no fill".
 */
export function fillOf(properties: XmlElement | undefined, scheme: SchemeColours): Colour | undefined {
  for (const child of elements(properties)) {
    if (child.name === 'a:solidFill') return solidColour(child, scheme)
    if (/^a:(gradFill|blipFill|pattFill|grpFill)$/.test(child.name)) return 'unknown'
    if (child.name === 'a:noFill') return undefined
  }
  return undefined
}

function solidColour(fill: XmlElement, scheme: SchemeColours): Colour {
  const choice = elements(fill)[0]
  const alpha = numberOf(descend(choice, 'a:alpha'), 'val')
  const fivePercent = 5_000
  if (alpha !== undefined && alpha <= fivePercent) return 'transparent'
  // Lightened and darkened colours would need the whole colour arithmetic; they are left unknown.
  const changed = elements(choice).some(({ name }) => name !== 'a:alpha')
  if (choice === undefined || changed) return 'unknown'
  const value = choice.attributes.val ?? ''
  if (choice.name === 'a:srgbClr') return value
  if (choice.name === 'a:sysClr') return choice.attributes.lastClr ?? 'unknown'
  if (choice.name === 'a:schemeClr') return scheme.get(value) ?? 'unknown'
  if (choice.name === 'a:prstClr') return { white: 'FFFFFF', black: '000000' }[value] ?? 'unknown'
  return 'unknown'
}

/** The slide's background: its own, else its layout's, else its master's, else white. */
export function slideBackground(sheets: (XmlElement | null)[], scheme: SchemeColours): Colour {
  for (const sheet of sheets) {
    const background = descend(sheet ?? undefined, 'p:cSld', 'p:bg')
    const own = descend(background, 'p:bgPr')
    if (own !== undefined) return fillOf(own, scheme) ?? 'FFFFFF'
    const reference = descend(background, 'p:bgRef')
    if (reference !== undefined) {
      // Entry 1001 of a theme's backgrounds is the plain colour; the others are patterns of it.
      return reference.attributes.idx === '1001' ? solidColour(reference, scheme) : 'unknown'
    }
  }
  return 'FFFFFF'
}
