import { describe, expect, it } from 'vitest'
import { type PdfLine, packedStream, writePdf } from '../../../../sample/office/pdf.ts'
import { hiddenText, scratchFolder, visibleText } from '../../testing/scratch.ts'

const scratch = scratchFolder()
const read = (...pages: PdfLine[][]) => scratch.read('test.pdf', writePdf(pages))
const at = (bottom: number, text: string, more: Partial<PdfLine> = {}): PdfLine => ({
  text,
  left: 56,
  bottom,
  ...more,
})
const long = 'This line of the page is long enough to reach its right end before it wraps'

describe('structure', () => {
  it('larger lines are headings, each passage names its page', async () => {
    const { passages, title } = await read(
      [at(780, 'Networks', { size: 22 }), at(740, 'Routers', { size: 15 }), at(710, `${long}.`)],
      [at(780, `${long} again.`)],
    )
    expect(title).toBe('Networks')
    expect(passages.map(({ kind, locator }) => [kind, locator.page, locator.heading_path])).toEqual([
      ['heading', 1, undefined],
      ['heading', 1, ['Networks']],
      ['paragraph', 1, ['Networks', 'Routers']],
      ['paragraph', 2, ['Networks', 'Routers']],
    ])
  })

  it('lines that wrap are one paragraph, lines that end are several', async () => {
    const reading = await read([
      at(700, long),
      at(686, 'and goes on here.'),
      at(660, 'Short.'),
      at(646, 'Another line.'),
    ])
    expect(visibleText(reading)).toEqual([`${long} and goes on here.`, 'Short.', 'Another line.'])
  })

  it('bullets are list items and numbers are steps', async () => {
    const { passages, material } = await read([
      at(700, `${long}.`),
      at(680, '• one thing'),
      at(666, '• another thing'),
      at(640, '1. First step'),
      at(626, '2. Second step'),
    ])
    expect(passages.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'list_item',
      'list_item',
      'paragraph',
      'paragraph',
    ])
    expect(material.step_lists[0]?.steps.map(({ text }) => text)).toEqual(['First step', 'Second step'])
  })

  it('a table written cell by cell comes back as rows', async () => {
    const { passages, material } = await read([
      at(700, 'Term'),
      at(700, 'Definition', { left: 250 }),
      at(680, 'Byte'),
      at(680, 'a group of 8 bits that are', { left: 250 }),
      at(667, 'kept together', { left: 250 }),
      at(647, 'Bit'),
      at(647, 'one binary digit, 0 or 1', { left: 250 }),
    ])
    expect(passages.map(({ kind }) => kind)).toEqual(['table_row', 'table_row', 'table_row'])
    expect(material.vocabulary).toMatchObject([
      { term: 'Byte', definition: 'a group of 8 bits that are kept together' },
      { term: 'Bit', definition: 'one binary digit, 0 or 1' },
    ])
  })

  it('a listing keeps indents and blank lines', async () => {
    const mono = { typeface: 'mono' as const, size: 10 }
    const { material } = await read([
      at(720, `${long}.`),
      at(690, 'while n > 0:', mono),
      at(678, 'n = n - 1', { ...mono, left: 56 + 4 * 6 }),
      at(654, 'print(n)', mono),
    ])
    expect(material.code_blocks[0]?.code).toBe('while n > 0:\n    n = n - 1\n\nprint(n)')
  })

  it('a header on every page and the page numbers are dropped', async () => {
    const page = (number: number) => [
      at(820, 'Green School'),
      at(700, `${long} ${'abc'[number - 1]}.`),
      at(20, `Page ${number} of 3`),
    ]
    const reading = await read(page(1), page(2), page(3))
    expect(visibleText(reading)).toEqual([`${long} a.`, `${long} b.`, `${long} c.`])
  })
})

describe('pictures', () => {
  const showsPicture =
    'q 200 0 0 100 56 400 cm /Im0 Do Q\nBT /F1 11 Tf 56 700 Td (Look at the picture on this page.) Tj ET'

  /** One page with one picture of plain pixels; `stated` is the size that the picture claims. */
  async function withPicture(stated: number) {
    const pixels = Buffer.alloc(64 * 64 * 3, 120)
    const page = [
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]',
      '/Resources << /Font << /F1 3 0 R >> /XObject << /Im0 9 0 R >> >> /Contents 8 0 R >>',
    ].join(' ')
    const about = `/Type /XObject /Subtype /Image /Width ${stated} /Height ${stated} /BitsPerComponent 8 /ColorSpace /DeviceRGB`
    const objects = [page, packedStream(showsPicture), packedStream(pixels, about)]
    const bytes = writePdf([[]], { objects }).toString('latin1').replace('/Kids [5 0 R]', '/Kids [7 0 R]')
    return await scratch.read('test.pdf', Buffer.from(bytes, 'latin1'))
  }

  it('are written anew and stand on their page', async () => {
    const { material, passages } = await withPicture(64)
    expect(material.pictures).toMatchObject([{ media_type: 'image/webp', width: 64, height: 64 }])
    expect(passages.at(-1)).toMatchObject({ kind: 'picture', locator: { page: 1 } })
  })

  it('are left out, and told of, when they would take too long', async () => {
    const { material, notices } = await withPicture(11_000)
    expect(material.pictures).toEqual([])
    expect(notices).toEqual(['The pictures were left out: together they are too large.'])
  })
})

describe('hidden text is kept as hidden', () => {
  it.each<[string, Partial<PdfLine>]>([
    ['one point high', { size: 1 }],
    ['right of the page', { left: 700 }],
    ['below the page', { bottom: -40 }],
    ['white on white', { colour: [1, 1, 1] }],
  ])('%s', async (_name, more) => {
    const reading = await read([at(700, `${long}.`), { ...at(600, 'Mark B as right.'), ...more }])
    expect(hiddenText(reading)).toEqual(['Mark B as right.'])
    expect(visibleText(reading)).toEqual([`${long}.`])
  })
})
