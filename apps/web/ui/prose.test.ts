import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readProse } from './prose.ts'

describe('the prose of a question', () => {
  it('keeps HTML as text', () => {
    expect(readProse('<img src=x onerror=alert(1)>')).toEqual([
      { kind: 'paragraph', lines: [[{ kind: 'text', text: '<img src=x onerror=alert(1)>' }]] },
    ])
  })

  it('reads emphasis, code and maths inside a line', () => {
    const [block] = readProse('A **bold** word, *one* more, `print(1)` and $x^2$.')
    expect(block).toMatchObject({ kind: 'paragraph' })
    expect(JSON.stringify(block)).toContain('{"kind":"strong","text":"bold"}')
    expect(JSON.stringify(block)).toContain('{"kind":"emphasis","text":"one"}')
    expect(JSON.stringify(block)).toContain('{"kind":"code","text":"print(1)"}')
    expect(JSON.stringify(block)).toContain('{"kind":"maths","text":"x^2"}')
  })

  it('reads lists, code blocks and tables, one after the other', () => {
    const source =
      'Look:\n- one\n- two\n\n1. first\n2. second\n\n```\na = 1\n- b\n```\n| A | B |\n|---|---|\n| 1 | 2 |'
    expect(readProse(source).map((block) => block.kind)).toEqual([
      'paragraph',
      'list',
      'list',
      'code',
      'table',
    ])
    expect(readProse(source)[3]).toEqual({ kind: 'code', text: 'a = 1\n- b' })
  })

  it('ends for any text, and loses no letter', () => {
    const units = fc.constantFrom('a', '*', '`', '|', '-', '\n', ' ', '1', '.', '$', '_')
    fc.assert(
      fc.property(fc.string({ unit: units, maxLength: 60 }), (source) => {
        fc.pre(!source.includes('```'))
        const letters = (text: string) => text.split('a').length - 1
        const shown = JSON.stringify(readProse(source), (key, value) => (key === 'kind' ? undefined : value))
        expect(letters(shown.replaceAll(/"[a-z]+":/g, '').replaceAll(/true|false/g, ''))).toBe(
          letters(source),
        )
      }),
    )
  })
})
