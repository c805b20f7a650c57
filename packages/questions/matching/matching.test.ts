import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenLaws, compareResults, copyOf, questionWith, resultOf } from '../laws.ts'
import { markAnswer } from '../mark-answer.ts'

const four = {
  left_items: ['l1', 'l2', 'l3', 'l4'].map((id) => ({ id, text: `Left ${id}` })),
  right_items: ['r1', 'r2', 'r3', 'r4', 'r5'].map((id) => ({ id, text: `Right ${id}` })),
  correct_pairs: [1, 2, 3, 4].map((n) => ({ left: `l${n}`, right: `r${n}` })),
}
const pairs = (...list: string[]) => ({
  pairs: list.map((pair) => {
    const [left = '', right = ''] = pair.split(' ')
    return { left, right }
  }),
})

describe('matching', () => {
  const question = questionWith('matching', four)
  it.each([
    ['four right', pairs('l1 r1', 'l2 r2', 'l3 r3', 'l4 r4'), '1'],
    ['three right', pairs('l1 r1', 'l2 r2', 'l3 r3', 'l4 r5'), '3/4'],
    ['two given, both right', pairs('l1 r1', 'l2 r2'), '1/2'],
    ['none right', pairs('l1 r2'), '0'],
    ['one left twice', pairs('l1 r1', 'l1 r2'), 'duplicate_pair'],
    ['one right twice', pairs('l1 r1', 'l2 r1'), 'duplicate_pair'],
    ['all with all', pairs(...['l1', 'l2'].flatMap((l) => [`${l} r1`, `${l} r2`])), 'duplicate_pair'],
    ['a foreign left', pairs('z r1'), 'unknown_id'],
    ['a foreign right', pairs('l1 z'), 'unknown_id'],
    ['sides exchanged', pairs('r1 l1'), 'unknown_id'],
    ['no pairs', pairs(), 'not_answered'],
    ['a bare text', 'l1', 'answer_invalid'],
  ])('marks %s', (_, answer, result) => {
    expect(resultOf(question, answer)).toBe(result)
  })

  it('lets groups be used again when sorting', () => {
    const sorted = {
      ...four,
      right_items: four.right_items.slice(0, 2),
      correct_pairs: ['l1', 'l2', 'l3', 'l4'].map((left) => ({ left, right: left < 'l3' ? 'r1' : 'r2' })),
    }
    const groups = questionWith('matching', sorted, 'categorise')
    expect(resultOf(groups, pairs('l1 r1', 'l2 r1', 'l3 r2', 'l4 r1'))).toBe('3/4')
  })

  it('shows the texts of the pairs made and names the misconception', () => {
    const other_pairs = [
      { left: 'l1', right: 'r2', feedback: 'These two sound alike.', misconception_id: 'm1' },
    ]
    const own = questionWith('matching', { ...four, other_pairs })
    const mark = markAnswer(own, pairs('l1 r2'), { attemptId: 'x', hintUsed: false })
    expect(mark.feedback[0]).toBe('These two sound alike.')
    expect(mark.details.parts.slice(0, 2)).toEqual([
      { part_id: 'l1', outcome: 'incorrect', misconception_id: 'm1' },
      { part_id: 'l2', outcome: 'not_answered', misconception_id: null },
    ])
  })

  const shuffled = (size: number, rights: number) =>
    fc.shuffledSubarray([...Array(rights).keys()], { minLength: size, maxLength: size })
  const sample = fc
    .record({ size: fc.integer({ min: 2, max: 8 }), extra: fc.integer({ min: 0, max: 2 }) })
    .chain(({ size, extra }) =>
      fc.record({
        rights: fc.constant(size + extra),
        key: shuffled(size, size + extra),
        otherKey: shuffled(size, size + extra),
        given: shuffled(size, size + extra),
        made: fc.subarray([...Array(size).keys()], { minLength: 1 }),
      }),
    )
  const keyed = (key: number[], rights: number) => ({
    left_items: key.map((_, n) => ({ id: `l${n}`, text: `Left ${n}` })),
    right_items: [...Array(rights).keys()].map((n) => ({ id: `r${n}`, text: `Right ${n}` })),
    correct_pairs: key.map((right, n) => ({ left: `l${n}`, right: `r${right}` })),
  })
  const answerOf = (given: number[], made: number[]) => pairs(...made.map((n) => `l${n} r${given[n]}`))

  it('obeys the laws of marking', () => {
    fc.assert(
      fc.property(sample, ({ key, rights, given, made }) => {
        expect(brokenLaws(questionWith('matching', keyed(key, rights)), answerOf(given, made))).toEqual([])
      }),
    )
  })

  it('gives the same copy whatever the pairs', () => {
    fc.assert(
      fc.property(sample, ({ key, otherKey, rights }) => {
        const one = copyOf(questionWith('matching', keyed(key, rights)))
        expect(one).toBe(copyOf(questionWith('matching', keyed(otherKey, rights))))
      }),
    )
  })

  it('never scores less for one right pair more', () => {
    fc.assert(
      fc.property(sample, fc.nat(), ({ key, rights, given, made }, draw) => {
        const own = questionWith('matching', keyed(key, rights))
        const left = draw % key.length
        const kept = made.filter((n) => n !== left && given[n] !== key[left])
        const before = answerOf(given, made)
        const after = { pairs: [...answerOf(given, kept).pairs, ...pairs(`l${left} r${key[left]}`).pairs] }
        expect(compareResults(own, after, before)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
