import { listKinds } from '@waymark/questions/kinds.ts'
import { describe, expect, it } from 'vitest'
import { readLocally, shareOf, tryAnswer } from './local-question.ts'

describe('the preview of a question that is being edited', () => {
  it.each(listKinds().map(({ code, example }) => [code, example]))(
    'shows and marks %s without the server',
    (_code, example) => {
      const read = readLocally(example)
      if ('findings' in read) throw new Error(read.findings[0]?.message)
      expect(read.key).not.toBe('')
      const tried = tryAnswer(read.question, null)
      expect('mark' in tried && tried.mark.outcome).toBe('not_answered')
    },
  )

  it('says what is not complete yet', () => {
    const read = readLocally({ ...listKinds()[0]?.example, stem: ' ' })
    expect('findings' in read && read.findings[0]?.pointer).toBe('/stem')
  })
})

it('keeps fractions precise enough for a stored test', () => {
  expect([shareOf('1'), shareOf('0'), shareOf('2/3')]).toEqual([1, 0, 0.666667])
})
