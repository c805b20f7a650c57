import { describe, expect, it } from 'vitest'
import { searchWithSubject, stateWord, subjectInAddress } from './explained.ts'

describe('the address of an explanation', () => {
  it('goes there and back, beside other parameters', () => {
    const subject = { subject_type: 'mastery', subject_id: '019a~019b' }
    const search = searchWithSubject('?tab=groups', subject)
    expect(search).toBe('?tab=groups&explain=mastery:019a~019b')
    expect(subjectInAddress(search)).toEqual(subject)
    expect(searchWithSubject(search, null)).toBe('?tab=groups')
    expect(searchWithSubject('?explain=a:b', null)).toBe('')
  })

  it.each([
    '',
    '?explain=',
    '?explain=mastery',
    '?explain=Mastery:x',
    '?explain=mastery:../../x',
    '?explain=mastery:a%20b',
    `?explain=mastery:${'a'.repeat(201)}`,
  ])('a missing or crafted one opens nothing: %s', (search) => {
    expect(subjectInAddress(search)).toBeNull()
  })
})

describe('the word of a state', () => {
  it.each([
    ['known', [], 'known'],
    ['known', ['marks_waiting'], 'provisional'],
    ['known', ['not_yet_folded'], 'provisional'],
    ['contested', ['not_yet_folded'], 'contested'],
    ['not_enough_evidence', ['marks_waiting'], 'not_enough_evidence'],
  ] as const)('%s with %o is %s', (state, degraded, word) => {
    expect(stateWord({ state, degraded_reasons: [...degraded] })).toBe(word)
  })
})
