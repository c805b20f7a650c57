import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, fractionText, ONE, ZERO } from './fraction.ts'
import { orderFraction, orderSchemes, placesRight } from './order.ts'

const anyOrder = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 })

function swapNeighbours(positions: readonly number[], at: number): number[] {
  const swapped = [...positions]
  swapped.splice(at, 2, positions[at + 1] as number, positions[at] as number)
  return swapped
}

describe('ordering', () => {
  it.each([
    [[1, 2, 3, 4, 5], '1', '1', '1'],
    [[5, 1, 2, 3, 4], '3/4', '0', '1/5'],
    [[2, 1, 3, 4, 5], '3/4', '3/5', '4/5'],
    [[5, 4, 3, 2, 1], '0', '1/5', '0'],
    [[1, 3, 2, 2, 4], '2/3', '3/5', '5/9'],
    [[3, 3, 3], '1', '1', '1'],
    [[1], '1', '1', '1'],
  ])('gives %j the fractions %s, %s, %s', (positions, longest, exact, pairs) => {
    expect(fractionText(orderFraction('longest_sequence', positions))).toBe(longest)
    expect(fractionText(orderFraction('exact_position', positions))).toBe(exact)
    expect(fractionText(orderFraction('pairs', positions))).toBe(pairs)
  })

  it('says which places are right, tied items taking any of theirs', () => {
    expect(placesRight([1, 3, 2, 2, 4])).toEqual([true, false, true, false, true])
  })

  it('refuses an empty list', () => {
    expect(() => orderFraction('pairs', [])).toThrow(RangeError)
  })

  it.each(orderSchemes)('stays within 0 and 1 and gives a sorted order 1: %s', (scheme) => {
    fc.assert(
      fc.property(anyOrder, (positions) => {
        const f = orderFraction(scheme, positions)
        expect(compare(f, ZERO)).toBeGreaterThanOrEqual(0)
        expect(compare(f, ONE)).toBeLessThanOrEqual(0)
        expect(
          orderFraction(
            scheme,
            positions.toSorted((a, b) => a - b),
          ),
        ).toEqual(ONE)
      }),
    )
  })

  it.each(['longest_sequence', 'pairs'] as const)(
    'never gives less for undoing a neighbouring inversion: %s',
    (scheme) => {
      fc.assert(
        fc.property(anyOrder, (positions) => {
          for (let at = 0; at + 1 < positions.length; at += 1) {
            if ((positions[at] as number) <= (positions[at + 1] as number)) continue
            const better = orderFraction(scheme, swapNeighbours(positions, at))
            expect(compare(better, orderFraction(scheme, positions))).toBeGreaterThanOrEqual(0)
          }
        }),
      )
    },
  )
})
