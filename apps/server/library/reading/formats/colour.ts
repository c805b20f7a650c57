/** A colour as "RRGGBB", "transparent", or "unknown" for a gradient, a picture or anything not worked out. */
export type Colour = string

/**
 * Whether text of that colour cannot be told from its background: contrast under 1.15,
 * computed as WCAG 2 defines it. An unknown colour never hides text.
 */
export function isInvisible(text: Colour | undefined, background: Colour): boolean {
  if (text === undefined) return false
  if (text === 'transparent') return true
  const front = luminance(text)
  const back = luminance(background)
  if (front === null || back === null) return false
  return (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05) < 1.15
}

function luminance(colour: Colour): number | null {
  if (!/^[\da-f]{6}$/i.test(colour)) return null
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((from) => {
    const share = Number.parseInt(colour.slice(from, from + 2), 16) / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
