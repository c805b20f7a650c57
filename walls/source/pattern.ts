import type { Token } from './token.ts'

/**
 * Where a sequence of words and signs stands in the code, written with spaces between: `Math . random`.
 * Strings and comments never match. Returns the first token of each place.
 */
export function placesOf(tokens: readonly Token[], sequence: string): Token[] {
  const code = tokens.filter((token) => token.kind !== 'comment')
  const wanted = sequence.split(' ')
  return code.filter((_, at) =>
    wanted.every((text, i) => {
      const token = code[at + i]
      return token?.text === text && (token.kind === 'word' || token.kind === 'punctuation')
    }),
  )
}

/** Strings and template pieces that match. */
export function literalsLike(tokens: readonly Token[], pattern: RegExp): Token[] {
  return tokens.filter(({ kind, text }) => (kind === 'string' || kind === 'template') && pattern.test(text))
}
