import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aboutMinutes, fitsPlan } from './minutes.ts'

const minute = 60

describe('how long a quiz takes', () => {
  it.each([
    ['questions a minute over the plan', 31 * minute, 30, 30],
    ['questions a quarter over the plan', 37.5 * minute, 30, 30],
    ['questions more than a quarter over', 38 * minute, 30, 40],
    ['half of the questions are approved', 15 * minute, 30, 15],
    ['a plan that is no multiple of five', 13 * minute, 12, 10],
    ['no plan', 31 * minute, null, 30],
    ['12.5 minutes, half up', 12.5 * minute, null, 15],
    ['12.4 minutes', 12.4 * minute, null, 10],
    ['3 minutes', 3 * minute, null, 5],
    ['2.9 minutes: a few', 2.9 * minute, null, 0],
    ['no question at all', 0, 30, 0],
  ])('%s', (_, needed, planned, about) => {
    expect(aboutMinutes(needed, planned)).toBe(about)
  })

  it('is a multiple of five, and off by no more than half of five from plan or need', () => {
    fc.assert(
      fc.property(fc.nat(40_000), fc.option(fc.integer({ min: 5, max: 120 })), (needed, planned) => {
        const about = aboutMinutes(needed, planned)
        expect(about % 5).toBe(0)
        const base = planned !== null && fitsPlan(needed, planned) ? planned : needed / minute
        if (base >= 3) expect(Math.abs(about - base)).toBeLessThanOrEqual(2.5)
      }),
    )
  })
})
