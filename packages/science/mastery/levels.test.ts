import { describe, expect, it } from 'vitest'
import { MASTERY_CUT_OFFS, masteryLevel } from './levels.ts'

describe('mastery level', () => {
  it.each([
    [0, 'beginner'],
    [0.3994, 'beginner'],
    [0.3996, 'developing'],
    [0.4, 'developing'],
    [0.5995, 'competent'],
    [0.7494, 'competent'],
    [0.7495, 'proficient'],
    [0.862, 'proficient'],
    [0.9, 'expert'],
    [1.0000000000000002, 'expert'],
  ])('of %d is %s', (score, level) => {
    expect(masteryLevel(score)).toBe(level)
  })

  it('follows other cut-offs when given', () => {
    const bounds = { ...MASTERY_CUT_OFFS.bounds, expert: 0.95 }
    expect(masteryLevel(0.9, { version: 2, bounds })).toBe('proficient')
  })

  it('refuses what is no score', () => {
    for (const score of [-0.01, 1.001, Number.NaN]) expect(() => masteryLevel(score)).toThrow(RangeError)
  })
})
