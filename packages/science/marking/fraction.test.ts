import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  clampToUnit,
  compare,
  divide,
  equal,
  type Fraction,
  fraction,
  fractionText,
  fromDecimal,
  larger,
  multiply,
  ONE,
  printFraction,
  readFraction,
  roundFraction,
  smaller,
  subtract,
  sum,
  toNumber,
  ZERO,
} from './fraction.ts'

const anyFraction: fc.Arbitrary<Fraction> = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 30n }))
  .map(([n, d]) => fraction(n, d))

describe('exact fractions', () => {
  it('add three thirds of a point to 1.00', () => {
    expect(printFraction(sum([fraction(1, 3), fraction(1, 3), fraction(1, 3)]), 2)).toBe('1.00')
  })

  it.each([
    [0.3, '3/10'],
    [0.1, '1/10'],
    [999.99, '99999/100'],
    [2.5e-7, '1/4000000'],
    [1e21, '1000000000000000000000'],
    [-1.25, '-5/4'],
    [-0, '0'],
  ])('take the decimal %d as %s', (decimal, text) => {
    expect(fractionText(fromDecimal(decimal))).toBe(text)
  })

  it.each([
    [fraction(1005, 1000), 2, 1.01, '1.01'],
    [fraction(5, 1000), 2, 0.01, '0.01'],
    [fraction(8, 3), 2, 2.67, '2.67'],
    [fraction(-1, 2), 0, 0, '0'],
    [fraction(-3, 2), 0, -1, '-1'],
    [fraction(-26, 10), 0, -3, '-3'],
    [fraction(7, 2), 0, 4, '4'],
    [fraction(-1, 1000), 2, 0, '0.00'],
  ])('round half up: %o to %d decimals', (value, decimals, rounded, printed) => {
    expect(roundFraction(value, decimals)).toBe(rounded)
    expect(printFraction(value, decimals)).toBe(printed)
  })

  it('stay within 0 and 1 when clamped', () => {
    expect(clampToUnit(fraction(-1, 3))).toEqual(ZERO)
    expect(clampToUnit(fraction(4, 3))).toEqual(ONE)
    expect(clampToUnit(fraction(2, 3))).toEqual(fraction(4, 6))
  })

  it('refuse a denominator of 0, NaN and infinities', () => {
    expect(() => fraction(1, 0)).toThrow(RangeError)
    expect(() => divide(ONE, ZERO)).toThrow(RangeError)
    expect(() => fromDecimal(Number.NaN)).toThrow(RangeError)
    expect(() => fromDecimal(Number.POSITIVE_INFINITY)).toThrow(RangeError)
    expect(() => fraction(0.5)).toThrow(RangeError)
  })

  it.each(['', '1/0', '1.5', '1/-2', ' 1', '1/2/3', '0x1'])('do not read %j back', (text) => {
    expect(readFraction(text)).toBeNull()
  })

  it('turn into the nearest double, whatever their size', () => {
    expect(toNumber(fraction(1, 3))).toBe(1 / 3)
    expect(toNumber(fraction(10n ** 400n, 3n * 10n ** 400n))).toBeCloseTo(1 / 3, 15)
    expect(toNumber(fraction(-(10n ** 30n), 10n ** 20n))).toBe(-1e10)
    expect(toNumber(fraction(1n, 10n ** 300n))).toBeCloseTo(1e-300, 310)
  })

  it('obey the laws of arithmetic', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
        expect(equal(add(a, b), add(b, a))).toBe(true)
        expect(equal(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true)
        expect(equal(add(subtract(a, b), b), a)).toBe(true)
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0)
        expect(equal(add(larger(a, b), smaller(a, b)), add(a, b))).toBe(true)
        if (!equal(b, ZERO)) expect(equal(multiply(divide(a, b), b), a)).toBe(true)
      }),
    )
  })

  it('come back from their text and from a printed double', () => {
    fc.assert(fc.property(anyFraction, (a) => equal(readFraction(fractionText(a)) ?? ZERO, a)))
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(toNumber(fromDecimal(x))).toBeCloseTo(x, 15)
        expect(Math.abs(toNumber(fromDecimal(x)) - x)).toBeLessThanOrEqual(Math.abs(x) * 2 ** -51)
      }),
    )
  })
})
