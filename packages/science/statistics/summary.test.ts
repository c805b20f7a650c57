import { describe, expect, it } from 'vitest'
import { bandOf, summarise, summariseResults } from './summary.ts'

describe('class results', () => {
  it('give the published figures', () => {
    const scores = [8, 7, 6, 5, 5, 4, 4, 2, 2, 1]
    const results = summariseResults(scores.map((score) => ({ score, maximum: 8 })))
    expect(results).toMatchObject({
      count: 10,
      median: 56.25,
      highest: 100,
      lowest: 12.5,
      bands: [1, 2, 2, 3, 2],
    })
    expect(results.mean).toBeCloseTo(55, 12)
    expect(results.sd?.toFixed(2)).toBe('28.38')
  })

  it('fall in bands by the shown whole percentage', () => {
    const bandsOf = (score: number) => summariseResults([{ score, maximum: 100 }]).bands.indexOf(1)
    expect([20.4, 20.5, 60.5, 0, 100].map(bandsOf)).toEqual([0, 1, 3, 0, 4])
  })

  it('leave out results that can have no percentage', () => {
    expect(summariseResults([{ score: 0, maximum: 0 }])).toMatchObject({
      count: 0,
      mean: null,
      bands: [0, 0, 0, 0, 0],
    })
  })

  it.each([-1, 101, Number.NaN])('refuse %d as a percentage', (percentage) => {
    expect(() => bandOf(percentage)).toThrow(RangeError)
  })
})

describe('a summary', () => {
  it('of nothing has no figures, of one number no deviation', () => {
    expect(summarise([])).toEqual({
      count: 0,
      mean: null,
      median: null,
      highest: null,
      lowest: null,
      sd: null,
    })
    expect(summarise([3])).toEqual({ count: 1, mean: 3, median: 3, highest: 3, lowest: 3, sd: null })
  })

  it('takes the middle of an odd list and leaves the list as it was', () => {
    const values = [9, 1, 4]
    expect(summarise(values).median).toBe(4)
    expect(values).toEqual([9, 1, 4])
  })
})
