/**
 * A piece of a TypeScript file, as far as the walls need to know it. Templates come as one token per piece
 * of literal text; what stands inside `${…}` follows as ordinary tokens.
 */
export interface Token {
  kind:
    | 'word'
    | 'number'
    | 'string'
    | 'template'
    | 'regex'
    | 'punctuation'
    | 'comment'
    /** Name of a JSX attribute. */
    | 'attribute'
    /** Text between JSX tags. */
    | 'jsxText'
    /** The brace that opens an expression among the children of a JSX element. */
    | 'childBrace'
  text: string
  line: number
}

/** Words after which a slash begins a regular expression and a `<` begins JSX. */
const wordsBeforeExpression = new Set(
  'return case default typeof void delete do else in of instanceof new throw yield await extends'.split(' '),
)

/** Whether a value has just ended, so that `/` divides and `<` compares or opens type arguments. */
export function endsValue(token: Token | undefined): boolean {
  if (!token) return false
  if (token.kind === 'word') return !wordsBeforeExpression.has(token.text)
  if (token.kind === 'punctuation') return token.text === ')' || token.text === ']' || token.text === '}'
  return (
    token.kind === 'number' || token.kind === 'string' || token.kind === 'template' || token.kind === 'regex'
  )
}
