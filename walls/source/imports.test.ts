import { describe, expect, it } from 'vitest'
import { importsIn } from './imports.ts'
import { tokenise } from './tokens.ts'

const read = (text: string) =>
  importsIn(tokenise(text, 'a.tsx')).map(
    (one) => `${one.how}${one.typeOnly ? ' type' : ''} ${one.specifier} [${one.names.join(' ')}]`,
  )

describe('importsIn', () => {
  const cases: [text: string, expected: string[]][] = [
    [`import 'a'`, ['import a []']],
    [`import a from "b"`, ['import b [default]']],
    [`import a, { b as c, type D } from 'e'`, ['import e [default b D]']],
    [`import * as a from 'b'`, ['import b [*]']],
    [`import {\n a,\n b,\n} from './c.ts'`, ['import ./c.ts [a b]']],
    [`import type { A } from 'b'`, ['import type b [A]']],
    [`import type A from 'b'`, ['import type b [default]']],
    [`import { type } from 'b'`, ['import b [type]']],
    [`import type from 'b'`, ['import b [default]']],
    [`import data from './a.json' with { type: 'json' }`, ['import ./a.json [default]']],
    [`export { a, b as c } from 'd'`, ['export d [a b]']],
    [`export * from 'a'`, ['export a [*]']],
    [`export * as a from 'b'`, ['export b [*]']],
    [`export type { A } from 'b'`, ['export type b [A]']],
    [`const a = await import('./b.ts')`, ['dynamic ./b.ts [*]']],
    ['const a = () => import(`./b.ts`)', ['dynamic ./b.ts [*]']],
    [`const a = await import(\`./\${b}.ts\`)`, ['dynamic  [*]']],
    ['await import(name)', ['dynamic  [*]']],
    [`import('a').then(b)`, ['dynamic a [*]']],
    [`let a: import('b').C`, ['dynamic type b [*]']],
    [`let a: typeof import('b')`, ['dynamic type b [*]']],
    [`new Worker(new URL('./a.ts', import.meta.url))`, ['url ./a.ts []']],
    [`import.meta.url; object.import('a')`, []],
    [`// import a from 'b'\n/* import 'c' */ const d = "import 'e'"`, []],
    ["const a = `import b from 'c'`", []],
    [`<p>import a from 'b'</p>`, []],
    [`export const a = { from: 'b' }\nexport { a }\nconst from = 'c'`, []],
    [`export {}\nimport a from 'b'`, ['import b [default]']],
  ]
  it.each(cases)('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})
