import { describe, expect, it } from 'vitest'
import { isGiven, isSettled, untouched } from './attempt-state.ts'

describe('whether an answer says anything', () => {
  it.each([
    null,
    undefined,
    {},
    { text: '  ' },
    { selected_options: [] },
    { gaps: { a: '' } },
    { selected_option: null },
  ])('nothing: %j', (answer) => {
    expect(isGiven(answer)).toBe(false)
  })
  it.each([
    { text: '0' },
    { selected_option: 'false' },
    { gaps: { a: '', b: 'x' } },
    { pairs: [{ left: 'a', right: 'b' }] },
    0,
    false,
  ])('something: %j', (answer) => {
    expect(isGiven(answer)).toBe(true)
  })
})

describe('whether the tries are over', () => {
  const check = { verdict: 'not_yet' as const, score: 0, max_score: 1, message: '', try_no: 1, tries_left: 2 }
  it('when right, used up, or shown; not before', () => {
    expect(isSettled(untouched(1))).toBe(false)
    expect(isSettled({ ...untouched(1), check })).toBe(false)
    expect(isSettled({ ...untouched(1), check: { ...check, tries_left: null } })).toBe(false)
    expect(isSettled({ ...untouched(1), check: { ...check, tries_left: 0 } })).toBe(true)
    expect(isSettled({ ...untouched(1), check: { ...check, verdict: 'correct' } })).toBe(true)
    expect(isSettled({ ...untouched(1), shown_answer: 'RAM' })).toBe(true)
  })
})
