import { describe, expect, it } from 'vitest'
import { maySend, whyNotAtThisHour } from './rules.ts'

const now = new Date('2026-03-02T10:00:00.000Z')

describe('the hour of an event', () => {
  it.each([
    ['2025-12-02T10:00:00.000Z', null],
    ['2025-12-02T09:59:59.999Z', 'must not be more than 90 days ago'],
    ['2026-03-02T11:00:00.000Z', null],
    ['2026-03-02T11:00:00.001Z', 'must not be more than one hour ahead'],
    ['9999-12-31T00:00:00.000Z', 'must not be more than one hour ahead'],
  ])('%s: %s', (at, why) => {
    expect(whyNotAtThisHour(new Date(at), now)).toBe(why)
  })
})

describe('who may send what', () => {
  it.each([
    ['student', true, false],
    ['student', false, true],
    ['teacher', true, true],
    ['service', true, true],
  ] as const)('a %s, scored %s: %s', (role, scored, may) => {
    expect(maySend(role, { scored })).toBe(may)
  })
})
