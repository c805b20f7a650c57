import sharp, { type Sharp } from 'sharp'
import { type getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { Block } from '../../blocks.ts'
import type { ReadingLimits } from '../../limits.ts'
import { type StoredPictures, writePicture } from '../pictures.ts'
import type { StreamFindings } from './streams.ts'

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

/** Decoding takes about a second for ten million pixels; more than this would use up the reader's time. */
const mostPixels = 120_000_000
/** Smaller pictures are rules, bullets and ornaments. */
const shortestSide = 32
const longestWait = 10_000

/** A decoded picture as the PDF library hands it out. */
interface Decoded {
  width: number
  height: number
  data?: Uint8Array
}

/** The pictures of a PDF, each written anew, with a block on the page that shows it first. */
export async function readPdfPictures(
  open: () => Promise<PdfDocument>,
  { picturePixels }: StreamFindings,
  folder: string,
  limits: Pick<ReadingLimits, 'pictures'>,
): Promise<PdfPictures> {
  const found: PdfPictures = { blocks: [], pictures: { bySource: new Map(), notices: [] } }
  if (picturePixels === 0) return found
  if (picturePixels > mostPixels) {
    found.pictures.notices.push('The pictures were left out: together they are too large.')
    return found
  }
  const pdf = await open()
  try {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      await addPicturesOf(page, found, folder, limits.pictures)
      page.cleanup()
    }
  } finally {
    await pdf.loadingTask.destroy()
  }
  return found
}

interface PdfPictures {
  blocks: Block[]
  pictures: StoredPictures
}

async function addPicturesOf(page: PdfPage, found: PdfPictures, folder: string, most: number): Promise<void> {
  const { bySource, notices } = found.pictures
  for (const name of await pictureNames(page)) {
    // Pictures used on several pages keep one name; the others' names hold the page's number.
    if (bySource.has(name) || bySource.size >= most) continue
    const image = imageOf(await decodedPicture(page, name))
    const stored = await (image === null
      ? undefined
      : writePicture(image, true, folder, bySource.size + 1).catch(() => undefined))
    if (stored !== undefined) {
      bySource.set(name, stored)
      const standing = { page: page.pageNumber, hidden: false }
      found.blocks.push({ kind: 'picture', source: name, alternative_text: '', ...standing })
    } else if (notices.length === 0) notices.push('Some pictures could not be taken over.')
  }
}

async function pictureNames(page: PdfPage): Promise<string[]> {
  const { OPS } = await getResolvedPDFJS()
  const { fnArray, argsArray } = await page.getOperatorList()
  const names = fnArray.flatMap((code, at) => {
    const [name, width, height] = (argsArray[at] ?? []) as [unknown, unknown, unknown]
    const isLarge = Number(width) >= shortestSide && Number(height) >= shortestSide
    return code === OPS.paintImageXObject && typeof name === 'string' && isLarge ? [name] : []
  })
  return [...new Set(names)]
}

/** Decoding goes on after the instructions are there; a picture that never comes is given up. */
function decodedPicture(page: PdfPage, name: string): Promise<Decoded | null> {
  const objects = name.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise((resolve) => {
    const clock = setTimeout(() => resolve(null), longestWait)
    objects.get(name, (decoded: Decoded | null) => {
      clearTimeout(clock)
      resolve(decoded)
    })
  })
}

/** Only whole pixels of one, three or four bytes are understood. */
function imageOf(decoded: Decoded | null): Sharp | null {
  if (decoded === null) return null
  const { width, height, data } = decoded
  const channels = data === undefined ? 0 : data.length / (width * height)
  if (data === undefined || (channels !== 1 && channels !== 3 && channels !== 4)) return null
  return sharp(data, { raw: { width, height, channels } })
}
