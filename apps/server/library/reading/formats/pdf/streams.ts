import { createInflate } from 'node:zlib'
import type { ReadingLimits } from '../../limits.ts'
import { FileUnfit } from '../../refusal.ts'
import { unpackedByLzw } from './lzw.ts'

type Bounds = Pick<
  ReadingLimits,
  'unpacked_bytes' | 'unpacked_entry_bytes' | 'unpack_ratio' | 'ratio_from_bytes'
>

/** What the streams of a PDF hold besides text. */
export interface StreamFindings {
  hasScript: boolean
  hasAttachment: boolean
  /** Pixels of all pictures together, as they state them. */
  picturePixels: number
}

const script = /\/(?:JavaScript|JS)\b/
const attachment = /\/(?:EmbeddedFiles?|Filespec)\b/
const keyword = Buffer.from('stream', 'latin1')
const longestDictionary = 4_096

/**
 * Unpacks every packed stream once, keeping nothing, before the PDF is opened: the same caps as for archives.
 * Pictures are mostly empty paper, so the ratio is not asked of them; they are not unpacked by reading text either.
 */
export async function checkStreams(bytes: Buffer, bounds: Bounds): Promise<StreamFindings> {
  const plain = bytes.toString('latin1')
  if (/\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(plain)) throw new FileUnfit('password')
  const findings: StreamFindings = {
    hasScript: script.test(plain),
    hasAttachment: attachment.test(plain),
    picturePixels: 0,
  }
  let total = 0
  for (let at = bytes.indexOf(keyword); at >= 0; at = bytes.indexOf(keyword, at + keyword.length)) {
    const start = dataStart(bytes, at)
    if (start === null) continue
    const dictionary = dictionaryBefore(plain, at)
    const packers = dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW)\b/g) ?? []
    // Packing twice serves nobody but an attacker, and would have to be unpacked to be measured.
    if (packers.length > 1) throw new FileUnfit('pdf_unpacked')
    const isPicture = /\/Subtype\s*\/Image\b/.test(dictionary)
    if (isPicture) findings.picturePixels += statedPixels(dictionary)
    const check = (unpacked: number, packed: number) => {
      const tooTight =
        !isPicture && unpacked > bounds.ratio_from_bytes && unpacked > bounds.unpack_ratio * packed
      if (tooTight || unpacked > bounds.unpacked_entry_bytes || total + unpacked > bounds.unpacked_bytes) {
        throw new FileUnfit('pdf_unpacked')
      }
    }
    if (packers.length === 1) {
      const unpacked = packers[0]?.startsWith('/L')
        ? unpackedByLzw(bytes.subarray(start), check)
        : await unpackedByInflate(bytes.subarray(start), check, findings)
      total += unpacked
    }
  }
  return findings
}

/** A size given elsewhere in the file counts as the largest there may be. */
function statedPixels(dictionary: string): number {
  const [width, height] = ['Width', 'Height'].map((side) =>
    Number(new RegExp(`/${side}\\s+(\\d+)(?!\\s+\\d+\\s+R)`).exec(dictionary)?.[1] ?? 6_400),
  )
  return (width ?? 0) * (height ?? 0)
}

/** Just past the line end that must follow the keyword; `null` for "endstream" and stray words. */
function dataStart(bytes: Buffer, at: number): number | null {
  if (bytes.subarray(Math.max(0, at - 3), at).toString('latin1') === 'end') return null
  const after = at + keyword.length
  if (bytes[after] === 0x0d && bytes[after + 1] === 0x0a) return after + 2
  return bytes[after] === 0x0a || bytes[after] === 0x0d ? after + 1 : null
}

function dictionaryBefore(plain: string, at: number): string {
  const window = plain.slice(Math.max(0, at - longestDictionary), at)
  const object = window.lastIndexOf(' obj')
  return object < 0 ? window : window.slice(object)
}

/** The packed data ends where it says itself; "endstream" and "/Length" are claims. */
async function unpackedByInflate(
  packed: Buffer,
  check: (unpacked: number, packed: number) => void,
  findings: StreamFindings,
): Promise<number> {
  const inflate = createInflate()
  inflate.end(packed)
  let unpacked = 0
  try {
    for await (const piece of inflate) {
      unpacked += (piece as Buffer).length
      check(unpacked, Math.max(1, inflate.bytesWritten))
      const text = (piece as Buffer).toString('latin1')
      findings.hasScript ||= script.test(text)
      findings.hasAttachment ||= attachment.test(text)
    }
  } catch (fault) {
    // A damaged stream yields what stood before the damage, and that was counted.
    if (fault instanceof FileUnfit) throw fault
  }
  return unpacked
}
