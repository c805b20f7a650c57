import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { generateKinds } from './kinds.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'kinds-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function put(file: string) {
  const target = path.join(root, file)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, '')
}
const textOf = (file: string) => generateKinds(root).find((one) => one.path.endsWith(file))?.text ?? ''

describe('the generated lists of kinds', () => {
  it('name every folder with an entry and its parts on both sides, nothing else', () => {
    put('packages/questions/word-search/entry.ts')
    put('packages/questions/corpus/old.ts')
    put('apps/web/questions/word-search/Player.tsx')
    expect(textOf('codes.ts')).toContain("export const kindCodes = [\n  'word_search',\n] as const")
    expect(textOf('kinds.ts')).toContain("import { entry as wordSearch } from '../word-search/entry.ts'")
    expect(textOf('kinds.ts')).toContain('  word_search: wordSearch,')
    expect(textOf('players.ts')).toContain("  word_search: () => import('../word-search/Player.tsx'),")
    expect(textOf('editors.ts')).not.toContain('word_search')
  })

  it('are the same on every run, in the order of the folders', () => {
    put('packages/questions/zebra/entry.ts')
    put('packages/questions/apple/entry.ts')
    expect(textOf('codes.ts').indexOf('apple')).toBeLessThan(textOf('codes.ts').indexOf('zebra'))
    expect(generateKinds(root)).toEqual(generateKinds(root))
  })
})
