import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { Block, BlockDocument } from '../../blocks.ts'
import { type PageLine, repeatedLines } from '../../extract/repeated-lines.ts'
import type { ReadingLimits } from '../../limits.ts'
import { FileUnfit } from '../../refusal.ts'
import type { StoredPictures } from '../pictures.ts'
import { after, type Matrix } from './matrix.ts'
import { type Instruction, type Typeface, walkPage } from './page-walk.ts'
import { type PageSetting, readParagraphs } from './paragraphs.ts'
import { readPdfPictures } from './pdf-pictures.ts'
import { findRows } from './rows.ts'
import { joinItems, type Segment, type TextItem } from './segments.ts'
import { checkStreams } from './streams.ts'

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>

/** A PDF as blocks, page by page. No script is run and no attachment opened. */
export async function readPdf(
  bytes: Buffer,
  folder: string,
  limits: ReadingLimits,
): Promise<{ document: BlockDocument; pictures: StoredPictures }> {
  const findings = await checkStreams(bytes, limits)
  // Pictures would be decoded to be drawn; for the text only their places are of use.
  const pdf = await openPdf(bytes, 1)
  try {
    if (pdf.numPages > limits.pdf_pages) throw new FileUnfit('pdf_pages')
    const pages = await readPages(pdf)
    const characters = pages.flat().reduce((sum, { text, hidden }) => sum + (hidden ? 0 : inkOf(text)), 0)
    if (characters < limits.pdf_characters_per_page * pdf.numPages) throw new FileUnfit('pictures_only')
    const notices = [
      ...(findings.hasScript ? ['The file contains a script. It was not run.'] : []),
      ...(findings.hasAttachment ? ['A file attached inside was not opened.'] : []),
    ]
    const found = await readPdfPictures(() => openPdf(bytes, limits.picture_pixels), findings, folder, limits)
    const blocks = withPictures(blocksOf(pages), found.blocks)
    return { document: { blocks, notices }, pictures: found.pictures }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function openPdf(bytes: Buffer, maximumPicturePixels: number): Promise<PdfDocument> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      enableXfa: false,
      maxImageSize: maximumPicturePixels,
      stopAtErrors: false,
    })
  } catch (fault) {
    const asksPassword = fault instanceof Error && fault.name === 'PasswordException'
    throw new FileUnfit(asksPassword ? 'password' : 'pdf_broken')
  }
}

/** The pictures of a page stand after its text. */
function withPictures(blocks: Block[], pictures: Block[]): Block[] {
  return [...blocks, ...pictures].toSorted((a, b) => (a.page ?? 0) - (b.page ?? 0))
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

type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

async function readItems(page: PdfPage): Promise<TextItem[]> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const flip = [1, 0, 0, -1, 0, height] as const
  const toPage = after(flip, transform as unknown as Matrix)
  return walkPage(await instructionsOf(page), { width, height, toPage }, (name) => typefaceOf(page, name))
}

async function instructionsOf(page: PdfPage): Promise<Instruction[]> {
  const { OPS } = await getResolvedPDFJS()
  const names = new Map(Object.entries(OPS).map(([name, code]) => [code, name]))
  const fills = new Set<unknown>([
    OPS.fill,
    OPS.eoFill,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ])
  const { fnArray, argsArray } = await page.getOperatorList()
  return fnArray.map((code, at) => {
    const name = names.get(code) ?? ''
    const values = (argsArray[at] ?? []) as unknown[]
    // A path tells by a number what is done with it.
    return name === 'constructPath' && fills.has(values[0])
      ? { name, values: ['fill', ...values.slice(1)] }
      : { name, values }
  })
}

function typefaceOf(page: PdfPage, name: string): Typeface {
  if (!page.commonObjs.has(name)) return { monospaced: false, unit: 0.001 }
  const { fallbackName, fontMatrix } = page.commonObjs.get(name) as {
    fallbackName?: string
    fontMatrix?: number[]
  }
  return { monospaced: fallbackName === 'monospace', unit: Math.abs(fontMatrix?.[0] ?? 0.001) }
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
