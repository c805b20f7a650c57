import { describe, expect, it } from 'vitest'
import { findQuote } from './quote.ts'

describe('a quote in its passage', () => {
  it('is cut out where it stands', () => {
    expect(findQuote('RAM holds running programs. It forgets.', 'holds running programs')).toEqual({
      before: 'RAM ',
      quote: 'holds running programs',
      after: '. It forgets.',
    })
  })

  it('is found across line breaks and doubled spaces, as it stands in the passage', () => {
    expect(findQuote('A list  of\nsteps.', 'list of steps')?.quote).toBe('list  of\nsteps')
  })

  it.each(['print(x[0] + 1)', 'a|b', 'C:\\notes', '$5 ^ 2', '5 - 3'])('takes %s as text', (text) => {
    expect(findQuote(`See ${text} here`, text)?.quote).toBe(text)
  })

  it('is not found when a letter differs, or when it says nothing', () => {
    expect(findQuote('RAM holds programs', 'RAM holds program s')).toBeNull()
    expect(findQuote('RAM', '  ')).toBeNull()
  })
})
