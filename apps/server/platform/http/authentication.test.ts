import { describe, expect, it } from 'vitest'
import { Refused } from '../refused.ts'
import { requireCsrf, requireSameSite, type SignedIn } from './authentication.ts'

const viewer = {
  userId: 'u',
  schoolId: 's',
  role: 'teacher',
  sessionId: 'x',
  isSample: false,
  locale: 'en-GB',
} as const
const bySession: SignedIn = { viewer, csrfToken: 'the-token' }
const byToken: SignedIn = { viewer, csrfToken: null }

const refusal = (check: () => void): string => {
  try {
    check()
    return 'allowed'
  } catch (fault) {
    return fault instanceof Refused ? fault.code : String(fault)
  }
}

describe('a write by cookie', () => {
  it.each([
    ['reads need no token', 'GET', bySession, undefined, 'allowed'],
    ['the token of the session opens it', 'POST', bySession, 'the-token', 'allowed'],
    ['no token closes it', 'POST', bySession, undefined, 'csrf'],
    ['another token closes it', 'DELETE', bySession, 'the-tokem', 'csrf'],
    ['a longer token closes it', 'POST', bySession, 'the-token-and-more', 'csrf'],
    ['a bearer token needs none', 'POST', byToken, undefined, 'allowed'],
  ] as const)('%s', (_, method, signedIn, sent, expected) => {
    expect(refusal(() => requireCsrf(method, signedIn, sent))).toBe(expected)
  })
})

describe('a write of somebody without a sign-in', () => {
  it.each([
    ['comes from our own page', 'POST', 'same-origin', 'allowed'],
    ['comes from no page at all', 'POST', undefined, 'allowed'],
    ['comes from the address line', 'POST', 'none', 'allowed'],
    ['comes from another site', 'POST', 'cross-site', 'csrf'],
    ['comes from a neighbour of our site', 'POST', 'same-site', 'csrf'],
    ['only reads', 'GET', 'cross-site', 'allowed'],
  ] as const)('%s', (_, method, fetchSite, expected) => {
    expect(refusal(() => requireSameSite(method, fetchSite))).toBe(expected)
  })
})
