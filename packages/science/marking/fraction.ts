/**
 * Exact fractions. A marker returns one, totals add them, and rounding comes last, so three thirds of a
 * point are 1.00 and a sum of many marks never depends on the order of adding. Whole numbers are bigints:
 * a quiz of sixty questions with odd weights cannot overflow. `fractionText` is the form for JSON.
 */

/** In lowest terms, `d` > 0. Make one only with the functions of this file. */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

export const ZERO: Fraction = { n: 0n, d: 1n }
export const ONE: Fraction = { n: 1n, d: 1n }

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

function reduced(n: bigint, d: bigint): Fraction {
  if (d === 0n) throw new RangeError('a fraction cannot have the denominator 0')
  if (n === 0n) return ZERO
  const sign = d < 0n ? -1n : 1n
  const divisor = greatestCommonDivisor(n, d * sign)
  return divisor === 1n && sign === 1n ? { n, d } : { n: (sign * n) / divisor, d: (sign * d) / divisor }
}

/** n ÷ d of whole numbers. Throws a RangeError for d = 0 or a number that is not whole. */
export function fraction(n: number | bigint, d: number | bigint = 1n): Fraction {
  return reduced(BigInt(n), BigInt(d))
}

const PRINTED_NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/

/** The decimal a number prints as, exactly: .3 is 3/10. Throws a RangeError for NaN and infinities. */
export function fromDecimal(x: number): Fraction {
  const printed = PRINTED_NUMBER.exec(String(x))
  if (!printed) throw new RangeError(`${x} is not a finite number`)
  const [, sign = '', whole = '', decimals = '', exponent = '0'] = printed
  return fromDigits(sign === '-', whole + decimals, Number(exponent) - decimals.length)
}

/** digits × 10^exponent, exactly; `digits` holds only 0–9. */
export function fromDigits(negative: boolean, digits: string, exponent: number): Fraction {
  const size = BigInt(digits)
  const n = negative ? -size : size
  return exponent < 0 ? reduced(n, 10n ** BigInt(-exponent)) : reduced(n * 10n ** BigInt(exponent), 1n)
}

export function add(a: Fraction, b: Fraction): Fraction {
  return a.d === b.d ? reduced(a.n + b.n, a.d) : reduced(a.n * b.d + b.n * a.d, a.d * b.d)
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { n: -b.n, d: b.d })
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return reduced(a.n * b.n, a.d * b.d)
}

/** Throws a RangeError when b is 0. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return reduced(a.n * b.d, a.d * b.n)
}

export function sum(fractions: Iterable<Fraction>): Fraction {
  let total = ZERO
  for (const one of fractions) total = add(total, one)
  return total
}

/** Below 0 when a < b, 0 when equal, above 0 when a > b: fit for `sort`. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function equal(a: Fraction, b: Fraction): boolean {
  return a.n === b.n && a.d === b.d
}

export function larger(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b
}

export function smaller(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b
}

export function absolute(a: Fraction): Fraction {
  return a.n < 0n ? { n: -a.n, d: a.d } : a
}

/** The nearest value within 0–1. */
export function clampToUnit(a: Fraction): Fraction {
  if (a.n <= 0n) return ZERO
  return a.n >= a.d ? ONE : a
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER)

/** The double nearest to the fraction (to within one unit in the last place beyond 2^53). */
export function toNumber(a: Fraction): number {
  const size = a.n < 0n ? -a.n : a.n
  if (size <= SAFE && a.d <= SAFE) return Number(a.n) / Number(a.d)
  const spare = a.d.toString(2).length - size.toString(2).length + 64
  const scaled = spare > 0 ? (a.n << BigInt(spare)) / a.d : a.n / (a.d << BigInt(-spare))
  // Two steps, because 2^-spare alone can be too small for a double while the product is not.
  return Number(scaled) * 2 ** -Math.ceil(spare / 2) * 2 ** -Math.floor(spare / 2)
}

function roundedUnits(a: Fraction, decimals: number): bigint {
  const doubled = 2n * a.n * 10n ** BigInt(decimals) + a.d
  const divisor = 2n * a.d
  const towardsZero = doubled / divisor
  return doubled < 0n && towardsZero * divisor !== doubled ? towardsZero - 1n : towardsZero
}

/** Half up from the exact value (ties towards +∞) to 0 or more decimals: 1005/1000 to 2 is 1.01. */
export function roundFraction(a: Fraction, decimals: number): number {
  return toNumber(fraction(roundedUnits(a, decimals), 10n ** BigInt(decimals)))
}

/** The same with all its decimals written: 1 to 2 decimals is `1.00`. */
export function printFraction(a: Fraction, decimals: number): string {
  const units = roundedUnits(a, decimals)
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const sign = units < 0n ? '-' : ''
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`
}

/** `3/4`, or `1` for a whole number: the form for JSON and storage. */
export function fractionText(a: Fraction): string {
  return a.d === 1n ? String(a.n) : `${a.n}/${a.d}`
}

/** Reads what `fractionText` wrote; anything else gives null. */
export function readFraction(text: string): Fraction | null {
  const parts = /^(-?\d{1,400})(?:\/(\d{1,400}))?$/.exec(text)
  if (!parts) return null
  const d = BigInt(parts[2] ?? '1')
  return d === 0n ? null : reduced(BigInt(parts[1] ?? '0'), d)
}
