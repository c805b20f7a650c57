import { commonPasswords } from './common-passwords.ts'

export type WeakBecause = 'too_short' | 'too_long' | 'common' | 'contains_name' | 'pattern'

export interface PasswordOwner {
  isStudent: boolean
  /** Names, user name, e-mail and school: none of them may be most of the password. */
  words: readonly string[]
}

export const SHORTEST_STAFF = 12
export const SHORTEST_STUDENT = 8
const LONGEST = 200
/** A name of fewer letters is found in too many good passwords to be held against them. */
const SHORTEST_NAME = 4
const walks = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
]

/**
 * Why a password will not do, or null. Length, a list of frequent passwords (also with digits or signs
 * around them, or written twice), one's own names, runs and repeats; no rule on kinds of characters.
 */
export function whyWeak(password: string, owner: PasswordOwner): WeakBecause | null {
  const length = [...password].length
  if (length < (owner.isStudent ? SHORTEST_STUDENT : SHORTEST_STAFF)) return 'too_short'
  if (length > LONGEST) return 'too_long'
  const lower = password.normalize('NFKC').toLowerCase()
  if (isRun(lower)) return 'pattern'
  if (bare(lower).some((text) => commonPasswords.has(text))) return 'common'
  if (namesIn(owner.words).some((name) => lower.includes(name))) return 'contains_name'
  return null
}

/** The password itself, without the digits and signs around it, and the piece it repeats. */
function bare(text: string): string[] {
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const plain = core
    .replace(/[@4]/g, 'a')
    .replace(/3/g, 'e')
    .replace(/[1!]/g, 'i')
    .replace(/0/g, 'o')
    .replace(/[$5]/g, 's')
  return [...new Set([text, core, plain, repeated(text), repeated(core), repeated(plain)])].filter(
    (part) => part !== '',
  )
}

/** `abcabc` → `abc`; a text that repeats nothing stays. */
const repeated = (text: string) => /^(.+?)\1+$/su.exec(text)?.[1] ?? text

function isRun(text: string): boolean {
  const unit = repeated(text)
  if ([...unit].length <= 2) return true
  const backwards = [...unit].reverse().join('')
  return walks.some((walk) => walk.includes(unit) || walk.includes(backwards)) || isSum(unit)
}

/** Two or three walks one after the other, such as `qwerty12345` or `123456abc`. */
function isSum(text: string): boolean {
  const pieces = text.match(/\d+|\D+/g) ?? []
  return (
    pieces.length > 1 &&
    pieces.length <= 3 &&
    pieces.every(
      (piece) => piece.length >= 3 && walks.some((walk) => walk.startsWith(piece) || walk.includes(piece)),
    )
  )
}

function namesIn(words: readonly string[]): string[] {
  return words
    .flatMap((word) =>
      word
        .normalize('NFKC')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
    .filter((part) => [...part].length >= SHORTEST_NAME)
}
