import { divide, fraction, fromDecimal, multiply, roundFraction } from './fraction.ts'

/**
 * Rounds the decimal a double prints as, half up (ties towards +∞): 1.005 to 2 is 1.01, although the double
 * lies a little below. `decimals` is 0–15. Never gives −0. NaN and infinities throw a RangeError.
 */
export function roundHalfUp(x: number, decimals: number): number {
  const unit = 10 ** decimals
  const shifted = x * unit + 0.5
  const whole = Math.floor(shifted)
  // Doubles decide where the border is far away; only beside it is the exact (slower) way needed.
  const isFarFromBorder = shifted - whole > CLOSE && shifted - whole < 1 - CLOSE
  if (isFarFromBorder && Math.abs(shifted) < LARGEST_SURE) return whole / unit + 0
  return roundFraction(fromDecimal(x), decimals)
}

const CLOSE = 1e-6
const LARGEST_SURE = 1e9

/** Three decimals: what every threshold and level is compared with (.7495 reaches .75, .7494 does not). */
export function roundForThreshold(x: number): number {
  return roundHalfUp(x, 3)
}

/** Two decimals: what screens and files show. Rounded from the value itself, not from three decimals. */
export function roundForDisplay(x: number): number {
  return roundHalfUp(x, 2)
}

/**
 * Whole percentage of a part, as shown: half up from the printed decimals, so .285 of 1 is 29. 0 when the
 * whole is 0. Throws a RangeError for a negative whole or NaN.
 */
export function shownPercentage(part: number, whole: number): number {
  if (!(whole >= 0)) throw new RangeError(`a whole of ${whole} has no percentage`)
  if (whole === 0) return 0
  return roundFraction(divide(multiply(fraction(100), fromDecimal(part)), fromDecimal(whole)), 0)
}
