import { endsValue, type Token } from './token.ts'

/** A place in a text and the tokens found so far. */
export interface Cursor {
  text: string
  at: number
  line: number
  tokens: Token[]
  /** The last token that is no comment. */
  last: Token | undefined
  jsx: boolean
}

export function cursorOver(text: string, jsx: boolean): Cursor {
  return { text, at: 0, line: 1, tokens: [], last: undefined, jsx }
}

/** Records a token that ends at `end` and steps behind it. */
export function take(cursor: Cursor, kind: Token['kind'], end: number, text?: string): void {
  const raw = cursor.text.slice(cursor.at, end)
  const token = { kind, text: text ?? raw, line: cursor.line }
  cursor.tokens.push(token)
  if (kind !== 'comment') cursor.last = token
  cursor.line += countLines(raw)
  cursor.at = end
}

/** Steps over white space; whether any other character is left. */
export function skipSpace(cursor: Cursor): boolean {
  while (cursor.at < cursor.text.length && /\s/.test(cursor.text[cursor.at] as string)) {
    if (cursor.text[cursor.at] === '\n') cursor.line += 1
    cursor.at += 1
  }
  return cursor.at < cursor.text.length
}

export function startsWith(cursor: Cursor, word: string): boolean {
  return cursor.text.startsWith(word, cursor.at)
}

/** Takes the token that a sticky pattern matches here, without `quotes` characters at each end; whether it did. */
export function takeMatch(cursor: Cursor, kind: Token['kind'], sticky: RegExp, quotes = 0): boolean {
  if (!matches(cursor, sticky)) return false
  const end = sticky.lastIndex
  take(cursor, kind, end, cursor.text.slice(cursor.at + quotes, end - quotes))
  return true
}

export function matches(cursor: Cursor, sticky: RegExp): boolean {
  sticky.lastIndex = cursor.at
  return sticky.test(cursor.text)
}

export function valueJustEnded(cursor: Cursor): boolean {
  return endsValue(cursor.last)
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
