import { descend, numberOf, type XmlElement } from '../../guard/xml.ts'

/** A rectangle on the slide, in the file's own unit. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** Carries a rectangle from the inside of a group to the slide. */
export type Placement = (box: Box) => Box

export const unmoved: Placement = (box) => box

/** The rectangle of an `a:xfrm` or `p:xfrm`, `null` when it has none of its own. */
export function boxOf(transform: XmlElement | undefined): Box | null {
  const offset = descend(transform, 'a:off')
  const extent = descend(transform, 'a:ext')
  return offset === undefined || extent === undefined ? null : box(offset, extent)
}

function box(offset: XmlElement | undefined, extent: XmlElement | undefined): Box {
  return {
    left: numberOf(offset, 'x') ?? 0,
    top: numberOf(offset, 'y') ?? 0,
    width: numberOf(extent, 'cx') ?? 0,
    height: numberOf(extent, 'cy') ?? 0,
  }
}

/** A group states its rectangle outside and the one its members think they live in. */
export function groupPlacement(transform: XmlElement | undefined, outer: Placement): Placement {
  const outside = boxOf(transform)
  const insideOffset = descend(transform, 'a:chOff')
  if (outside === null || insideOffset === undefined) return outer
  const inside = box(insideOffset, descend(transform, 'a:chExt'))
  const across = inside.width === 0 ? 1 : outside.width / inside.width
  const down = inside.height === 0 ? 1 : outside.height / inside.height
  return ({ left, top, width, height }) =>
    outer({
      left: outside.left + (left - inside.left) * across,
      top: outside.top + (top - inside.top) * down,
      width: width * across,
      height: height * down,
    })
}

/** Whether no part of the rectangle lies on the slide. */
export function isOffSlide(shape: Box, slide: Box): boolean {
  return (
    shape.left >= slide.left + slide.width ||
    shape.top >= slide.top + slide.height ||
    shape.left + shape.width <= slide.left ||
    shape.top + shape.height <= slide.top
  )
}

export function coversMiddle(cover: Box, shape: Box): boolean {
  const x = shape.left + shape.width / 2
  const y = shape.top + shape.height / 2
  return cover.left <= x && x <= cover.left + cover.width && cover.top <= y && y <= cover.top + cover.height
}
