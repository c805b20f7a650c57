import { describe, expect, it } from 'vitest'
import { countSyllables, measureReadability, sentencesOf } from './readability.ts'

describe('reading ease and reading age', () => {
  it.each([
    [
      'Not quite. A loop repeats the lines inside it. Count how many times yours runs.',
      [],
      15,
      3,
      18,
      '100.24',
      '5.52',
    ],
    ['Nearly. An algorithm is a list of steps in order.', [], 10, 2, 14, '83.32', '7.88'],
    ['Nearly. An algorithm is a list of steps in order.', ['Algorithm'], 10, 2, 12, '100.24', '5.52'],
    ['Initialise the accumulator immediately.', [], 4, 1, 15, '-114.47', '35.22'],
  ])('%s', (text, vocabulary, words, sentences, syllables, ease, age) => {
    const measured = measureReadability(text, vocabulary)
    expect(measured).toMatchObject({ words, sentences, syllables })
    expect(measured.ease?.toFixed(2)).toBe(ease)
    expect(measured.age?.toFixed(2)).toBe(age)
  })

  it('takes code spans and terms of several words as one short word', () => {
    const measured = measureReadability('Use `for item in collection:` with a linear-time binary search.', [
      'binary search',
      'search',
    ])
    expect(measured.words).toBe(6)
    expect(measureReadability('Researching', ['search']).syllables).toBe(3)
    expect(measureReadability('C++ (advanced)', ['c++ (advanced)', '']).words).toBe(1)
  })

  it('has no value for a text without a word', () => {
    expect(measureReadability(' ... \n')).toEqual({
      words: 0,
      sentences: 0,
      syllables: 0,
      ease: null,
      age: null,
    })
  })

  it('ends a sentence at a mark before a space, at the end and at a line end', () => {
    expect(sentencesOf('Version 3.14 runs! Really?\nYes').map((words) => words.length)).toEqual([3, 1, 1])
  })

  it.each([
    ['the', 1],
    ['quite', 1],
    ['repeats', 2],
    ['lines', 1],
    ['boxes', 2],
    ['tables', 2],
    ['table', 2],
    ['played', 1],
    ['added', 2],
    ['jumped', 1],
    ['created', 2],
    ['changes', 2],
    ['names', 1],
    ['the-end', 2],
    ["didn't", 1],
    ['42', 1],
    ['rhythm', 1],
    ['na\u00efve', 1],
    ['agree', 2],
  ])('counts the syllables of %s: %d', (word, syllables) => {
    expect(countSyllables(word)).toBe(syllables)
  })
})
