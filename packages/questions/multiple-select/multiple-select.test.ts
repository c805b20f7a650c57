import { multipleResponseSchemes } from '@waymark/science/marking/multiple-response.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenLaws, compareResults, copyOf, questionWith, resultOf } from '../laws.ts'
import { markAnswer } from '../mark-answer.ts'

/** Options a and b are right, c, d and e are not. */
const content = (fields: object) => ({
  options: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, text: `Option ${id}`, is_correct: id < 'c' })),
  ...fields,
})
const answers = [['a', 'b'], ['a'], ['a', 'b', 'c'], ['a', 'c'], ['c'], ['a', 'b', 'c', 'd', 'e']]

describe('multiple select', () => {
  it.each([
    ['net_correct', ['1', '1/2', '1/2', '0', '0', '0']],
    ['coverage', ['1', '1/2', '2/3', '1/4', '0', '2/5']],
    ['each_answer', ['1', '4/5', '4/5', '3/5', '0', '2/5']],
    ['all_or_nothing', ['1', '0', '0', '0', '0', '0']],
  ])('marks by the scheme %s', (scheme, fractions) => {
    const question = questionWith('multiple_select', content({ scheme }))
    expect(answers.map((selected_options) => resultOf(question, { selected_options }))).toEqual(fractions)
  })

  it.each([
    ['a set, whatever its order and repeats', { selected_options: ['b', 'a', 'a'] }, '1'],
    ['no option', { selected_options: [] }, 'not_answered'],
    ['a bare id', 'a', '1/2'],
    ['a foreign id', { selected_options: ['a', 'z'] }, 'unknown_id'],
    ['more than the maximum', { selected_options: ['a', 'b', 'c'] }, 'too_many_selections'],
    ['repeats within the maximum', { selected_options: ['a', 'b', 'b'] }, '1'],
    ['a text instead of a list', { selected_options: 'a' }, 'answer_invalid'],
  ])('marks %s', (_, answer, result) => {
    expect(resultOf(questionWith('multiple_select', content({ max_selections: 2 })), answer)).toBe(result)
  })

  it('scores 0 by default when all five are ticked', () => {
    expect(resultOf(questionWith('multiple_select', content({})), { selected_options: answers[5] })).toBe('0')
  })

  it('marks below the minimum as it is and says so', () => {
    const question = questionWith('multiple_select', content({ min_selections: 2 }))
    const mark = markAnswer(question, { selected_options: ['a'] }, { attemptId: 'x', hintUsed: false })
    expect([mark.fraction, mark.details.reasons]).toEqual(['1/2', ['below_minimum']])
  })

  it('shows at most two texts of the options chosen, in authored order, before the general one', () => {
    const options = ['a', 'b', 'c', 'd'].map((id) => {
      return { id, text: `Option ${id}`, is_correct: id === 'a', feedback: `About ${id}.` }
    })
    const question = questionWith('multiple_select', { options })
    const mark = markAnswer(
      question,
      { selected_options: ['d', 'c', 'b'] },
      { attemptId: 'x', hintUsed: false },
    )
    expect(mark.feedback.slice(0, 2)).toEqual(['About b.', 'About c.'])
    expect(mark.feedback).toHaveLength(3)
  })

  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,6}$/), { minLength: 2, maxLength: 8 })
  const sample = ids.chain((list) =>
    fc.record({
      list: fc.constant(list),
      key: fc.subarray(list, { minLength: 1 }),
      otherKey: fc.subarray(list, { minLength: 1 }),
      chosen: fc.subarray(list),
      scheme: fc.constantFrom(...multipleResponseSchemes),
    }),
  )
  const keyed = (list: string[], key: string[], scheme: string) => ({
    options: list.map((id) => ({ id, text: `Text ${id}`, is_correct: key.includes(id) })),
    scheme,
  })

  it('obeys the laws of marking', () => {
    fc.assert(
      fc.property(sample, ({ list, key, scheme, chosen }) => {
        const question = questionWith('multiple_select', keyed(list, key, scheme))
        expect(brokenLaws(question, { selected_options: chosen })).toEqual([])
      }),
    )
  })

  it('gives the same copy whatever the key and the scheme', () => {
    fc.assert(
      fc.property(sample, ({ list, key, otherKey, scheme }) => {
        const one = copyOf(questionWith('multiple_select', keyed(list, key, scheme)))
        expect(one).toBe(copyOf(questionWith('multiple_select', keyed(list, otherKey, 'net_correct'))))
      }),
    )
  })

  it('never scores less for one more right option or one other option less', () => {
    fc.assert(
      fc.property(sample, ({ list, key, scheme, chosen }) => {
        const question = questionWith('multiple_select', keyed(list, key, scheme))
        for (const id of list) {
          const right = key.includes(id)
          const better = right ? [...new Set([...chosen, id])] : chosen.filter((one) => one !== id)
          const gain = compareResults(question, { selected_options: better }, { selected_options: chosen })
          expect(gain).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
