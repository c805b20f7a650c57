import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './argon2.ts'
import { commonPasswords } from './common-passwords.ts'
import { whyWeak } from './password-rule.ts'
import { makeStartPassword, START_PASSWORD_BYTES, startWords } from './start-password.ts'

const staff = { isStudent: false, words: ['Jane', 'Moore', 'jane.moore@hill.example', 'Hill School'] }
const student = { isStudent: true, words: ['Marcus', 'Chen', 'chen.m', 'Hill School'] }

describe('the password rule', () => {
  test.each([
    ['staff, 12 characters without a pattern', 'vivid harbor', staff, null],
    ['staff, 11 characters', 'vivid harbo', staff, 'too_short'],
    ['student, 8 characters', 'vivid ha', student, null],
    ['student, 7 characters', 'vivid h', student, 'too_short'],
    ['length counts characters, not bytes', '🦊🐢🦉🐟🐝🦔🐸', student, 'too_short'],
    ['201 characters', 'harbor vivid '.repeat(16).slice(0, 201), staff, 'too_long'],
    ['a frequent password', 'trustno1', student, 'common'],
    ['a frequent password in capitals', 'SUNSHINE', student, 'common'],
    ['a frequent one with digits and signs around it', 'Password2024!', staff, 'common'],
    ['a frequent one with letters as digits', 'P4ssw0rd!!!!', staff, 'common'],
    ['a frequent one written twice', 'sunshinesunshine', staff, 'common'],
    ['a walk on the keyboard', 'qwertyuiop', student, 'pattern'],
    ['a walk backwards', '87654321', student, 'pattern'],
    ['two walks', 'qwerty123456', staff, 'pattern'],
    ['one sign repeated', 'zzzzzzzzzzzz', staff, 'pattern'],
    ['two signs repeated', 'ababababab', student, 'pattern'],
    ['the own first name', 'xxmarcusyy7', student, 'contains_name'],
    ['the own e-mail', 'moore-at-work!', staff, 'contains_name'],
    ['the school', 'go HILL school', staff, 'contains_name'],
    [
      'a name of four letters anywhere in it',
      'kitchen sink',
      { isStudent: true, words: ['Chen', 'Li'] },
      'contains_name',
    ],
    [
      'a name of three letters is no part of it',
      'linoleum floor',
      { isStudent: true, words: ['Li', 'Leo'] },
      null,
    ],
  ] as const)('%s', (_, password, owner, expected) => {
    expect(whyWeak(password, owner)).toBe(expected)
  })

  test('the list of frequent passwords has at least 1,000', () => {
    expect(commonPasswords.size).toBeGreaterThanOrEqual(1000)
  })
})

describe('a start password', () => {
  test('is made of 256 different words of 4 to 8 letters, none a frequent password', () => {
    expect(startWords).toHaveLength(256)
    expect(new Set(startWords).size).toBe(256)
    for (const word of startWords) expect(word).toMatch(/^[a-z]{4,8}$/)
  })

  test('law: whatever the bytes, it passes the rule for students', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: START_PASSWORD_BYTES, maxLength: START_PASSWORD_BYTES }),
        (bytes) => {
          const password = makeStartPassword(bytes)
          expect(password).toMatch(/^[a-z]{4,8}-[a-z]{4,8}-[2-9]{4}$/)
          expect(whyWeak(password, { isStudent: true, words: [] })).toBeNull()
        },
      ),
    )
  })
})

describe('a password hash', () => {
  test('is Argon2id with 64 MiB, two passes, one lane, and knows its password only', async () => {
    const hash = await hashPassword('vivid harbor', new Uint8Array(16).fill(7))
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(await verifyPassword('vivid harbor', hash)).toBe(true)
    expect(await verifyPassword('vivid harbour', hash)).toBe(false)
  })

  test('knows its password however the accents were typed', async () => {
    const hash = await hashPassword('Zo\u00EB is here', new Uint8Array(16))
    expect(await verifyPassword('Zoe\u0308 is here', hash)).toBe(true)
  })

  test.each([[null], [''], ['$2b$12$notargon'], ['$argon2id$v=19$m=65536,t=2,p=1$short$short']])(
    'that is missing or broken (%s) is refused after the same work',
    async (hash) => {
      expect(await verifyPassword('anything at all', hash)).toBe(false)
    },
  )
})
