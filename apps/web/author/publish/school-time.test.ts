import { describe, expect, it } from 'vitest'
import { instantAt, localTime } from './school-time.ts'

describe('a local time of the school', () => {
  it.each([
    ['2026-11-20T09:00', 'Europe/London', '2026-11-20T09:00:00.000Z'],
    ['2026-07-01T09:00', 'Europe/London', '2026-07-01T08:00:00.000Z'],
    ['2026-11-20T09:00', 'America/New_York', '2026-11-20T14:00:00.000Z'],
    ['2026-11-20T09:00', 'Asia/Kolkata', '2026-11-20T03:30:00.000Z'],
    ['2026-12-31T23:30', 'Pacific/Auckland', '2026-12-31T10:30:00.000Z'],
  ])('%s in %s is the instant %s', (local, zone, instant) => {
    expect(instantAt(local, zone)).toBe(instant)
    expect(localTime(new Date(instant), zone)).toBe(local)
  })

  it('that a clock change leaves out is taken as the time after it', () => {
    expect(instantAt('2026-03-29T01:30', 'Europe/London')).toBe('2026-03-29T01:30:00.000Z')
    expect(localTime(new Date('2026-03-29T01:30:00Z'), 'Europe/London')).toBe('2026-03-29T02:30')
  })

  it('that comes twice is the first of the two', () => {
    expect(instantAt('2026-10-25T01:30', 'Europe/London')).toBe('2026-10-25T00:30:00.000Z')
  })

  it('is nothing when the field is blank or not a time', () => {
    expect(instantAt('', 'UTC')).toBeNull()
    expect(instantAt('2026-13-40T09:00', 'UTC')).toBeNull()
  })
})
