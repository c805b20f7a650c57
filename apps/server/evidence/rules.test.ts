import { describe, expect, it } from 'vitest'
import { whyMayNotSend, whyNotAtThisHour } from './rules.ts'

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
    ['student', 'a score', { scored: true }, false],
    ['student', 'no score', { scored: false }, true],
    ['student', 'own words', { scored: false, voice: 'student' }, true],
    ['teacher', 'a score', { scored: true }, true],
    ['teacher', 'a student’s words', { scored: false, voice: 'student' }, false],
    ['service', 'a score', { scored: true }, true],
    ['service', 'a student’s words', { scored: false, voice: 'student' }, true],
  ] as const)('a %s, %s', (role, _, type, may) => {
    expect(whyMayNotSend(role, type) === null).toBe(may)
  })
})
