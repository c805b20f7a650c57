const accents: Record<string, string> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'í',
  n: 'ñ',
  o: 'ó',
  u: 'ú',
  y: 'ý',
  A: 'Á',
  C: 'Ç',
  E: 'É',
  I: 'Í',
  N: 'Ñ',
  O: 'Ó',
  U: 'Ú',
  Y: 'Ý',
}
const rightToLeftOverride = '\u202e'
const popDirection = '\u202c'

/** Text about 40 % longer and accented, to see what is cut or not translated. */
export function accented(text: string): string {
  if (text.trim() === '') return text
  const letters = [...text].map((letter) => accents[letter] ?? letter).join('')
  return letters + '~'.repeat(Math.ceil(text.trim().length * 0.4))
}

/** The same letters read from right to left, to see what does not mirror. */
export function mirrored(text: string): string {
  return text.trim() === '' ? text : `${rightToLeftOverride}${text}${popDirection}`
}
