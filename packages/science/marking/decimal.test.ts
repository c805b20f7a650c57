import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithinTolerance, readNumber, readQuantity } from './decimal.ts'
import { equal, fraction, fractionText, fromDecimal, ZERO } from './fraction.ts'

function readValue(text: string): string {
  const read = readNumber(text)
  return read.ok ? fractionText(read.value) : read.reason
}

describe('reading a number', () => {
  it.each([
    ['3/4', '3/4'],
    ['1 1/2', '3/2'],
    ['3.2e5', '320000'],
    ['1,024', '1024'],
    ['1,048,576.5', '2097153/2'],
    ['0', '0'],
    ['-0.5', '-1/2'],
    ['\u22122', '-2'],
    ['- 1 1/2', '-3/2'],
    ['+.25', '1/4'],
    ['5.', '5'],
    [' 6 / 8 ', '3/4'],
    ['2E-3', '1/500'],
    ['007', '7'],
  ])('%j is %s', (text, value) => {
    expect(readValue(text)).toBe(value)
  })

  it.each([
    '',
    'abc',
    '1,02',
    '1,5',
    '1,0245',
    '12,34',
    '1 024',
    '3/0',
    '1 1/0',
    '3/4/5',
    '1.2.3',
    '--1',
    '3/-4',
    '1.5/2',
    '.',
    'e5',
    '5e3.2',
    '1e401',
    `1${'0'.repeat(100)}`,
    '5 m',
    '0x10',
    'Infinity',
    '½',
  ])('%j has no number format', (text) => {
    expect(readValue(text)).toBe('format')
  })

  it('reads back every decimal a program prints', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        const read = readNumber(String(x))
        expect(read.ok && equal(read.value, fromDecimal(x))).toBe(true)
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789 ./,e+-m') }),
        (text) => readQuantity(text).ok !== null,
      ),
    )
  })
})

describe('reading a quantity', () => {
  it.each([
    ['1.5 km', '3/2', 'km'],
    ['150m', '150', 'm'],
    ['1 1/2 hours', '3/2', 'hours'],
    ['3/4 m', '3/4', 'm'],
    ['1,500 m/s', '1500', 'm/s'],
    ['20%', '20', '%'],
    ['5e', '5', 'e'],
    ['1500', '1500', ''],
  ])('%j is %s of %j', (text, value, unit) => {
    const read = readQuantity(text)
    expect(read.ok && [fractionText(read.value), read.unit]).toEqual([value, unit])
  })

  it('has no format when what follows is still numeric', () => {
    expect(readQuantity('1 000 m').ok).toBe(false)
    expect(readQuantity('km').ok).toBe(false)
  })
})

describe('tolerance', () => {
  const within = (value: string, key: number, abs: number, rel = 0) => {
    const read = readNumber(value)
    if (!read.ok) throw new Error(value)
    return isWithinTolerance(read.value, fromDecimal(key), {
      absolute: fromDecimal(abs),
      relative: fromDecimal(rel),
    })
  }

  it.each([
    ['3/4', 0.75, 0.005, 0, true],
    ['.754', 0.75, 0.005, 0, true],
    ['.755', 0.75, 0.005, 0, true],
    ['.76', 0.75, 0.005, 0, false],
    ['0.3', 0.1, 0.2, 0, true],
    ['99', 100, 0.5, 0.01, true],
    ['-99', -100, 0.5, 0.01, true],
    ['98.9', 100, 0.5, 0.01, false],
  ])('%s for %d ± %d or ± %d of it: %s', (value, key, abs, rel, inside) => {
    expect(within(value, key, abs, rel)).toBe(inside)
  })

  it('of 0 takes only the very number', () => {
    const exact = { absolute: ZERO, relative: ZERO }
    expect(isWithinTolerance(fraction(1, 3), fraction(2, 6), exact)).toBe(true)
    expect(isWithinTolerance(fraction(1, 3), fromDecimal(0.3333333333333333), exact)).toBe(false)
  })
})
