import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromDecimal, roundFraction } from './fraction.ts'
import { roundForDisplay, roundForThreshold, roundHalfUp, shownPercentage } from './rounding.ts'

describe('rounding half up', () => {
  it.each([
    [1.005, 2, 1.01],
    [1.004, 2, 1],
    [0.7494, 3, 0.749],
    [0.7495, 3, 0.75],
    [0.3996, 3, 0.4],
    [0.3994, 3, 0.399],
    [0.862, 2, 0.86],
    [1.0000000000000002, 3, 1],
    [2.675, 2, 2.68],
    [1e-9, 2, 0],
    [1e21, 2, 1e21],
    [-0.001, 2, 0],
    [-1.5, 0, -1],
  ])('%d to %d decimals is %d', (x, decimals, rounded) => {
    expect(roundHalfUp(x, decimals)).toBe(rounded)
  })

  it('is the exact rounding of the printed decimal, near a border and far from it', () => {
    const nearBorder = fc
      .tuple(fc.integer({ min: -4_000_000, max: 4_000_000 }), fc.integer({ min: -9, max: 9 }))
      .map(([halves, off]) => halves / 2000 + off * 1e-10)
    const anywhere = fc.double({ min: -1e12, max: 1e12, noNaN: true })
    fc.assert(
      fc.property(fc.oneof(nearBorder, anywhere), fc.integer({ min: 0, max: 6 }), (x, decimals) => {
        expect(roundHalfUp(x, decimals)).toBe(roundFraction(fromDecimal(x), decimals))
      }),
    )
  })

  it('compares with thresholds at three decimals and shows two, each from the value itself', () => {
    expect(roundForThreshold(0.7995)).toBe(0.8)
    expect(roundForThreshold(0.7994)).toBe(0.799)
    expect(roundForDisplay(0.7446)).toBe(0.74)
  })

  it('gives the shown whole percentage', () => {
    expect(shownPercentage(5, 8)).toBe(63)
    expect(shownPercentage(0.285, 1)).toBe(29)
    expect(shownPercentage(2, 3)).toBe(67)
    expect(shownPercentage(0, 0)).toBe(0)
    expect(() => shownPercentage(1, -1)).toThrow(RangeError)
  })

  it('is never off by more than half a unit, and changes nothing that is already round', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (x, decimals) => {
          const rounded = roundHalfUp(x, decimals)
          expect(Math.abs(rounded - x)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9)
          expect(roundHalfUp(rounded, decimals)).toBe(rounded)
        },
      ),
    )
  })
})
