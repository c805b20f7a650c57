import { describe, expect, it } from 'vitest'
import { evidenceWeight, JUDGEMENT_MARKS, JUDGEMENT_WEIGHT } from './evidence-weight.ts'

const plain = { tryNo: 1, hintsUsed: 0, revealed: false, marker: 'rule' } as const

describe('weight of an answer', () => {
  it.each([
    [{}, 1],
    [{ tryNo: 2 }, 0.5],
    [{ tryNo: 3 }, 0.25],
    [{ tryNo: 9 }, 0.25],
    [{ hintsUsed: 2 }, 0.5],
    [{ revealed: true }, 0],
    [{ marker: 'model' }, 0.7],
    [{ marker: 'human' }, 1],
    [{ marker: 'external' }, 1],
    [{ marker: 'code' }, 1],
    [{ tryNo: 2, hintsUsed: 1, marker: 'model' }, 0.175],
  ] as const)('%j is %d', (change, weight) => {
    expect(evidenceWeight({ ...plain, ...change })).toBeCloseTo(weight, 15)
  })

  it('refuses a try or a count of hints that cannot be', () => {
    expect(() => evidenceWeight({ ...plain, tryNo: 0 })).toThrow(RangeError)
    expect(() => evidenceWeight({ ...plain, hintsUsed: -1 })).toThrow(RangeError)
  })

  it('of a judgement is three answers of 1, one half or 0', () => {
    expect(JUDGEMENT_WEIGHT).toBe(3)
    expect(JUDGEMENT_MARKS).toEqual({ secure: 1, learning: 0.5, gap: 0 })
  })
})
