import { deflateRawSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { paragraph, title, writeDocx } from '../../sample/office/docx.ts'
import { packedStream, writePdf } from '../../sample/office/pdf.ts'
import { writeZip, type ZipPart } from '../../sample/office/zip.ts'
import { readingLimits } from './limits.ts'
import { readDocument } from './read-document.ts'
import { causes } from './refusal.ts'
import { scratchFolder } from './testing/scratch.ts'

// Each file starts a process; a busy machine may take its time over it.
vi.setConfig({ testTimeout: 60_000 })

const mebibyte = 1024 * 1024
const scratch = scratchFolder()

const good = () =>
  writeDocx({ title: 'Good', body: [title('Good lesson'), paragraph('Text of the lesson.')] })
const withParts = (...extra: ZipPart[]) => writeDocx({ title: 'x', body: [paragraph('Text')], extra })

const answer = (filename: string, bytes: Buffer, limits = readingLimits) =>
  readDocument(scratch.write(filename, bytes), limits)

const xmlDocument = (body: string, head = '') =>
  withParts({
    name: 'word/document.xml',
    data: `<?xml version="1.0"?>${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  })

const billionLaughs = xmlDocument(
  '<w:p><w:r><w:t>&c;</w:t></w:r></w:p>',
  '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
)

/** A compound file, the container of old and of encrypted Office files, with one stream's name in it. */
function compoundFile(stream: string): Buffer {
  const start = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  return Buffer.concat([start, Buffer.alloc(1_024), Buffer.from(stream, 'utf16le'), Buffer.alloc(1_024)])
}

/** An archive whose directory states another unpacked size than the part has. */
function lyingArchive(): Buffer {
  const bytes = withParts({ name: 'word/big.bin', data: Buffer.alloc(3 * mebibyte, 'abcdefg') })
  const at = bytes.lastIndexOf('word/big.bin') - 46
  bytes.writeUInt32LE(1_000, at + 24)
  return bytes
}

/** Two entries of the directory that point to the same packed bytes. */
function overlappingArchive(): Buffer {
  const bytes = withParts({ name: 'word/a.bin', data: 'aaaa' }, { name: 'word/b.bin', data: 'aaaa' })
  const first = bytes.lastIndexOf('word/a.bin') - 46
  const second = bytes.lastIndexOf('word/b.bin') - 46
  bytes.writeUInt32LE(bytes.readUInt32LE(first + 42), second + 42)
  return bytes
}

/** Bytes that deflate packs about a hundred and eighty times. */
const dense = (size: number) =>
  Buffer.from('the same line of twenty-nine letters again and a little more\n'.repeat(Math.ceil(size / 61)))

const pdfText = { text: 'These are the words of a page that can be read.', left: 50, bottom: 700 }
const scanned = writePdf([[{ ...pdfText, text: 'Scan' }], []])

const cases: [name: string, filename: string, bytes: () => Buffer, cause: keyof typeof causes][] = [
  ['an ending that is not read', 'lesson.exe', () => Buffer.from('MZ'), 'extension'],
  ['a file for macros', 'lesson.docm', good, 'macro_extension'],
  ['no bytes', 'empty.docx', () => Buffer.alloc(0), 'empty'],
  [
    'a renamed program',
    'program.docx',
    () => Buffer.from('MZ\x90\x00'.padEnd(400, '\0'), 'latin1'),
    'program',
  ],
  ['a renamed script', 'script.pdf', () => Buffer.from('#!/bin/sh\nrm -r /\n'), 'program'],
  ['a renamed text', 'text.pptx', () => Buffer.from('Only words.'), 'other_content'],
  ['a plain archive', 'archive.docx', () => writeZip([{ name: 'a.txt', data: 'a' }]), 'other_content'],
  ['a document called slides', 'slides.pptx', good, 'other_office'],
  ['a password', 'locked.docx', () => compoundFile('EncryptedPackage'), 'password'],
  ['an old format', 'old.docx', () => compoundFile('WordDocument'), 'old_office'],
  ['macros inside', 'macro.docx', () => withParts({ name: 'word/vbaProject.bin', data: 'x' }), 'macros'],
  [
    'a PDF that is an archive too',
    'both.pdf',
    () => Buffer.concat([writePdf([[pdfText]]), good()]),
    'two_kinds',
  ],
  [
    'an archive that is a PDF too',
    'both.docx',
    () => writeZip([{ name: '%PDF-1.7.txt', data: 'x' }]),
    'two_kinds',
  ],
  [
    'a zip bomb of one part',
    'bomb.docx',
    () => withParts({ name: 'word/bomb.bin', data: dense(40 * mebibyte) }),
    'archive_ratio',
  ],
  [
    'a part too large',
    'part.docx',
    () => withParts({ name: 'word/bomb.bin', data: Buffer.alloc(101 * mebibyte) }),
    'archive_size',
  ],
  [
    'too many parts',
    'many.docx',
    () => withParts(...Array.from({ length: 5_000 }, (_, at) => ({ name: `word/${at}.xml`, data: '' }))),
    'archive_entries',
  ],
  [
    'a part that climbs out',
    'climb.docx',
    () => withParts({ name: '../../etc/passwd', data: 'x' }),
    'archive_names',
  ],
  [
    'a part with an absolute name',
    'absolute.docx',
    () => withParts({ name: '/etc/passwd', data: 'x' }),
    'archive_names',
  ],
  [
    'a name twice',
    'doubled.docx',
    () => withParts({ name: 'word/Extra.xml', data: 'a' }, { name: 'word/extra.xml', data: 'b' }),
    'archive_doubled',
  ],
  ['parts that overlap', 'overlap.docx', overlappingArchive, 'archive_overlap'],
  ['a part larger than it claims', 'lies.docx', lyingArchive, 'archive_lies'],
  ['half an archive', 'half.docx', () => good().subarray(0, 1_500), 'archive_broken'],
  ['entities', 'laughs.docx', () => billionLaughs, 'xml_entities'],
  [
    'elements without end',
    'deep.docx',
    () => xmlDocument('<w:sdt>'.repeat(300) + '</w:sdt>'.repeat(300)),
    'xml_depth',
  ],
  ['tags that do not close', 'open.docx', () => xmlDocument('<w:p>'), 'xml_broken'],
  ['pages that are pictures', 'scan.pdf', () => scanned, 'pictures_only'],
  ['too many pages', 'long.pdf', () => writePdf(Array.from({ length: 501 }, () => [pdfText])), 'pdf_pages'],
  ['half a PDF', 'half.pdf', () => Buffer.from('%PDF-1.7\nnothing here\n'), 'pdf_broken'],
  [
    'a PDF bomb',
    'bomb.pdf',
    () => writePdf([[pdfText]], { objects: [packedStream(dense(40 * mebibyte))] }),
    'pdf_unpacked',
  ],
  [
    'a PDF with a password',
    'locked.pdf',
    () => writePdf([[pdfText]], { catalog: '/X << /Encrypt 9 0 R >>' }),
    'password',
  ],
]

describe('each bad file gets its own sentence', () => {
  it.each(cases)('%s', async (_name, filename, bytes, cause) => {
    const reply = await answer(filename, bytes())
    expect(reply).toMatchObject({ status: 'refused', code: causes[cause].code })
    const [, sentence] = /^“(?:.+)” (.+)$/s.exec('message' in reply ? reply.message : '') ?? []
    expect(sentence).toBe(causes[cause].says.replace('{pages}', '500'))
    expect('message' in reply && reply.message).toContain(`“${filename}”`)
  })

  it('no two causes share a sentence', () => {
    const sentences = Object.values(causes).map(({ says }) => says)
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  it('60 MB is refused by size, without being read', async () => {
    const file = { ...scratch.write('large.pptx', Buffer.from('PK')), size: 60 * mebibyte }
    expect(await readDocument(file)).toEqual({
      status: 'refused',
      code: 'too_large',
      message: '“large.pptx” is larger than 50 MB. Split it or shrink its pictures.',
    })
  })

  it('names that would break a sentence are tamed', async () => {
    const reply = await readDocument({ ...scratch.write('x', 'x'), filename: '../a\u202eb\n.exe' })
    expect(reply).toMatchObject({ message: expect.stringMatching(/^“ab\.exe” is not/) })
  })
})

describe('what is harmless is read', () => {
  it('an archive inside stays shut and is told of', async () => {
    const inner = writeZip([{ name: 'zeros', data: Buffer.alloc(90 * mebibyte) }])
    const outer = writeZip([{ name: 'inner.zip', data: inner }])
    const reply = await answer('nested.docx', withParts({ name: 'word/embeddings/inner.zip', data: outer }))
    expect(reply).toMatchObject({ status: 'ready', notices: ['1 file inside the document was not opened.'] })
  })

  it('a PDF with a script is read, the script not run', async () => {
    const catalog = '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'
    const reply = await answer('script.pdf', writePdf([[pdfText]], { catalog }))
    expect(reply).toMatchObject({
      status: 'ready',
      notices: ['The file contains a script. It was not run.'],
      passages: [{ text: pdfText.text }],
    })
  })

  it('the good file beside bad ones', async () => {
    const [bad, fine] = await Promise.all([answer('laughs.docx', billionLaughs), answer('good.docx', good())])
    expect(bad.status).toBe('refused')
    expect(fine).toMatchObject({ status: 'ready', title: 'Good lesson' })
  })
})

describe('bounds of the reading process', () => {
  it('it is stopped when its time is up', async () => {
    const reply = await answer('good.docx', good(), { ...readingLimits, seconds: 0.01 })
    expect(reply).toMatchObject({ status: 'refused', code: 'too_large' })
  })

  it('it is stopped when it needs more memory than it may', async () => {
    const rows = '<w:p><w:r><w:t>x</w:t></w:r></w:p>'.repeat(400_000)
    const reply = await answer('huge.docx', xmlDocument(rows), {
      ...readingLimits,
      memory_mb: 64,
      unpack_ratio: 1e6,
    })
    expect(reply).toMatchObject({ status: 'refused', code: 'too_large' })
  })

  it('it is stopped when it replies without end', async () => {
    const reply = await answer('good.docx', good(), { ...readingLimits, reply_bytes: 10 })
    expect(reply).toMatchObject({ status: 'refused', code: 'too_large' })
  })

  it('a bomb costs the calling process less than 50 MB', async () => {
    const file = scratch.write('bomb.docx', withParts({ name: 'word/bomb.bin', data: dense(60 * mebibyte) }))
    global.gc?.()
    const before = process.memoryUsage()
    await readDocument(file)
    const after = process.memoryUsage()
    const grown = after.heapUsed + after.external - before.heapUsed - before.external
    expect(grown).toBeLessThan(50 * mebibyte)
  })
})

it('the bomb really is one: forty megabytes packed more than a hundred times', () => {
  const bytes = dense(40 * mebibyte)
  expect(bytes.length / deflateRawSync(bytes, { level: 9 }).length).toBeGreaterThan(
    readingLimits.unpack_ratio,
  )
})
