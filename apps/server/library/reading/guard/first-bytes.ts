import { open } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import type { DocumentKind } from '../reading.ts'
import { FileUnfit } from '../refusal.ts'

const headBytes = 4_100
/** An end-of-archive record is 22 bytes and a comment of at most 65,535. */
const tailBytes = 22 + 65_535
const zipStart = Buffer.from('PK\x03\x04', 'latin1')
const zipDirectory = Buffer.from('PK\x01\x02', 'latin1')
const zipEnd = Buffer.from('PK\x05\x06', 'latin1')
const compoundStart = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le')

/** The kind the file's name claims. */
export function kindOfName(filename: string): DocumentKind {
  const ending = /\.([^.\\/]+)$/.exec(filename)?.[1]?.toLowerCase()
  if (ending === 'docx' || ending === 'pptx' || ending === 'pdf') return ending
  throw new FileUnfit(
    ending !== undefined && /^(do[ct]m|p[po][ts]m|ppam)$/.test(ending) ? 'macro_extension' : 'extension',
  )
}

/** Refuses a file whose bytes are not what its name claims, or are two kinds at once. */
export async function checkFirstBytes(path: string, kind: DocumentKind): Promise<void> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    if (size === 0) throw new FileUnfit('empty')
    const head = await readPart(handle, 0, Math.min(size, headBytes))
    if (head.subarray(0, 8).equals(compoundStart)) {
      throw new FileUnfit((await contains(handle, size, encryptedPackage)) ? 'password' : 'old_office')
    }
    if (kind === 'pdf') {
      if (!startsAsPdf(head)) throw await mismatch(head)
      const tailStart = Math.max(0, size - tailBytes)
      if (endsAsZip(await readPart(handle, tailStart, size - tailStart), tailStart)) {
        throw new FileUnfit('two_kinds')
      }
    } else {
      if (!head.subarray(0, 4).equals(zipStart)) throw await mismatch(head)
      // Readers of PDF accept its first line anywhere in the first 1,024 bytes.
      if (head.subarray(0, 1_024).includes('%PDF-')) throw new FileUnfit('two_kinds')
    }
  } finally {
    await handle.close()
  }
}

type Handle = Awaited<ReturnType<typeof open>>

async function readPart(handle: Handle, position: number, length: number): Promise<Buffer> {
  const part = Buffer.alloc(length)
  const { bytesRead } = await handle.read(part, 0, length, position)
  return part.subarray(0, bytesRead)
}

/** Some writers put a byte-order mark or a line end first; more than that is another file in front. */
function startsAsPdf(head: Buffer): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?[\r\n\t ]{0,4}%PDF-\d/.test(head.subarray(0, 16).toString('latin1'))
}

async function mismatch(head: Buffer): Promise<FileUnfit> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  const mime: string = found?.mime ?? ''
  const script = head.subarray(0, 2).toString('latin1') === '#!'
  const isProgram = script || /msdownload|x-elf|mach-binary|x-msi|portable-executable/.test(mime)
  return new FileUnfit(isProgram ? 'program' : 'other_content')
}

/** Whether an archive's directory truly stands before an end record here; the bare letters prove nothing. */
function endsAsZip(tail: Buffer, tailStart: number): boolean {
  for (let at = tail.indexOf(zipEnd); at >= 0; at = tail.indexOf(zipEnd, at + 1)) {
    if (at + 22 > tail.length) continue
    const directory = tailStart + at - tail.readUInt32LE(at + 12)
    const inTail = directory - tailStart
    if (inTail >= 0 && tail.subarray(inTail, inTail + 4).equals(zipDirectory)) return true
    if (inTail < 0 && directory >= 0) return true
  }
  return false
}

async function contains(handle: Handle, size: number, wanted: Buffer): Promise<boolean> {
  const step = 64 * 1024
  for (let at = 0; at < size; at += step) {
    const part = await readPart(handle, at, Math.min(step + wanted.length, size - at))
    if (part.includes(wanted)) return true
  }
  return false
}
