import {
  absolute,
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  fromDigits,
  larger,
  multiply,
  subtract,
} from './fraction.ts'

/** A number as typed, exactly, with what stands behind it (`''` when nothing does); or `format`. */
export type ReadQuantity = { ok: true; value: Fraction; unit: string } | { ok: false; reason: 'format' }
export type ReadNumber = { ok: true; value: Fraction } | { ok: false; reason: 'format' }

const FORMAT = { ok: false, reason: 'format' } as const

/** More digits or a larger exponent are no answer to a question, and would only cost time. */
const MOST_DIGITS = 100
const LARGEST_EXPONENT = 400

const SIGN = '([+-]?)\\s*'
const MIXED = new RegExp(`^${SIGN}(\\d+)\\s+(\\d+)\\s*/\\s*(\\d+)`)
const RATIO = new RegExp(`^${SIGN}(\\d+)\\s*/\\s*(\\d+)`)
const DECIMAL = new RegExp(
  `^${SIGN}(\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+|(?=\\.\\d))(?:\\.(\\d*))?(?:[eE]([+-]?\\d+))?`,
)

/** What may not follow a number: it would make it another number, or none. */
const STILL_NUMERIC = /^\s*[\d.,/+-]/u

/**
 * Reads `3/4`, `1 1/2`, `3.2e5`, `1,024`, each with a sign, and a unit behind it. Commas count only as
 * thousands in groups of three, so `1,5` is `format`, as is everything else. Never throws.
 */
export function readQuantity(text: string): ReadQuantity {
  const plain = text.replace(/[\u2010-\u2015\u2212]/gu, '-').trim()
  const start = readMixed(plain) ?? readRatio(plain) ?? readDecimal(plain)
  if (!start) return FORMAT
  const rest = plain.slice(start.length)
  return STILL_NUMERIC.test(rest) ? FORMAT : { ok: true, value: start.value, unit: rest.trim() }
}

/** The same for a bare number: anything behind it is `format`. */
export function readNumber(text: string): ReadNumber {
  const read = readQuantity(text)
  return read.ok && read.unit === '' ? { ok: true, value: read.value } : FORMAT
}

/** |value − key| ≤ the larger of `absolute` and `relative` × |key|, exactly; the border is inside. */
export function isWithinTolerance(
  value: Fraction,
  key: Fraction,
  tolerance: { absolute: Fraction; relative: Fraction },
): boolean {
  const allowed = larger(tolerance.absolute, multiply(tolerance.relative, absolute(key)))
  return compare(absolute(subtract(value, key)), allowed) <= 0
}

interface Start {
  value: Fraction
  length: number
}

function readMixed(text: string): Start | null {
  const found = MIXED.exec(text)
  if (!found) return null
  const [all, sign, whole = '', top = '', bottom = ''] = found
  const part = ratio(top, bottom)
  if (!part || whole.length > MOST_DIGITS) return null
  return { value: signed(sign, add(fraction(BigInt(whole)), part)), length: all.length }
}

function readRatio(text: string): Start | null {
  const found = RATIO.exec(text)
  if (!found) return null
  const [all, sign, top = '', bottom = ''] = found
  const value = ratio(top, bottom)
  return value && { value: signed(sign, value), length: all.length }
}

function ratio(top: string, bottom: string): Fraction | null {
  if (top.length > MOST_DIGITS || bottom.length > MOST_DIGITS || /^0+$/.test(bottom)) return null
  return divide(fraction(BigInt(top)), fraction(BigInt(bottom)))
}

function readDecimal(text: string): Start | null {
  const found = DECIMAL.exec(text)
  if (!found) return null
  const [all, sign, whole = '', decimals = '', exponent = '0'] = found
  const digits = whole.replaceAll(',', '') + decimals
  const power = Number(exponent)
  if (digits.length > MOST_DIGITS || Math.abs(power) > LARGEST_EXPONENT) return null
  return { value: fromDigits(sign === '-', digits, power - decimals.length), length: all.length }
}

function signed(sign: string | undefined, value: Fraction): Fraction {
  return sign === '-' ? multiply(fraction(-1n), value) : value
}
