import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AccountTry,
  accountWait,
  addressWait,
  isAlive,
  isTimeZone,
  leavesNoAdmin,
  mayGiveScope,
  slugFor,
} from './rules.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 2, 10) + seconds * 1000)
const failures = (...seconds: number[]): AccountTry[] =>
  seconds.map((second) => ({ at: at(second), outcome: 'wrong' }))
const tries = (outcome: AccountTry['outcome'], ...seconds: number[]): AccountTry[] =>
  seconds.map((second) => ({ at: at(second), outcome }))

describe('waits of an account', () => {
  test.each([
    ['no failure', [], 0, 0],
    ['four failures', [0, 1, 2, 3], 3, 0],
    ['the fifth failure makes the sixth try wait 30 s', [0, 1, 2, 3, 4], 4, 30],
    ['one second before the wait ends', [0, 1, 2, 3, 4], 33, 1],
    ['after the wait', [0, 1, 2, 3, 4], 34, 0],
    ['the sixth failure: 120 s', [0, 1, 2, 3, 4, 40], 40, 120],
    ['the seventh: 300 s', [0, 1, 2, 3, 4, 40, 170], 170, 300],
    ['the eighth: 600 s', [0, 1, 2, 3, 4, 40, 170, 480], 480, 600],
    ['the ninth: no longer than 600 s', [0, 1, 2, 3, 4, 40, 170, 480, 890], 890, 600],
    ['five failures over more than 15 minutes', [0, 300, 600, 899, 901], 901, 0],
    ['a wait runs to its end though its first failure grows old', [0, 1, 2, 3, 890], 905, 15],
  ])('%s', (_, seconds, now, expected) => {
    expect(accountWait(failures(...seconds), at(now))).toBe(expected)
  })

  test.each([
    ['four right ones', tries('right', 0, 1, 2, 3), 3, 0],
    ['five right ones: until the first of them is a minute old', tries('right', 0, 5, 10, 15, 20), 20, 40],
    ['when it is', tries('right', 0, 5, 10, 15, 20), 60, 0],
    ['six of a minute: until the fifth last is a minute old', tries('right', 0, 5, 10, 15, 20, 59), 59, 6],
    ['wrong and right ones together', [...failures(0, 1), ...tries('right', 2, 3, 4)], 4, 56],
    ['forgiven ones too', [...tries('forgiven', 0, 1, 2, 3), ...tries('right', 4)], 4, 56],
    ['five wrong ones: the ladder, not the minute', failures(0, 1, 2, 3, 4), 4, 30],
    ['the try after the ladder’s wait, within the minute', failures(0, 1, 2, 3, 4), 34, 0],
  ])('by the minute: %s', (_, list, now, expected) => {
    expect(accountWait(list, at(now))).toBe(expected)
  })

  test('law: no wait is longer than 600 s, whatever happened before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 60 }), (seconds) => {
        const last = Math.max(0, ...seconds)
        expect(accountWait(failures(...seconds), at(last))).toBeLessThanOrEqual(600)
        expect(accountWait(failures(...seconds), at(last + 600))).toBe(0)
      }),
    )
  })
})

describe('the ceiling of an address', () => {
  const each = (count: number, first = 0) => Array.from({ length: count }, (_, index) => at(first + index))

  test.each([
    ['99 failures', each(99), 100, 0],
    ['100 failures: until the first of them is 15 minutes old', [...each(99), at(400)], 400, 500],
    ['100 failures, the first 15 minutes ago', [...each(99), at(400)], 900, 0],
    ['100 failures in a burst: no longer than 600 s', each(100), 99, 600],
    ['one second before those are over', each(100), 698, 1],
    ['when they are', each(100), 699, 0],
    ['one more failure after that: until the hundredth last is old', [...each(100), at(700)], 700, 201],
    ['100 failures beside old ones', [...each(100, 2000), ...each(50)], 2100, 599],
  ])('%s', (_, list, now, expected) => {
    const latest = [...list].sort((a, b) => b.getTime() - a.getTime()).slice(0, 100)
    expect(addressWait(latest, at(now))).toBe(expected)
  })
})

describe('a session', () => {
  const session = {
    role: 'teacher' as const,
    transport: 'cookie' as const,
    lastSeenAt: at(0),
    expiresAt: at(28_800),
    roleFrom: at(-1000),
    roleUntil: null,
  }
  test.each([
    ['used within the hour', {}, 3599, true],
    ['of staff, idle for an hour', {}, 3600, false],
    ['of a student, idle for an hour', { role: 'student' as const }, 3600, true],
    ['of an API client, idle for an hour', { transport: 'token' as const }, 3600, true],
    ['at its end, though used', { lastSeenAt: at(28_799) }, 28_800, false],
    ['of a role that has ended', { roleUntil: at(10) }, 10, false],
    ['of a role that has not begun', { roleFrom: at(10) }, 9, false],
  ])('%s', (_, change, now, expected) => {
    expect(isAlive({ ...session, ...change }, at(now), 60)).toBe(expected)
  })
})

test.each([
  ['Europe/London', true],
  ['UTC', true],
  ['America/Argentina/Buenos_Aires', true],
  ['Mars/Olympus', false],
  ['', false],
  ["x'; drop table", false],
])('time zone %s is known: %s', (name, known) => {
  expect(isTimeZone(name)).toBe(known)
})

test.each([
  ['the only admin', ['a'], ['a'], true],
  ['one of two', ['a', 'b'], ['a'], false],
  ['both of two', ['a', 'b'], ['a', 'b'], true],
  ['somebody who is no admin', ['a'], ['x'], false],
])('ending %s', (_, admins, ending, none) => {
  expect(leavesNoAdmin(admins, ending)).toBe(none)
})

test.each([
  ['school', 'school', true],
  ['school', 'district', false],
  ['district', 'school', true],
  ['district', 'district', true],
] as const)('an admin of a %s giving a role in a %s', (own, given, may) => {
  expect(mayGiveScope(own, given)).toBe(may)
})

test.each([
  ['Hill School', 'hill-school'],
  ['École Élémentaire №7', 'ecole-elementaire-7'],
  ['学校', 'school'],
])('the short name of %s is %s', (name, slug) => {
  expect(slugFor(name)).toBe(slug)
})
