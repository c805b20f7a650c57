import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatClock,
  formatDateTime,
  formatNumber,
  formatPercent,
  formatTime,
  masteryDisplay,
  tenths,
} from './format.ts'
import { roundHalfUp } from './round.ts'

const british = { locale: 'en-GB', timeZone: 'UTC' }
const american = { locale: 'en-US', timeZone: 'UTC' }
const instant = '2026-03-02T10:42:07Z'

describe('figures and times of spec 11 §5 and §10', () => {
  it('dates read as the locale writes them, in the zone of the school', () => {
    expect(formatDateTime(instant, british)).toBe('2 March 2026 at 10:42')
    expect(formatDateTime(instant, american)).toBe('March 2, 2026 at 10:42 AM')
    expect(formatDateTime(instant, { locale: 'en-GB', timeZone: 'Asia/Tokyo' })).toBe('2 March 2026 at 19:42')
    expect(formatTime(instant, british)).toBe('10:42')
    expect(formatTime(instant, american)).toBe('10:42 AM')
    expect(formatClock(instant, american)).toBe('10:42:07')
  })

  it('numbers group by thousands and shares round half up', () => {
    for (const place of [british, american]) {
      expect(formatNumber(1234.5, place)).toBe('1,234.5')
      expect(formatPercent(0.625, place)).toBe('63%')
    }
    expect(formatPercent(0.145, british)).toBe('15%')
    expect(formatPercent(0.29, british)).toBe('29%')
    expect(formatNumber(1.005, british)).toBe('1.01')
  })

  it.each([
    [0.7494, 'competent', '0.749'],
    [0.7495, 'proficient', '0.75'],
    [0.3994, 'beginner', '0.399'],
    [0.3996, 'developing', '0.40'],
    [0.862, 'proficient', '0.86'],
  ])('mastery %d shows %s %s', (score, level, figure) => {
    expect(masteryDisplay(score)).toEqual({ level, figure })
  })

  it('tenths round half up', () => {
    expect([0.746, 0.75, 0.849, 0.85].map(tenths)).toEqual([7, 8, 8, 9])
  })

  it('rounding never moves a value by more than half a unit, and twice is the same as once', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1000, noNaN: true }), (value) => {
        const rounded = roundHalfUp(value, 2)
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.005 + 1e-9)
        expect(roundHalfUp(rounded, 2)).toBe(rounded)
      }),
    )
  })
})
