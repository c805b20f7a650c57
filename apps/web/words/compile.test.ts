import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  argumentsOf,
  type Catalogue,
  compileCatalogue,
  findDifferencesAmiss,
  keysUsed,
  partOf,
} from './compile.ts'

const read = (name: string): Catalogue => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
const british = read('./en-GB.json')
const american = read('./en-US.json')

describe('the catalogues', () => {
  it('parse as ICU messages in every locale', () => {
    for (const part of ['base', 'staff'] as const)
      for (const locale of ['en-GB', 'en-US', 'en-XA', 'ar-XB'] as const)
        expect(() => compileCatalogue(british, american, locale, part)).not.toThrow()
  })

  it('the American one holds differences only, of known keys with the same arguments', () => {
    expect(findDifferencesAmiss(british, american)).toEqual([])
  })

  it('every message that says pupil in British English says student in American English', () => {
    const pupils = Object.keys(british).filter((key) => /pupil/i.test(british[key] ?? ''))
    expect(pupils.length).toBeGreaterThan(0)
    for (const key of pupils) expect(american[key] ?? '', key).toMatch(/student/i)
    for (const [key, text] of Object.entries(american)) expect(text, key).not.toMatch(/pupil/i)
  })
})

describe('what students read', () => {
  const theirs = Object.entries(british).filter(([key]) => partOf(key) === 'base')

  it('leaves out the words that spec 11 §4 keeps from them', () => {
    for (const [key, text] of theirs)
      expect(text, key).not.toMatch(/\b(wrong|incorrect|failed|bad|late|weak|low)\b/i)
  })

  it('is said in sentences of at most 15 words', () => {
    const longest = (text: string) =>
      Math.max(...text.split(/[.?!:]\s|[{}]/).map((sentence) => sentence.trim().split(/\s+/).length))
    for (const [key, text] of theirs) expect(longest(text), key).toBeLessThanOrEqual(15)
  })
})

describe('checking a catalogue of differences', () => {
  it('names an unknown key, other arguments, and a message that does not differ', () => {
    const source = { 'ui.a': 'One {n}', 'ui.b': 'Two' }
    expect(findDifferencesAmiss(source, { 'ui.c': 'x' })).toHaveLength(1)
    expect(findDifferencesAmiss(source, { 'ui.a': 'One {m}' })[0]).toContain('arguments m')
    expect(findDifferencesAmiss(source, { 'ui.b': 'Two' })[0]).toContain('the same')
    expect(findDifferencesAmiss(source, { 'ui.a': 'A {n}' })).toEqual([])
  })

  it('finds arguments inside plurals', () => {
    expect(argumentsOf('{n, plural, one {# by {who}} other {# by {who}}} on {day}')).toEqual([
      'day',
      'n',
      'who',
    ])
  })

  it('finds the keys that code asks for', () => {
    expect(keysUsed("t('ui.close') + t(\n  'ui.open', { n }) + start('no')")).toEqual(['ui.close', 'ui.open'])
  })
})

describe('the pseudo-locales', () => {
  const source = { 'ui.a': 'Save {n, plural, one {# answer} other {# answers}}' }
  it('en-XA is about 40 % longer and keeps its arguments', () => {
    const text = JSON.stringify(compileCatalogue(source, {}, 'en-XA', 'base'))
    expect(text).toContain('Sávé')
    expect(text).toContain('~~')
    expect(text).toContain('"n"')
  })
  it('ar-XB turns the order of the letters', () => {
    expect(JSON.stringify(compileCatalogue(source, {}, 'ar-XB', 'base'))).toContain('\u202eSave')
  })
})
