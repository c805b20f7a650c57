import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenLaws, compareResults, copyOf, questionWith, resultOf } from '../laws.ts'

/** Items i1…in with the positions given. */
const content = (positions: number[], fields: object = {}) => ({
  items: positions.map((correct_position, n) => ({
    id: `i${n + 1}`,
    text: `Item ${n + 1}`,
    correct_position,
  })),
  ...fields,
})
const order = (...items: number[]) => ({ order: items.map((n) => `i${n}`) })
const five = [1, 2, 3, 4, 5]

describe('ordering', () => {
  it.each([
    [
      [1, 2, 3, 4, 5],
      ['1', '1', '1'],
    ],
    [
      [5, 1, 2, 3, 4],
      ['3/4', '0', '1/5'],
    ],
    [
      [2, 1, 3, 4, 5],
      ['3/4', '3/5', '4/5'],
    ],
    [
      [5, 4, 3, 2, 1],
      ['0', '1/5', '0'],
    ],
  ])('marks %j by longest sequence, exact position and pairs', (given, fractions) => {
    const results = ['longest_sequence', 'exact_position', 'pairs'].map((scheme) =>
      resultOf(questionWith('ordering', content(five, { scheme })), order(...given)),
    )
    expect(results).toEqual(fractions)
  })

  it('lets tied items stand in either order', () => {
    const results = ['longest_sequence', 'exact_position', 'pairs'].map((scheme) =>
      resultOf(
        questionWith('ordering', content([1, 2, 2, 3, 4], { scheme, allow_ties: true })),
        order(1, 4, 2, 3, 5),
      ),
    )
    expect(results).toEqual(['2/3', '3/5', '5/9'])
  })

  it.each([
    ['an item twice', order(1, 1, 2, 3, 4), 'not_a_permutation'],
    ['an item left out', order(1, 2, 3, 4), 'not_a_permutation'],
    ['an item too many', order(1, 2, 3, 4, 5, 5), 'not_a_permutation'],
    ['a foreign item', order(1, 2, 3, 4, 6), 'unknown_id'],
    ['no order', {}, 'not_answered'],
    ['an empty order', order(), 'not_answered'],
    ['a text', 'i1', 'answer_invalid'],
  ])('answers %s', (_, answer, result) => {
    expect(resultOf(questionWith('ordering', content(five)), answer)).toBe(result)
  })

  const sample = fc.integer({ min: 2, max: 8 }).chain((size) => {
    const places = [...Array(size).keys()].map((n) => n + 1)
    const shuffled = fc.shuffledSubarray(places, { minLength: size })
    const tied = fc
      .array(fc.integer({ min: 1, max: size }), { minLength: size, maxLength: size })
      .filter((positions) => new Set(positions).size > 1)
    return fc.record({
      positions: tied,
      otherPositions: shuffled,
      given: shuffled,
      scheme: fc.constantFrom('longest_sequence', 'exact_position', 'pairs'),
    })
  })

  it('obeys the laws of marking', () => {
    fc.assert(
      fc.property(sample, ({ positions, given, scheme }) => {
        const question = questionWith('ordering', content(positions, { scheme, allow_ties: true }))
        expect(brokenLaws(question, order(...given))).toEqual([])
      }),
    )
  })

  it('gives the same copy whatever the positions', () => {
    fc.assert(
      fc.property(sample, ({ positions, otherPositions }) => {
        const one = copyOf(questionWith('ordering', content(positions, { allow_ties: true })))
        expect(one).toBe(copyOf(questionWith('ordering', content(otherPositions))))
      }),
    )
  })

  it('never scores less for undoing a neighbouring inversion, but by exact position', () => {
    const kept = sample.filter(({ scheme }) => scheme !== 'exact_position')
    fc.assert(
      fc.property(kept, ({ positions, given, scheme }) => {
        const question = questionWith('ordering', content(positions, { scheme, allow_ties: true }))
        for (let at = 0; at + 1 < given.length; at += 1) {
          const [first = 0, second = 0] = given.slice(at, at + 2)
          if ((positions[first - 1] ?? 0) <= (positions[second - 1] ?? 0)) continue
          const better = given.with(at, second).with(at + 1, first)
          expect(compareResults(question, order(...better), order(...given))).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
