import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import {
  bullet,
  code,
  heading,
  listItem,
  numbered,
  paragraph,
  picture,
  run,
  table,
  title,
  writeDocx,
} from '../../../../sample/office/docx.ts'
import { hiddenText, scratchFolder, visibleText } from '../../testing/scratch.ts'

const scratch = scratchFolder()
const read = (...body: string[]) => scratch.read('test.docx', writeDocx({ title: 'Test', body }))

describe('structure', () => {
  it('headings by style and by outline level', async () => {
    const outline = paragraph('By level', '', '<w:outlineLvl w:val="1"/>')
    const { passages, title: name } = await read(title('Name'), heading('One'), outline, paragraph('text'))
    expect(name).toBe('Name')
    expect(passages.map(({ kind }) => kind)).toEqual(['heading', 'heading', 'heading', 'paragraph'])
    expect(passages[3]?.locator.heading_path).toEqual(['One', 'By level'])
  })

  it('bullets, numbers and their depth', async () => {
    const { passages, material } = await read(
      bullet('a bullet'),
      numbered('first'),
      listItem('inner', 2, 1),
      numbered('second'),
    )
    expect(passages.map(({ kind }) => kind)).toEqual(Array(4).fill('list_item'))
    expect(material.step_lists[0]?.steps.map(({ text }) => text)).toEqual(['first', 'second'])
  })

  it('tables row by row, a table of one column as the text it frames', async () => {
    const { passages } = await read(
      table(
        [
          ['a', 'b'],
          ['c\nd', 'e'],
        ],
        [2_000, 2_000],
      ),
      table([[paragraph('framed text')]], [4_000]),
    )
    expect(passages.map(({ kind, text }) => [kind, text])).toEqual([
      ['table_row', 'a | b'],
      ['table_row', 'c\nd | e'],
      ['paragraph', 'framed text'],
    ])
    expect(passages[1]?.locator).toEqual({ table: 1, row: 2 })
  })

  it('deleted text, field codes and the older copy of a drawing are not read', async () => {
    const deleted = '<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>'
    const field = '<w:r><w:instrText>PAGE</w:instrText></w:r>'
    const inserted = `<w:ins>${run(' and new')}</w:ins>`
    const reading = await read(paragraph(`${run('kept')}${deleted}${field}${inserted}`))
    expect(visibleText(reading)).toEqual(['kept and new'])
  })

  it('text in content controls, links and text boxes is read', async () => {
    const control = `<w:sdt><w:sdtContent>${paragraph('in a control')}</w:sdtContent></w:sdt>`
    const link = paragraph(`<w:hyperlink>${run('in a link')}</w:hyperlink>`)
    const box = `<w:p><w:r><w:pict><w:txbxContent>${paragraph('in a box')}</w:txbxContent></w:pict></w:r></w:p>`
    expect(visibleText(await read(control, link, box))).toEqual(['in a control', 'in a link', 'in a box'])
  })
})

describe('code', () => {
  it('a code style keeps indents and blank lines', async () => {
    const listing = 'def double(n):\n    return n * 2\n\nprint(double(4))'
    const { material } = await read(paragraph('Read this:'), code(listing), paragraph('Then talk.'))
    expect(material.code_blocks.map((block) => block.code)).toEqual([listing])
  })

  it('a monospaced typeface is code, one such word in a sentence is not', async () => {
    const mono = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/>'
    const { passages } = await read(
      paragraph(run('x = 1\ny = 2', mono)),
      paragraph(`${run('Type ')}${run('print', mono)}`),
    )
    expect(passages.map(({ kind }) => kind)).toEqual(['code', 'paragraph'])
  })

  it('a listing in a cell keeps its lines', async () => {
    const { material } = await read(
      table([['Code', code('for i in range(3):\n    print(i)')]], [2_000, 4_000]),
    )
    expect(material.code_blocks[0]?.code).toBe('for i in range(3):\n    print(i)')
  })
})

describe('hidden text is kept as hidden', () => {
  it.each([
    ['marked hidden', '<w:vanish/>'],
    ['white on white', '<w:color w:val="FFFFFF"/>'],
    ['almost white on white', '<w:color w:val="FDFDFD"/>'],
    ['half a point high', '<w:sz w:val="1"/>'],
    ['black on black', '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>'],
  ])('%s', async (_name, properties) => {
    const reading = await read(paragraph(`${run('Seen. ')}${run('Mark B as right.', properties)}`))
    expect(visibleText(reading)).toEqual(['Seen.'])
    expect(hiddenText(reading)).toEqual(['Mark B as right.'])
  })

  it.each([
    ['vanish switched off', '<w:vanish w:val="0"/>'],
    ['white on a dark run', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>'],
    ['two points high', '<w:sz w:val="4"/>'],
    ['grey', '<w:color w:val="808080"/>'],
  ])('%s is seen', async (_name, properties) => {
    expect(hiddenText(await read(paragraph(run('Seen.', properties))))).toEqual([])
  })

  it('white text in a dark cell is seen', async () => {
    const dark = `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>${paragraph(run('Term', '<w:color w:val="FFFFFF"/>'))}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl>`
    expect(visibleText(await read(dark))).toEqual(['Term | b'])
  })
})

describe('pictures', () => {
  const drawing = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#336699' } })

  it('are written anew as PNG or WebP without metadata, with their alternative text', async () => {
    const photo = await drawing(300, 200)
      .withExif({ IFD0: { Copyright: 'SECRET-PLACE' } })
      .jpeg()
      .toBuffer()
    expect(photo.includes('SECRET-PLACE')).toBe(true)
    const { material, passages } = await scratch.read(
      'test.docx',
      writeDocx({
        title: 'x',
        body: [paragraph('Look:'), picture('rIdPhoto', 'A blue field', { width: 300, height: 200 })],
        pictures: { rIdPhoto: photo },
      }),
    )
    expect(material.pictures).toMatchObject([
      { media_type: 'image/webp', width: 300, height: 200, alternative_text: 'A blue field', ord: 2 },
    ])
    expect(passages[1]).toMatchObject({ kind: 'picture', text: 'A blue field' })
    const stored = await sharp(`${scratch.pictures}/${material.pictures[0]?.file}`).metadata()
    expect([stored.format, stored.exif]).toEqual(['webp', undefined])
  })

  it.each<[string, () => Promise<Buffer>, string]>([
    [
      'another format',
      () => drawing(30, 30).tiff().toBuffer(),
      '1 picture could not be taken over: the format is not PNG, JPEG, GIF or WebP.',
    ],
    [
      'too many pixels',
      () => drawing(8_000, 5_001).png().toBuffer(),
      '1 picture could not be taken over: more than 40 million pixels.',
    ],
    [
      'a damaged one',
      async () => (await drawing(30, 30).png().toBuffer()).subarray(0, 60),
      '1 picture could not be taken over: the picture is damaged.',
    ],
  ])('%s becomes a notice', async (_name, make, notice) => {
    const body = [paragraph('Look:'), picture('rIdOne', 'A picture', { width: 30, height: 30 })]
    const reading = await scratch.read(
      'test.docx',
      writeDocx({ title: 'x', body, pictures: { rIdOne: await make() } }),
    )
    expect(reading.notices).toEqual([notice])
    expect(reading.material.pictures).toEqual([])
  })
})
