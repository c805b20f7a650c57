import { describe, expect, it } from 'vitest'
import { tokenise } from './tokens.ts'

const show = (text: string, path = 'a.tsx') =>
  tokenise(text, path)
    .filter((token) => token.kind !== 'punctuation')
    .map((token) => `${token.kind}:${token.text.trim()}`)

describe('tokenise', () => {
  const cases: [title: string, text: string, expected: string[]][] = [
    [
      'a comment is no code',
      '// import x\n/* Date.now() */ a',
      ['comment:// import x', 'comment:/* Date.now() */', 'word:a'],
    ],
    ['a quote inside a string stays inside', `'it\\'s' + "a 'b' c"`, ["string:it\\'s", "string:a 'b' c"]],
    ['a comment sign inside a string is text', `'http://x' + b`, ['string:http://x', 'word:b']],
    [
      'code inside a template is code',
      `\`a \${b + \`c\${d}\`} e\``,
      ['template:a', 'word:b', 'template:c', 'word:d', 'template:', 'template:e'],
    ],
    [
      'a quote inside a regular expression opens no string',
      `x = /['"/]/.test(y)`,
      ['word:x', `regex:/['"/]/`, 'word:test', 'word:y'],
    ],
    ['a slash after a value divides', 'a / b / c', ['word:a', 'word:b', 'word:c']],
    [
      'text between tags is text',
      "<p>It's <b>new</b> // here</p>",
      ['word:p', "jsxText:It's", 'word:b', 'jsxText:new', 'jsxText:// here'],
    ],
    [
      'attributes have names',
      '<A b="c d" e={f}/>',
      ['word:A', 'attribute:b', 'string:c d', 'attribute:e', 'word:f'],
    ],
    [
      'an expression among children is code',
      '<a>{b ? <i/> : c}</a>',
      ['word:a', 'childBrace:{', 'word:b', 'word:i', 'word:c'],
    ],
    ['a spread among attributes is code', '<a {...b} c/>', ['word:a', 'word:b', 'attribute:c']],
    [
      'type arguments are no element',
      'useState<string>("a") < b',
      ['word:useState', 'word:string', 'string:a', 'word:b'],
    ],
    [
      'a generic arrow is no element',
      'const f = <T,>(a: T) => a',
      ['word:const', 'word:f', 'word:T', 'word:a', 'word:T', 'word:a'],
    ],
    [
      'a generic function type is no element',
      'type F = <T>(a: T) => "x"',
      ['word:type', 'word:F', 'word:T', 'word:a', 'word:T', 'string:x'],
    ],
    ['a fragment holds children', '<>a{b}</>', ['jsxText:a', 'childBrace:{', 'word:b']],
    [
      'what follows an element is code again',
      "const a = <b>c</b>\nimport('d')",
      ['word:const', 'word:a', 'word:b', 'jsxText:c', 'word:import', 'string:d'],
    ],
    ['numbers are one token', '1_000 + .5 + 1e-3', ['number:1_000', 'number:.5', 'number:1e-3']],
  ]
  it.each(cases)('%s', (_title, text, expected) => {
    expect(show(text)).toEqual(expected)
  })

  it('counts lines through comments, templates and tags', () => {
    const tokens = tokenise('/* a\n*/\n`b\n`\n<p>\n c\n</p>\nlast', 'a.tsx')
    expect(tokens.find((token) => token.text === 'last')?.line).toBe(8)
  })

  it('sees no element in a file that is not TSX', () => {
    expect(show('a = <b>c', 'a.ts')).toEqual(['word:a', 'word:b', 'word:c'])
  })

  it('ends on text that is broken', () => {
    for (const text of ['`a ${', '<p>{', "'open", '/*', '<p a=', '}}}', '<p></']) {
      expect(tokenise(text, 'a.tsx').length).toBeGreaterThan(0)
    }
  })
})
