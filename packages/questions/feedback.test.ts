import { describe, expect, it } from 'vitest'
import { fill } from './feedback.ts'
import { questionWith } from './laws.ts'
import { markAnswer } from './mark-answer.ts'
import type { Question } from './question.ts'

const content = {
  options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Option ${id}`, is_correct: id < 'c' })),
}
const question = (feedback: Question['feedback']): Question => ({
  ...questionWith('multiple_select', content),
  feedback,
})
const said = (feedback: Question['feedback'], chosen: string[], hintUsed = false, attemptId = 'x') =>
  markAnswer(question(feedback), { selected_options: chosen }, { attemptId, hintUsed }).feedback

describe('feedback', () => {
  it('passes no judgement on a blank answer', () => {
    expect(said({ incorrect: 'Not quite.' }, [])).toEqual(['You can come back to this one.'])
  })

  it('fills the braces with figures of the answer', () => {
    const [first] = said({ partial: 'Nearly. {correct} of {total}: {score} points, {passed} passed.' }, ['a'])
    expect(first).toBe('Nearly. 1 of 2: 1.5 points, 1 passed.')
  })

  it('fills only the four braces', () => {
    const figures = { score: '10', total: 3, correct: 2 }
    expect(fill('{score}{total}{correct}{passed}{other}', figures)).toBe('10322{other}')
  })

  it('falls back on the text of the kind', () => {
    expect(said({}, ['c'])).toEqual(['Not quite. Check each option against the question, one at a time.'])
  })

  it('encourages a partial answer by attempt, the same each time', () => {
    const texts = [...'abcdefghijkl'].map((attempt) => said({ partial: 'Nearly.' }, ['a'], false, attempt)[1])
    expect(new Set(texts).size).toBeGreaterThan(1)
    expect(said({ partial: 'Nearly.' }, ['a'], false, 'a')[1]).toBe(texts[0])
  })

  it('praises the hint only after a correct answer', () => {
    const feedback = { correct: 'Yes.', incorrect: 'Not quite.' }
    expect(said(feedback, ['a', 'b'], true)).toEqual(['Yes.', 'Using the hint was a good move.'])
    expect(said(feedback, ['a', 'b'], false)).toEqual(['Yes.'])
    expect(said(feedback, ['c'], true)).toEqual(['Not quite.'])
  })

  it('leaves the extra sentence out where it does not fit in 280 characters', () => {
    const long = `Yes. ${'A word or two. '.repeat(17)}`.trim()
    expect(said({ correct: long }, ['a', 'b'], true)).toEqual([long])
  })

  it('never changes a mark for a hint', () => {
    const marks = [true, false].map((hintUsed) =>
      markAnswer(question({}), { selected_options: ['a'] }, { attemptId: 'x', hintUsed }),
    )
    expect(marks[0]).toEqual(marks[1])
  })
})
