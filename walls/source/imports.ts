import type { Token } from './token.ts'

/** One mention of another module. */
export interface Import {
  /** Empty when it is computed: `import(name)`. */
  specifier: string
  line: number
  /** Erased before the program runs. `import { type A }` is not: it still loads the module. */
  typeOnly: boolean
  /** `url` is `new URL('./worker.ts', import.meta.url)`: another thread or process. */
  how: 'import' | 'export' | 'dynamic' | 'url'
  /** Names taken, as the other module calls them; `*` for all of it, `default`; empty for its effects alone. */
  names: string[]
}

/** Every import in a file, found from its tokens. */
export function importsIn(all: readonly Token[]): Import[] {
  const tokens = all.filter((token) => token.kind !== 'comment')
  const found: Import[] = []
  tokens.forEach((token, at) => {
    if (token.kind !== 'word' || isText(tokens[at - 1], '.')) return
    const one =
      token.text === 'import'
        ? (dynamicImport(tokens, at) ?? statement(tokens, at, 'import'))
        : token.text === 'export'
          ? statement(tokens, at, 'export')
          : token.text === 'new'
            ? moduleUrl(tokens, at)
            : undefined
    if (one) found.push(one)
  })
  return found
}

/** `import('…')`; in a type it is written `import('…').Name` or `typeof import('…')`. */
function dynamicImport(tokens: readonly Token[], at: number): Import | undefined {
  const specifier = tokens[at + 2]
  if (!isText(tokens[at + 1], '(') || !specifier) return undefined
  const afterwards = isText(tokens[at + 4], '.') ? tokens[at + 5]?.text : undefined
  const typeOnly = isText(tokens[at - 1], 'typeof') || /^[A-Z]/.test(afterwards ?? '')
  const isWhole = isLiteral(specifier) && (isText(tokens[at + 3], ')') || isText(tokens[at + 3], ','))
  const text = isWhole ? specifier.text : ''
  return { specifier: text, line: specifier.line, typeOnly, how: 'dynamic', names: ['*'] }
}

/** `import … from '…'`, `import '…'`, `export … from '…'`. */
function statement(tokens: readonly Token[], at: number, how: 'import' | 'export'): Import | undefined {
  const next = tokens[at + 1]
  if (how === 'import' && next?.kind === 'string') {
    return { specifier: next.text, line: next.line, typeOnly: false, how, names: [] }
  }
  const typeOnly = isText(next, 'type') && !isText(tokens[at + 2], 'from') && !isText(tokens[at + 2], ',')
  const clause = tokens.slice(at + 1 + (typeOnly ? 1 : 0), at + 2000)
  if (how === 'export' && !isText(clause[0], '{') && !isText(clause[0], '*')) return undefined
  const end = clause.findIndex(
    (token, i) =>
      (isText(token, 'from') && clause[i + 1]?.kind === 'string') || endsClause(token, clause[i - 1]),
  )
  const specifier = clause[end + 1]
  if (end === -1 || !isText(clause[end], 'from') || !specifier) return undefined
  const names = namesIn(clause.slice(0, end))
  return { specifier: specifier.text, line: specifier.line, typeOnly, how, names }
}

/** What cannot stand between `import` and `from`: the statement had no `from`. */
function endsClause(token: Token, previous: Token | undefined): boolean {
  if (isText(previous, '}')) return !isText(token, 'from')
  return token.kind !== 'word' && token.kind !== 'string' && !/^[{},*]$/.test(token.text)
}

function namesIn(clause: readonly Token[]): string[] {
  const names: string[] = []
  let braces = 0
  clause.forEach((token, i) => {
    if (token.text === '{') braces += 1
    else if (token.text === '}') braces -= 1
    else if (token.text === '*') names.push('*')
    else if (token.text === ',' || isText(clause[i - 1], 'as') || token.text === 'as') return
    else if (braces === 0) names.push('default')
    else if (token.text !== 'type' || /^[,}]$/.test(clause[i + 1]?.text ?? '')) names.push(token.text)
  })
  return names
}

function moduleUrl(tokens: readonly Token[], at: number): Import | undefined {
  const specifier = tokens[at + 3]
  const isUrl = isText(tokens[at + 1], 'URL') && isText(tokens[at + 2], '(') && specifier?.kind === 'string'
  if (!isUrl || !isText(tokens[at + 5], 'import') || !/\.tsx?$/.test(specifier.text)) return undefined
  return { specifier: specifier.text, line: specifier.line, typeOnly: false, how: 'url', names: [] }
}

function isText(token: Token | undefined, text: string): boolean {
  return token?.text === text && (token.kind === 'word' || token.kind === 'punctuation')
}

function isLiteral(token: Token): boolean {
  return token.kind === 'string' || token.kind === 'template'
}
