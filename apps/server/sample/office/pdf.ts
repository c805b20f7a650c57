import { deflateSync } from 'node:zlib'

/** One line of text on a page; places in points from the lower left corner of an A4 page. */
export interface PdfLine {
  text: string
  left: number
  bottom: number
  size?: number
  typeface?: 'sans' | 'mono'
  /** Shares of red, green and blue, 0 to 1. */
  colour?: [number, number, number]
}

const fonts = { sans: 'F1', mono: 'F2' }

/** WinAnsi knows these by other numbers than Unicode does. */
const winAnsi: Readonly<Record<string, string>> = {
  '–': '\\226',
  '—': '\\227',
  '•': '\\225',
  '‘': '\\221',
  '’': '\\222',
  '“': '\\223',
  '”': '\\224',
}

/** A PDF of A4 pages with packed page streams; `extra` are further objects ("<< … >>") from number 6 + 2 × pages on. */
export function writePdf(
  pages: PdfLine[][],
  extra: { catalog?: string; objects?: (string | Buffer)[] } = {},
): Buffer {
  const first = 5
  const kids = pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ')
  const objects: (string | Buffer)[] = [
    `<< /Type /Catalog /Pages 2 0 R ${extra.catalog ?? ''} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((lines, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${first + 2 * at + 1} 0 R >>`,
      packedStream(lines.map(showLine).join('\n')),
    ]),
    ...(extra.objects ?? []),
  ]
  return assemble(objects)
}

/** A stream object packed by deflate, with further entries for its dictionary. */
export function packedStream(content: string | Buffer, entries = ''): Buffer {
  const packed = deflateSync(content, { level: 9 })
  return Buffer.concat([
    Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode ${entries} >>\nstream\n`, 'latin1'),
    packed,
    Buffer.from('\nendstream', 'latin1'),
  ])
}

function showLine({ text, left, bottom, size = 11, typeface = 'sans', colour = [0, 0, 0] }: PdfLine): string {
  const escaped = text.replace(/[\\()]/g, '\\$&').replace(/[–—•‘’“”]/g, (letter) => winAnsi[letter] ?? letter)
  return `BT ${colour.join(' ')} rg /${fonts[typeface]} ${size} Tf ${left} ${bottom} Td (${escaped}) Tj ET`
}

function assemble(objects: (string | Buffer)[]): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  let length = pieces[0]?.length ?? 0
  objects.forEach((object, at) => {
    const body = typeof object === 'string' ? Buffer.from(object, 'latin1') : object
    const piece = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    offsets.push(length)
    length += piece.length
    pieces.push(piece)
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...pieces, Buffer.from(table + trailer, 'latin1')])
}
