import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenLaws, copyOf, questionWith, resultOf } from '../laws.ts'
import { markAnswer } from '../mark-answer.ts'

const abcd = (key: string) => ({
  options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Option ${id}`, is_correct: id === key })),
})
const trueFalse = {
  options: [
    { id: 'false', text: 'False', is_correct: true },
    { id: 'true', text: 'True', is_correct: false },
  ],
}

describe('multiple choice', () => {
  const question = questionWith('multiple_choice', abcd('b'))
  it.each([
    ['the key', { selected_option: 'b' }, '1'],
    ['another option', { selected_option: 'a' }, '0'],
    ['nothing', null, 'not_answered'],
    ['null in its field', { selected_option: null }, 'not_answered'],
    ['a foreign id', { selected_option: 'z' }, 'unknown_id'],
    ['a bare id', 'b', '1'],
    ['the exact text of an option', 'Option b', '1'],
    ['another text', 'Option B', 'unknown_id'],
    ['results from the browser', { selected_option: 'b', test_results: [] }, 'answer_invalid'],
    ['the name of the prototype', JSON.parse('{"selected_option":"b","__proto__":{}}'), 'answer_invalid'],
    ['a name every object has', { selected_option: 'constructor' }, 'unknown_id'],
    ['a list', ['b'], 'answer_invalid'],
  ])('marks %s', (_, answer, result) => {
    expect(resultOf(question, answer)).toBe(result)
  })

  it.each([
    ['the boolean false', false, '1'],
    ['the boolean true', true, '0'],
    ['the text "false"', 'false', '1'],
    ['the boolean in its field', { selected_option: false }, '1'],
  ])('marks %s for a statement that is false', (_, answer, result) => {
    expect(resultOf(questionWith('multiple_choice', trueFalse, 'true_false'), answer)).toBe(result)
  })

  it('shows true before false whatever the authored order', () => {
    const copy = JSON.parse(copyOf(questionWith('multiple_choice', trueFalse, 'true_false')))
    expect(copy.content.options.map((option: { id: string }) => option.id)).toEqual(['true', 'false'])
  })

  it('keeps the authored order of a list that is not to be shuffled', () => {
    const copy = JSON.parse(copyOf(questionWith('multiple_choice', { ...abcd('b'), shuffle_options: false })))
    expect(copy.content.options.map((option: { id: string }) => option.id)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('shows the text of the very option instead of the general feedback', () => {
    const content = abcd('b')
    const options = content.options.map((one) =>
      one.id === 'a' ? { ...one, feedback: 'Not quite. B takes = for ==.', misconception_id: 'm1' } : one,
    )
    const own = questionWith('multiple_choice', { options })
    const mark = markAnswer(own, { selected_option: 'a' }, { attemptId: 'x', hintUsed: false })
    expect(mark.feedback).toEqual(['Not quite. B takes = for ==.'])
    expect(mark.details.parts).toEqual([{ part_id: 'a', outcome: 'incorrect', misconception_id: 'm1' }])
  })

  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,6}$/), { minLength: 2, maxLength: 8 })
  const twoKeys = ids.chain((list) =>
    fc.record({ list: fc.constant(list), one: fc.constantFrom(...list), other: fc.constantFrom(...list) }),
  )
  const keyed = (list: string[], key: string) => ({
    options: list.map((id) => ({
      id,
      text: `Text ${id}`,
      is_correct: id === key,
      ...(id === key ? {} : { feedback: `Not quite. Look at ${key}.` }),
    })),
  })

  it('obeys the laws of marking', () => {
    fc.assert(
      fc.property(twoKeys, ({ list, one, other }) => {
        expect(brokenLaws(questionWith('multiple_choice', keyed(list, one)), other)).toEqual([])
      }),
    )
  })

  it('gives the same copy whatever the key', () => {
    fc.assert(
      fc.property(twoKeys, ({ list, one, other }) => {
        const copies = [one, other].map((key) => copyOf(questionWith('multiple_choice', keyed(list, key))))
        expect(copies[0]).toBe(copies[1])
      }),
    )
  })
})
