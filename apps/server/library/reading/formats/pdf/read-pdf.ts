import { getDocumentProxy } from 'unpdf'
import type { Block, BlockDocument } from '../../blocks.ts'
import { type PageLine, repeatedLines } from '../../extract/repeated-lines.ts'
import type { ReadingLimits } from '../../limits.ts'
import { FileUnfit } from '../../refusal.ts'
import { type PageSetting, readParagraphs } from './paragraphs.ts'
import { findRows } from './rows.ts'
import { joinItems, type Segment, type TextItem } from './segments.ts'
import { checkStreams } from './streams.ts'

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>

/** A PDF as blocks, page by page. No script is run and no attachment opened. */
export async function readPdf(bytes: Buffer, limits: ReadingLimits): Promise<BlockDocument> {
  const findings = await checkStreams(bytes, limits)
  const pdf = await openPdf(bytes, limits)
  try {
    if (pdf.numPages > limits.pdf_pages) throw new FileUnfit('pdf_pages')
    const pages = await readPages(pdf)
    const characters = pages.flat().reduce((sum, { text, hidden }) => sum + (hidden ? 0 : inkOf(text)), 0)
    if (characters < limits.pdf_characters_per_page * pdf.numPages) throw new FileUnfit('pictures_only')
    const notices = [
      ...(findings.hasScript ? ['The file contains a script. It was not run.'] : []),
      ...(findings.hasAttachment ? ['A file attached inside was not opened.'] : []),
    ]
    return { blocks: blocksOf(pages), notices }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function openPdf(bytes: Buffer, limits: ReadingLimits): Promise<PdfDocument> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      enableXfa: false,
      maxImageSize: limits.picture_pixels,
      stopAtErrors: false,
    })
  } catch (fault) {
    const asksPassword = fault instanceof Error && fault.name === 'PasswordException'
    throw new FileUnfit(asksPassword ? 'password' : 'pdf_broken')
  }
}

async function readPages(pdf: PdfDocument): Promise<Segment[][]> {
  const pages: Segment[][] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    try {
      const page = await pdf.getPage(number)
      pages.push(joinItems(await readItems(page)))
      page.cleanup()
    } catch {
      throw new FileUnfit('pdf_broken')
    }
  }
  return pages
}

async function readItems(page: Awaited<ReturnType<PdfDocument['getPage']>>): Promise<TextItem[]> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view
  const content = await page.getTextContent()
  return content.items.flatMap((item) => {
    if (!('str' in item) || item.str === '') return []
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[]
    const size = Math.hypot(a, b)
    const isOff = x >= right || y >= top || x + item.width <= left || y + size <= bottom
    const smallestPoints = 2
    return [
      {
        text: item.str,
        left: x,
        baseline: y,
        width: item.width,
        size,
        monospaced: content.styles[item.fontName]?.fontFamily === 'monospace',
        hidden: isOff || size < smallestPoints,
      },
    ]
  })
}

function blocksOf(pages: Segment[][]): Block[] {
  const lines: PageLine[] = pages.flatMap((segments, index) =>
    segments.filter(({ hidden }) => !hidden).map(({ text }) => ({ page: index + 1, text })),
  )
  const isRepeated = repeatedLines(lines, pages.length)
  const sizes = sizesOf(pages.flat())
  const setting: PageSetting = { page: 0, ...sizes, tables: 0 }
  return pages.flatMap((segments, index) => {
    setting.page = index + 1
    const kept = segments.filter(
      (segment) => segment.monospaced || !isRepeated({ page: index + 1, text: segment.text }),
    )
    return readParagraphs(findRows(kept), setting)
  })
}

/** The body's size is the one that most letters have; clearly larger sizes are headings. */
function sizesOf(segments: Segment[]): { bodySize: number; headingSizes: number[] } {
  const letters = new Map<number, number>()
  for (const { size, text, hidden } of segments) {
    const key = Math.round(size * 2) / 2
    if (!hidden) letters.set(key, (letters.get(key) ?? 0) + inkOf(text))
  }
  const bodySize = [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
  const headingSizes = [...letters.keys()].filter((size) => size >= 1.15 * bodySize).toSorted((a, b) => b - a)
  return { bodySize, headingSizes }
}

function inkOf(text: string): number {
  return text.replace(/\s/g, '').length
}
