import { describe, expect, it } from 'vitest'
import {
  beginsWithVerdict,
  codeLines,
  forbiddenWords,
  negativeWords,
  sentences,
  warnedWords,
} from './wording.ts'

describe('the language of feedback', () => {
  it.each([
    ['You earned a badge.', []],
    ['Wrong!', ['Wrong']],
    ['That is incorrectly typed, and it FAILED.', ['incorrectly', 'FAILED']],
    ['Failures happen. The wrongdoer left poorly.', ['poorly']],
    ['Write `fail = True` there.', []],
    ['```\nwrong = 1\n```\nLook at the first line.', []],
  ])('finds the forbidden words of %j', (text, found) => {
    expect(forbiddenWords(text)).toEqual(found)
  })

  it('finds the words that make a step sound small', () => {
    expect(warnedWords('Just add one, obviously. It is easy. Adjust it.')).toEqual([
      'Just',
      'obviously',
      'easy',
    ])
  })

  it.each([
    ['Which device is not an input device?', ['not']],
    ['Which of these never changes, except by hand?', ['never', 'except']],
    ['What does `not True` give?', []],
    ['What does "not ready" mean?', []],
    ['What does ‘never mind’ mean?', []],
    ['What is a knot?', []],
  ])('finds the negative words of %j', (text, found) => {
    expect(negativeWords(text)).toEqual(found)
  })

  it.each([
    ['Yes. A router joins networks.', 'correct', true],
    ['Yes, it does.', 'correct', true],
    ['Yesterday it did.', 'correct', false],
    ['Nearly. Check the last line.', 'partial', true],
    ['Not quite. Count again.', 'incorrect', true],
    ['Not quite. Count again.', 'correct', false],
    ['Count again.', 'incorrect', false],
  ] as const)('reads the verdict of %j for %s', (text, outcome, begins) => {
    expect(beginsWithVerdict(text, outcome)).toBe(begins)
  })

  it('counts a code span as one word and leaves code blocks out', () => {
    expect(
      sentences('Look at `a = b + c` here. Run it.\n```py\nx = 1\n```').map((words) => words.length),
    ).toEqual([4, 2])
  })

  it('counts the lines of the longest code block', () => {
    expect([codeLines('No code.'), codeLines('```\na\n```\n```py\na\nb\nc\n```')]).toEqual([0, 3])
  })
})
