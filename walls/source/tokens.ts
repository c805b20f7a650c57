import {
  type Cursor,
  cursorOver,
  matches,
  skipSpace,
  startsWith,
  take,
  takeMatch,
  valueJustEnded,
} from './cursor.ts'
import type { Token } from './token.ts'

const comment = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y
const quoted = /'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"/y
const regex = /\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y
const word = /[#@]?[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy
const number = /\.?\d(?:[\w.]|(?<=[eE])[+-])*/y
const jsxName = /[\p{ID_Start}$_][\p{ID_Continue}$.:-]*/uy
const jsxQuoted = /'[^']*'|"[^"]*"/y
const genericParameter = /<\s*[\w$]+\s*(?:,|extends\b)/y

/**
 * Splits a TypeScript or TSX file into tokens. It knows comments, strings, templates, regular expressions and
 * JSX well enough that nothing inside one of them is taken for another; types are tokens like any other.
 */
export function tokenise(text: string, path: string): Token[] {
  const cursor = cursorOver(text, path.endsWith('.tsx'))
  if (text.startsWith('#!')) cursor.at = text.indexOf('\n')
  scanCode(cursor, false)
  return cursor.tokens
}

/** Scans code to the end of the text, or to the brace that closes the one before it. */
function scanCode(cursor: Cursor, untilBrace: boolean): void {
  let depth = 0
  while (skipSpace(cursor)) {
    const character = cursor.text[cursor.at]
    if (character === '{') depth += 1
    if (character === '}') {
      depth -= 1
      if (untilBrace && depth < 0) return
    }
    scanOne(cursor)
  }
}

function scanOne(cursor: Cursor): void {
  const mayBeginExpression = !valueJustEnded(cursor)
  const taken =
    takeMatch(cursor, 'comment', comment) ||
    takeMatch(cursor, 'string', quoted, 1) ||
    (mayBeginExpression && takeMatch(cursor, 'regex', regex)) ||
    takeMatch(cursor, 'number', number) ||
    takeMatch(cursor, 'word', word)
  if (taken) return
  if (startsWith(cursor, '`')) scanTemplate(cursor)
  else if (mayBeginExpression && beginsJsx(cursor)) scanElement(cursor)
  else take(cursor, 'punctuation', cursor.at + (startsWith(cursor, '=>') ? 2 : 1))
}

function scanTemplate(cursor: Cursor): void {
  let from = cursor.at + 1
  let at = from
  for (; at < cursor.text.length && cursor.text[at] !== '`'; at += 1) {
    if (cursor.text[at] === '\\') {
      at += 1
    } else if (cursor.text.startsWith('${', at)) {
      take(cursor, 'template', at, cursor.text.slice(from, at))
      cursor.last = undefined
      cursor.at = at + 2
      scanCode(cursor, true)
      at = cursor.at
      from = at + 1
    }
  }
  take(cursor, 'template', at + 1, cursor.text.slice(from, at))
}

function beginsJsx(cursor: Cursor): boolean {
  if (!cursor.jsx || matches(cursor, genericParameter)) return false
  if (startsWith(cursor, '<>')) return true
  const name = /^<([\w$.]+)/.exec(cursor.text.slice(cursor.at, cursor.at + 100))?.[1]
  if (!name) return false
  // `<T>(value: T) => …` in a type looks like an element, but nothing closes it.
  return !startsWith(cursor, `<${name}>`) || cursor.text.includes(`</${name}`, cursor.at)
}

/** From `<` to the end of the element's closing tag. */
function scanElement(cursor: Cursor): void {
  take(cursor, 'punctuation', cursor.at + 1)
  if (scanTag(cursor) === 'open') scanChildren(cursor)
  // An element is a value: a slash or `<` after it does not begin another expression.
  cursor.last = { kind: 'punctuation', text: ')', line: cursor.line }
}

function scanTag(cursor: Cursor): 'open' | 'closed' {
  let name: Token['kind'] = 'word'
  while (skipSpace(cursor)) {
    if (startsWith(cursor, '/>')) {
      take(cursor, 'punctuation', cursor.at + 2)
      return 'closed'
    }
    if (startsWith(cursor, '>')) {
      take(cursor, 'punctuation', cursor.at + 1)
      return 'open'
    }
    scanTagPart(cursor, name)
    name = 'attribute'
  }
  return 'closed'
}

function scanTagPart(cursor: Cursor, name: Token['kind']): void {
  const taken =
    takeMatch(cursor, 'comment', comment) ||
    takeMatch(cursor, 'string', jsxQuoted, 1) ||
    takeMatch(cursor, name, jsxName)
  if (taken) return
  if (startsWith(cursor, '{')) scanBraces(cursor, 'punctuation')
  else take(cursor, 'punctuation', cursor.at + 1)
}

function scanChildren(cursor: Cursor): void {
  while (cursor.at < cursor.text.length) {
    const stop = /[<{]/.exec(cursor.text.slice(cursor.at))?.index ?? cursor.text.length - cursor.at
    if (stop > 0) take(cursor, 'jsxText', cursor.at + stop)
    if (startsWith(cursor, '</')) {
      const end = cursor.text.indexOf('>', cursor.at)
      take(cursor, 'punctuation', end === -1 ? cursor.text.length : end + 1)
      return
    }
    if (startsWith(cursor, '{')) scanBraces(cursor, 'childBrace')
    else if (startsWith(cursor, '<')) scanElement(cursor)
  }
}

function scanBraces(cursor: Cursor, kind: 'punctuation' | 'childBrace'): void {
  take(cursor, kind, cursor.at + 1)
  cursor.last = undefined
  scanCode(cursor, true)
  if (startsWith(cursor, '}')) take(cursor, 'punctuation', cursor.at + 1)
}
