import { describe, expect, it } from 'vitest'
import type { Draft } from './autosave.ts'
import { differencesBetween, mergeDrafts } from './differences.ts'

const mine: Draft = {
  question: {
    stem: 'What is RAM?',
    hint: null,
    origin: 'human',
    content: { options: [{ id: 'a', text: 'Memory' }] },
  },
  question_tests: [],
}
const theirs: Draft = {
  question: {
    stem: 'What is RAM for?',
    hint: 'Think of running programs.',
    origin: 'rules',
    content: { options: [{ id: 'a', text: 'Memory' }] },
  },
  question_tests: [{ answer: 'a', fraction: 1 }],
}

describe('two texts of a question', () => {
  it('are compared value by value, grouped by field', () => {
    expect(differencesBetween(mine, theirs)).toEqual([
      { field: 'stem', values: [{ pointer: '/stem', mine: 'What is RAM?', theirs: 'What is RAM for?' }] },
      { field: 'hint', values: [{ pointer: '/hint', mine: '', theirs: 'Think of running programs.' }] },
      {
        field: 'question_tests',
        values: [
          { pointer: '/question_tests/0/answer', mine: '', theirs: 'a' },
          { pointer: '/question_tests/0/fraction', mine: '', theirs: '1' },
        ],
      },
    ])
  })

  it('do not differ when nothing does', () => {
    expect(differencesBetween(mine, structuredClone(mine))).toEqual([])
  })

  it('are merged field by field', () => {
    const merged = mergeDrafts(mine, theirs, new Set(['hint', 'question_tests']))
    expect(merged.question.stem).toBe('What is RAM?')
    expect(merged.question.hint).toBe('Think of running programs.')
    expect(merged.question_tests).toHaveLength(1)
  })
})
