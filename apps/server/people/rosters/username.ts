const MAX_LENGTH = 40
const SHORTEST = 3
/** Characters of a made-up name: none that is read as another. */
const plainSigns = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Letters that do not fall apart into a Latin letter and a mark. */
const folded: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
  ə: 'e',
}

/** The letters a–z of a name: `Zoë` → `zoe`, `Łukasz` → `lukasz`, `O'Neill` → `oneill`; empty without any. */
export const latinLetters = (name: string): string =>
  [...name.normalize('NFD').toLowerCase().replace(/\p{M}/gu, '')]
    .map((letter) => folded[letter] ?? letter)
    .join('')
    .replace(/[^a-z]/g, '')

/**
 * A user name from a person's name, as `lastname.initial`, not among those taken: `chen.m`, then `chen.m2`, …
 * Names without enough Latin letters get `student-` and six characters made from `chance` (six bytes).
 */
export function makeUsername(
  name: { first_name: string; last_name: string },
  isTaken: (username: string) => boolean,
  chance: () => Uint8Array,
): string {
  const last = latinLetters(name.last_name)
  const initial = latinLetters(name.first_name).slice(0, 1)
  const base =
    last === '' ? '' : [last.slice(0, MAX_LENGTH - 8), initial].filter((part) => part !== '').join('.')
  if (base.length < SHORTEST) return untilFree(() => `student-${sixSigns(chance())}`, isTaken)
  let number = 1
  return untilFree(() => (number++ === 1 ? base : `${base}${number - 1}`), isTaken)
}

function untilFree(next: () => string, isTaken: (username: string) => boolean): string {
  for (;;) {
    const username = next()
    if (!isTaken(username)) return username
  }
}

const sixSigns = (bytes: Uint8Array) =>
  [...bytes.slice(0, 6)].map((byte) => plainSigns[byte % plainSigns.length]).join('')
