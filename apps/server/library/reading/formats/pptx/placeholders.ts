import { descend, elements, type XmlElement } from '../../guard/xml.ts'
import { type Box, boxOf } from './geometry.ts'

export type Role = 'title' | 'body' | 'other' | 'furniture'

/** What a shape is for: dates, footers and slide numbers are furniture. */
export function roleOf(shape: XmlElement): Role {
  const placeholder = placeholderOf(shape)
  if (placeholder === undefined) return 'other'
  const type = placeholder.attributes.type ?? 'obj'
  if (type === 'title' || type === 'ctrTitle') return 'title'
  if (type === 'obj' || type === 'body') return 'body'
  return /^(dt|ftr|hdr|sldNum|sldImg)$/.test(type) ? 'furniture' : 'other'
}

/** Where a slide's placeholder stands when it does not say so itself. */
export interface Placeholders {
  boxOf(shape: XmlElement): Box | null
}

/** Looks a placeholder up in the layout (by index, then type), then in the master (by type). */
export function readPlaceholders(layout: XmlElement | null, master: XmlElement | null): Placeholders {
  const shapesOf = (sheet: XmlElement | null) =>
    elements(descend(sheet ?? undefined, 'p:cSld', 'p:spTree'), 'p:sp').flatMap((shape) => {
      const placeholder = placeholderOf(shape)
      const box = boxOf(descend(shape, 'p:spPr', 'a:xfrm'))
      return placeholder === undefined ? [] : [{ ...keyOf(placeholder), box }]
    })
  const inLayout = shapesOf(layout)
  const inMaster = shapesOf(master)
  return {
    boxOf: (shape) => {
      const placeholder = placeholderOf(shape)
      if (placeholder === undefined) return null
      const { index, type } = keyOf(placeholder)
      const fromLayout =
        inLayout.find((other) => index !== undefined && other.index === index) ??
        inLayout.find((other) => other.type === type)
      const masterType = fromLayout?.type ?? type
      return fromLayout?.box ?? inMaster.find((other) => other.type === masterType)?.box ?? null
    },
  }
}

function placeholderOf(shape: XmlElement): XmlElement | undefined {
  const about = elements(shape).find(({ name }) => /^p:nv\w+Pr$/.test(name))
  return descend(about, 'p:nvPr', 'p:ph')
}

function keyOf(placeholder: XmlElement): { index: string | undefined; type: string } {
  const { idx: index, type = 'body' } = placeholder.attributes
  return { index, type: type === 'ctrTitle' ? 'title' : type === 'obj' ? 'body' : type }
}
