import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import type { Block } from '../blocks.ts'
import type { ReadingLimits } from '../limits.ts'
import type { Picture } from '../reading.ts'

/** A picture as it was stored, before it is known which passage shows it. */
export type StoredPicture = Pick<Picture, 'file' | 'media_type' | 'width' | 'height' | 'bytes'>

export interface StoredPictures {
  bySource: Map<string, StoredPicture>
  notices: string[]
}

const longestSide = 2_000
const photoFormats = new Set(['jpeg', 'webp'])
const readableFormats = new Set(['png', 'jpeg', 'gif', 'webp'])
const picturesAtOnce = 2

/**
 * Decodes every picture once and writes it anew, no side longer than 2,000 pixels. What cannot be decoded becomes a notice, never a refusal.
 */
export async function storePictures(
  blocks: Block[],
  readBytes: (source: string) => Promise<Buffer | null>,
  folder: string,
  limits: Pick<ReadingLimits, 'picture_pixels' | 'pictures'>,
): Promise<StoredPictures> {
  sharp.cache(false)
  const sources = [
    ...new Set(blocks.flatMap((block) => (block.kind === 'picture' && !block.hidden ? [block.source] : []))),
  ]
  const bySource = new Map<string, StoredPicture>()
  const left = { format: 0, size: 0, broken: 0, many: Math.max(0, sources.length - limits.pictures) }
  const waiting = sources.slice(0, limits.pictures).map((source, index) => ({ source, index }))
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const stored = await storePicture(await readBytes(next.source), folder, next.index + 1, limits)
      if (typeof stored === 'string') left[stored] += 1
      else bySource.set(next.source, stored)
    }
  }
  await Promise.all(Array.from({ length: picturesAtOnce }, work))
  return { bySource, notices: noticesOf(left) }
}

type LeftOut = 'format' | 'size' | 'broken'

async function storePicture(
  bytes: Buffer | null,
  folder: string,
  number: number,
  limits: Pick<ReadingLimits, 'picture_pixels'>,
): Promise<StoredPicture | LeftOut> {
  if (bytes === null) return 'broken'
  if (!looksReadable(bytes)) return 'format'
  try {
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (!readableFormats.has(format)) return 'format'
    if (width * height > limits.picture_pixels) return 'size'
    const image = sharp(bytes, { limitInputPixels: limits.picture_pixels, failOn: 'error' })
    return await writePicture(image.rotate(), photoFormats.has(format), folder, number)
  } catch {
    return 'broken'
  }
}

/** Writes the decoded picture as the file of that number, without metadata: photographs as WebP, others as PNG. */
export async function writePicture(
  image: Sharp,
  isPhoto: boolean,
  folder: string,
  number: number,
): Promise<StoredPicture> {
  const file = `${number}.${isPhoto ? 'webp' : 'png'}`
  const fitting = image.resize({
    width: longestSide,
    height: longestSide,
    fit: 'inside',
    withoutEnlargement: true,
  })
  const encoded = isPhoto
    ? fitting.webp({ quality: 82, effort: 1 })
    : fitting.png({ compressionLevel: 6, adaptiveFiltering: false })
  const { width, height, size } = await encoded.toFile(join(folder, file))
  return { file, media_type: isPhoto ? 'image/webp' : 'image/png', width, height, bytes: size }
}

/** Only formats with a small, well-tried decoder are handed on; vector drawings and TIFF are not. */
function looksReadable(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 12).toString('latin1')
  return (
    start.startsWith('\x89PNG\r\n') ||
    start.startsWith('\xff\xd8\xff') ||
    start.startsWith('GIF8') ||
    (start.startsWith('RIFF') && start.endsWith('WEBP'))
  )
}

function noticesOf(left: Record<LeftOut | 'many', number>): string[] {
  const says: [number, string][] = [
    [left.format, 'could not be taken over: the format is not PNG, JPEG, GIF or WebP.'],
    [left.size, 'could not be taken over: more than 40 million pixels.'],
    [left.broken, 'could not be taken over: the picture is damaged.'],
    [left.many, 'left out: a document gives at most 200 pictures.'],
  ]
  return says.flatMap(([count, why]) =>
    count === 0 ? [] : [`${count === 1 ? '1 picture' : `${count} pictures`} ${why}`],
  )
}
