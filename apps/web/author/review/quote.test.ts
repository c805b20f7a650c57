import { describe, expect, it } from 'vitest'
import { findQuote, piecesOf } from './quote.ts'

const passage = 'Every computer has a CPU.\nThe  CPU follows instructions (one at a time).'
const marked = (quotes: readonly string[], text = passage) =>
  piecesOf(text, quotes)
    .map((piece) => (piece.isQuoted ? `[${piece.text}]` : piece.text))
    .join('')

describe('a quote in its passage', () => {
  it('is found literally, white space aside', () => {
    const place = findQuote(passage, 'The CPU follows instructions') ?? expect.unreachable()
    expect(passage.slice(place.start, place.end)).toBe('The  CPU follows instructions')
  })

  it.each(['print(x[0] + 1)', 'a|b', 'C:\\notes', '$5 ^ 2', '5 - 3'])('takes %s as text', (text) => {
    expect(marked([text], `See ${text} here`)).toBe(`See [${text}] here`)
  })

  it.each(['The GPU follows', 'the cpu', '', '  '])('is not found when it is not there: "%s"', (quote) => {
    expect(findQuote(passage, quote)).toBeNull()
  })
})

describe('a passage with its quotes', () => {
  it('shows several quotes of one passage in their places, in any order', () => {
    expect(marked(['has a CPU', 'Every'])).toBe(
      '[Every] computer [has a CPU].\nThe  CPU follows instructions (one at a time).',
    )
  })

  it('loses and doubles nothing where quotes overlap or are not there', () => {
    expect(marked(['one two', 'two three', 'four'], 'one two three')).toBe('[one two][ three]')
    expect(marked(['two', 'one two three'], 'one two three')).toBe('[one two three]')
    expect(marked([], 'one')).toBe('one')
  })
})
