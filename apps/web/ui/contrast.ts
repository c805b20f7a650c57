/** WCAG 2.2 relative luminance of an opaque colour written `#rrggbb`. */
export function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map(linear) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2 contrast ratio of two opaque colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

/** Whether people would call the colour red: a saturated hue within 20 degrees of pure red. */
export function isRed(hex: string): boolean {
  const [red, green, blue] = channels(hex) as [number, number, number]
  const most = Math.max(red, green, blue)
  const range = most - Math.min(red, green, blue)
  if (most !== red || range / (most || 1) < 0.25) return false
  return Math.abs((60 * (green - blue)) / range) < 20
}

function channels(hex: string): number[] {
  const digits = /^#([0-9a-f]{6})$/i.exec(hex)?.[1]
  if (!digits) throw new Error(`Not a colour of six digits: ${hex}`)
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16))
}

function linear(channel: number): number {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
