import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, fractionText, ONE, ZERO } from './fraction.ts'
import {
  type MultipleResponseScheme,
  multipleResponseFraction,
  multipleResponseSchemes,
} from './multiple-response.ts'

const chosen = [
  [2, 0],
  [1, 0],
  [2, 1],
  [1, 1],
  [0, 1],
  [2, 3],
] as const
const published: Record<MultipleResponseScheme, string[]> = {
  net_correct: ['1', '1/2', '1/2', '0', '0', '0'],
  coverage: ['1', '1/2', '2/3', '1/4', '0', '2/5'],
  each_answer: ['1', '4/5', '4/5', '3/5', '0', '2/5'],
  all_or_nothing: ['1', '0', '0', '0', '0', '0'],
}

const anyCounts = fc
  .record({ right: fc.integer({ min: 1, max: 8 }), others: fc.integer({ min: 0, max: 8 }) })
  .chain(({ right, others }) =>
    fc.record({
      options: fc.constant(right + others),
      right: fc.constant(right),
      chosenRight: fc.integer({ min: 0, max: right }),
      chosenOther: fc.integer({ min: 0, max: others }),
    }),
  )

describe.each(multipleResponseSchemes)('multiple response by %s', (scheme) => {
  it('gives the published fractions for 5 options with 2 right', () => {
    const fractions = chosen.map(([chosenRight, chosenOther]) =>
      fractionText(multipleResponseFraction(scheme, { options: 5, right: 2, chosenRight, chosenOther })),
    )
    expect(fractions).toEqual(published[scheme])
  })

  it('stays within 0 and 1, gives the key 1 and no right option 0', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const f = multipleResponseFraction(scheme, counts)
        expect(compare(f, ZERO)).toBeGreaterThanOrEqual(0)
        expect(compare(f, ONE)).toBeLessThanOrEqual(0)
        const key = { ...counts, chosenRight: counts.right, chosenOther: 0 }
        expect(multipleResponseFraction(scheme, key)).toEqual(ONE)
        expect(multipleResponseFraction(scheme, { ...counts, chosenRight: 0 })).toEqual(ZERO)
      }),
    )
  })

  it('never gives less for one more right option or one fewer of the others', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const f = multipleResponseFraction(scheme, counts)
        if (counts.chosenRight < counts.right) {
          const more = multipleResponseFraction(scheme, { ...counts, chosenRight: counts.chosenRight + 1 })
          expect(compare(more, f)).toBeGreaterThanOrEqual(0)
        }
        if (counts.chosenOther > 0) {
          const fewer = multipleResponseFraction(scheme, { ...counts, chosenOther: counts.chosenOther - 1 })
          expect(compare(fewer, f)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  it('refuses counts that contradict each other', () => {
    const counts = { options: 5, right: 2, chosenRight: 1, chosenOther: 1 }
    for (const broken of [
      { right: 0 },
      { chosenRight: 3 },
      { chosenOther: 4 },
      { options: 1 },
      { chosenOther: -1 },
    ]) {
      expect(() => multipleResponseFraction(scheme, { ...counts, ...broken })).toThrow(RangeError)
    }
  })
})
