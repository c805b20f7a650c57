import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenLaws, compareResults, copyOf, questionWith, resultOf } from '../laws.ts'
import { markAnswer } from '../mark-answer.ts'

const ram = {
  accepted_answers: [
    { text: 'random access memory', fraction: 1 },
    { text: 'RAM', fraction: 1, feedback: 'The short form is fine.' },
    { text: 'memory', fraction: 0.5 },
  ],
  rejected_answers: [{ text: 'ROM', feedback: 'ROM keeps its content.' }],
  max_typos: 1,
}
const keywords = {
  accepted_answers: [{ text: 'it carries out the instructions of a program', fraction: 1 }],
  required_keywords: ['cpu|processor', 'instructions'],
  forbidden_keywords: ['hard drive'],
}

describe('text input', () => {
  it.each([
    [' Random  Access Memory. ', '1'],
    ['random acess memory', '1'],
    ['rom', '0'],
    ['rem', '0'],
    ['memry', '1/2'],
    ['', 'not_answered'],
    [' \n ', 'not_answered'],
    ['x'.repeat(101), 'answer_invalid'],
  ])('marks %j against accepted and rejected answers', (text, result) => {
    expect(resultOf(questionWith('text_input', ram), { text })).toBe(result)
  })

  it.each([
    ['The processor runs instructions', '1'],
    ['The cpu is fast', '1/2'],
    ['The CPU runs instructions from the hard drive', '1/2'],
    ['processors', '0'],
  ])('marks %j by keywords', (text, result) => {
    expect(resultOf(questionWith('text_input', keywords), { text })).toBe(result)
  })

  it.each([
    ['false', false],
    ['0', 0],
  ])('takes the bare value %s for an answer', (accepted, bare) => {
    const question = questionWith('text_input', { accepted_answers: [{ text: accepted, fraction: 1 }] })
    expect(resultOf(question, bare)).toBe('1')
  })

  it('keeps case where the question says so', () => {
    const content = { accepted_answers: [{ text: 'Print', fraction: 1 }], case_sensitive: true }
    const question = questionWith('text_input', content)
    expect([resultOf(question, 'Print'), resultOf(question, 'print')]).toEqual(['1', '0'])
  })

  it('takes the highest of equal accepted answers', () => {
    const accepted_answers = [
      { text: 'ram', fraction: 0.25 },
      { text: 'RAM', fraction: 1 },
    ]
    expect(resultOf(questionWith('text_input', { accepted_answers }), 'Ram')).toBe('1')
  })

  it('shows the text of the rejected answer before the general one', () => {
    const mark = markAnswer(
      questionWith('text_input', ram),
      { text: 'rom' },
      { attemptId: 'x', hintUsed: false },
    )
    expect(mark.feedback[0]).toBe('ROM keeps its content.')
  })

  const word = fc.constantFrom('ram', 'rom', 'memory', 'café', 'a b', 'naïve c++', 'processor', 'Ünit')
  const credit = fc.constantFrom(0.1, 0.25, 0.3, 0.5)
  const content = fc.record({
    accepted_answers: fc
      .array(fc.record({ text: word, fraction: credit }), { maxLength: 3 })
      .map((partly) => [{ text: 'random access', fraction: 1 }, ...partly]),
    rejected_answers: fc.array(fc.record({ text: word, feedback: fc.constant('Look again.') }), {
      maxLength: 2,
    }),
    required_keywords: fc.subarray(['ram|memory', 'processor', 'café']),
    forbidden_keywords: fc.subarray(['rom', 'c++']),
    max_typos: fc.constantFrom(0, 1, 2),
    case_sensitive: fc.boolean(),
  })
  const answer = fc
    .array(fc.oneof(word, fc.string({ maxLength: 8 })), { minLength: 1, maxLength: 4 })
    .map((words) => words.join(' '))

  it('obeys the laws of marking', () => {
    fc.assert(
      fc.property(content, answer, (one, text) => {
        expect(brokenLaws(questionWith('text_input', one), { text })).toEqual([])
      }),
    )
  })

  it('does not mind white space', () => {
    fc.assert(
      fc.property(content, fc.array(word, { minLength: 1, maxLength: 4 }), (one, words) => {
        const question = questionWith('text_input', one)
        const spaced = ` ${words.join(' ').replaceAll(' ', ' \u00a0\t')} `
        expect(resultOf(question, spaced)).toBe(resultOf(question, words.join(' ')))
      }),
    )
  })

  it('gives the same copy whatever the key', () => {
    fc.assert(
      fc.property(content, content, (one, other) => {
        expect(copyOf(questionWith('text_input', one))).toBe(copyOf(questionWith('text_input', other)))
      }),
    )
  })

  it('never scores less for one keyword more', () => {
    const all = ['cpu', 'fetches', 'decodes', 'executes']
    const accepted_answers = [{ text: 'the whole cycle', fraction: 1 }]
    const question = questionWith('text_input', { accepted_answers, required_keywords: all })
    fc.assert(
      fc.property(fc.subarray(all), fc.constantFrom(...all), (found, more) => {
        const before = `it ${found.join(' ')}`
        expect(compareResults(question, `${before} ${more}`, before)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
