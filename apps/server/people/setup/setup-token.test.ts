import { expect, test } from 'vitest'
import { hashSetupToken, makeSetupToken } from './setup-token.ts'

test('a setup token is five groups of five plain signs', () => {
  let byte = 0
  expect(makeSetupToken(() => byte++ % 256)).toMatch(/^([2-9A-HJKMNP-TV-Z]{5}-){4}[2-9A-HJKMNP-TV-Z]{5}$/)
})

test('bytes that would favour some signs are drawn again', () => {
  const bytes = [255, 240, 0]
  let at = 0
  const token = makeSetupToken(() => bytes[at++] ?? 0)
  expect(token.startsWith('2')).toBe(true)
  expect(at).toBe(27)
})

test.each(['ABCDE-FGHJK', 'abcde fghjk', ' abcdefghjk '])('"%s" as typed is the same token', (typed) => {
  expect(hashSetupToken(typed)).toBe(hashSetupToken('ABCDEFGHJK'))
})
