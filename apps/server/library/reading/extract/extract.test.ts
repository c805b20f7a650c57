import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../blocks.ts'
import { bullet, extractFrom, heading, hidden, listing, paragraph, table } from '../testing/blocks.ts'
import { extract } from './extract.ts'
import { splitText } from './place.ts'

const texts = (...blocks: Block[]) => extractFrom(...blocks).passages.map(({ text }) => text)

describe('cleaning', () => {
  it('never cuts a line', () => {
    expect(texts(paragraph('5 + 6 = 11'), paragraph('Insert image of a loop counter'))).toEqual([
      '5 + 6 = 11',
      'Insert image of a loop counter',
    ])
  })

  it('collapses white space outside code and keeps it within', () => {
    expect(texts(paragraph('  two \t  words\u00a0here '), listing('if a:\n    b = 1'))).toEqual([
      'two words here',
      'if a:\n    b = 1',
    ])
  })

  const pages = (count: number, line: (page: number) => string) =>
    Array.from({ length: count }, (_, at) => [
      paragraph(line(at + 1), { page: at + 1 }),
      paragraph(`Text of page ${'abcdefghij'[at]}`, { page: at + 1 }),
    ]).flat()

  it('drops a line that stands on 60 % of three pages or more', () => {
    expect(texts(...pages(5, (page) => (page <= 3 ? 'Green School' : 'Other')))).not.toContain('Green School')
    expect(texts(...pages(3, (page) => `Page ${page} of 3`))).toEqual([
      'Text of page a',
      'Text of page b',
      'Text of page c',
    ])
  })

  it('keeps a line of fewer pages, and sums that look alike', () => {
    expect(texts(...pages(5, (page) => (page <= 2 ? 'Green School' : 'Other text')))).toContain(
      'Green School',
    )
    expect(texts(...pages(2, () => 'Green School'))).toContain('Green School')
    expect(texts(...pages(4, (page) => `${page} + 1 = ${page + 1}`))).toContain('2 + 1 = 3')
  })

  it('keeps an objective that stands on every slide', () => {
    const banner = 'Learning objective: explain binary numbers'
    const slides = [1, 2, 3].map((slide) => paragraph(banner, { slide }))
    expect(extractFrom(slides).material.objectives.map(({ text }) => text)).toEqual([
      'explain binary numbers',
    ])
  })
})

describe('passages', () => {
  it('count from 1 and stand under their headings', () => {
    const { passages } = extractFrom(
      heading('A'),
      heading('B', 2),
      paragraph('one'),
      heading('C'),
      table([['x', 'y']]),
    )
    expect(passages.map(({ ord }) => ord)).toEqual([1, 2, 3, 4, 5])
    expect(passages[2]?.locator).toEqual({ heading_path: ['A', 'B'] })
    expect(passages[4]?.locator).toEqual({ heading_path: ['C'], table: 1, row: 1 })
  })

  it('a slide begins without the headings of the one before', () => {
    const { passages } = extractFrom({ ...heading('A'), slide: 1 }, paragraph('text', { slide: 2 }))
    expect(passages[1]?.locator).toEqual({ slide: 2 })
  })

  it('hidden text is kept as hidden and used for nothing', () => {
    const { passages, material } = extractFrom(
      heading('Key words'),
      hidden('Secret: a word that must not be used'),
      bullet('Byte – a group of 8 bits'),
    )
    expect(passages.filter((passage) => passage.hidden).map(({ text }) => text)).toEqual([
      'Secret: a word that must not be used',
    ])
    expect(material.vocabulary.map(({ term }) => term)).toEqual(['Byte'])
  })

  it('no passage is longer than 1,200 characters and none of the text is lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('word', 'Ende.', 'a\nb', '😀', 'x'.repeat(300), '|', 'longer-word'), {
          maxLength: 400,
        }),
        (words) => {
          const text = words.join(' ').trim()
          const parts = splitText(text, false)
          expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(1_200)
          const ink = (value: string) => value.replace(/[\s|]/g, '')
          expect(ink(parts.join(''))).toBe(ink(text))
        },
      ),
    )
  })
})

describe('title and lesson number', () => {
  const named = (filename: string, ...blocks: Block[]) => {
    const { title, lesson_number } = extract(blocks, filename, new Map())
    return [title, lesson_number]
  }
  it.each<[string, string, Block[], [string, number | null]]>([
    [
      'the title style first',
      'x.docx',
      [heading('Intro'), { ...heading('Binary'), level: 0 } as Block],
      ['Binary', null],
    ],
    [
      'then the first heading',
      'x.docx',
      [paragraph('Hello'), heading('Lesson 4: Loops')],
      ['Lesson 4: Loops', 4],
    ],
    ['then the words of slide 1', 'x.pptx', [paragraph('Networks', { slide: 1 })], ['Networks', null]],
    ['then the file name', 'Y8_L12_binary numbers.docx', [paragraph('Hello')], ['Y8 L12 binary numbers', 12]],
    ['no number in other words', 'HTML5 basics.docx', [], ['HTML5 basics', null]],
  ])('%s', (_name, filename, blocks, expected) => {
    expect(named(filename, ...blocks)).toEqual(expected)
  })
})
