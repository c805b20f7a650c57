import type { HouseFile } from '../house.ts'
import { codeIn } from '../place.ts'
import type { Token } from '../source/token.ts'
import { type Breach, fileWall } from '../wall.ts'

/** Attributes whose value a person reads or hears. */
const spoken =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|alt|title|placeholder|label|summary|heading|caption)$/
const letters = /\p{L}{2}/u

/** Words on the screen come from the catalogues, so that every language and school can have its own. */
export const screenWordsWall = fileWall({
  name: 'words on the screen',
  rule: 'No text for people stands in a .tsx file; it comes from the catalogues by its key.',
  atLeast: 20,
  files: (house) => codeIn(house, /^apps\/web\/.*\.tsx$/),
  breaches: (file) => {
    const code = file.tokens.filter((token) => token.kind !== 'comment')
    return code.flatMap((token, at) => [
      ...(token.kind === 'jsxText' ? textBreach(file, token, token.text) : []),
      ...(token.kind === 'childBrace' ? literalsShown(file, code, at) : []),
      ...(token.kind === 'attribute' && spoken.test(token.text) ? attributeLiterals(file, code, at) : []),
    ])
  },
})

function textBreach(file: HouseFile, token: Token, text: string): Breach[] {
  const shown = text.replaceAll(/&\w+;/g, ' ').trim()
  return letters.test(shown) ? [{ path: file.path, line: token.line, says: `shows "${shorten(shown)}"` }] : []
}

/** Strings that an expression in braces yields as they are: `{'a'}`, `{b ? 'c' : 'd'}`, `{e ?? 'f'}`. */
function literalsShown(file: HouseFile, code: readonly Token[], braceAt: number): Breach[] {
  const breaches: Breach[] = []
  let depth = 1
  for (let at = braceAt + 1; depth > 0 && at < code.length; at += 1) {
    const token = code[at] as Token
    if (isSign(token, '([{') || token.kind === 'childBrace') depth += 1
    else if (isSign(token, ')]}')) depth -= 1
    else if (depth === 1 && isLiteral(token) && isYielded(code, at))
      breaches.push(...textBreach(file, token, token.text))
  }
  return breaches
}

function attributeLiterals(file: HouseFile, code: readonly Token[], at: number): Breach[] {
  const value = code[at + 2]
  if (!value) return []
  return isLiteral(value) ? textBreach(file, value, value.text) : literalsShown(file, code, at + 2)
}

/** Not compared with anything and not a key: what stands before it begins a value. */
function isYielded(code: readonly Token[], at: number): boolean {
  const before = code[at - 1] as Token
  const after = code[at + 1]
  const begins = before.kind === 'childBrace' || isSign(before, '{?:&|') || before.kind === 'template'
  return begins && !(after && isSign(after, '=!.'))
}

const isLiteral = (token: Token) => token.kind === 'string' || token.kind === 'template'
const isSign = (token: Token, signs: string) => token.kind === 'punctuation' && signs.includes(token.text)
const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)
