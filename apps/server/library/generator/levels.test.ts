import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelsOf } from './levels.ts'

const golden: [number, number, number, string][] = [
  [1, 1, 5, '2'],
  [3, 1, 5, '1 2 4'],
  [5, 1, 5, '1 2 3 4 4'],
  [7, 1, 5, '1 2 2 3 3 4 4'],
  [8, 1, 5, '1 2 2 2 3 4 4 5'],
  [10, 1, 5, '1 2 2 2 3 3 4 4 4 5'],
  [15, 1, 5, '1 1 2 2 2 2 3 3 3 4 4 4 4 4 5'],
  [15, 2, 4, '2 2 2 2 2 2 3 3 3 4 4 4 4 4 4'],
]

describe('the levels of a quiz', () => {
  it.each(golden)('%i questions within %i–%i are %s...', (count, least, most, levels) => {
    expect(levelsOf(count, least, most).join(' ')).toBe(levels)
  })

  it('never fall and stay within the asked range', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 4 }),
        (count, least, span) => {
          const most = Math.min(5, least + span)
          const levels = levelsOf(count, least, most)
          expect(levels).toHaveLength(count)
          expect(levels).toEqual(levels.toSorted((a, b) => a - b))
          expect(levels.every((level) => level >= least && level <= most)).toBe(true)
        },
      ),
    )
  })
})
