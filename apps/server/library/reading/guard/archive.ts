import { type Entry, openPromise, type ZipFile } from 'yauzl'
import type { ReadingLimits } from '../limits.ts'
import { FileUnfit } from '../refusal.ts'

/** An archive that passed every check, so that its parts may be read. */
export interface Archive {
  names: string[]
  has(name: string): boolean
  /** The unpacked bytes, or `null` when there is no such part. */
  read(name: string): Promise<Buffer | null>
  close(): void
}

type Bounds = Pick<
  ReadingLimits,
  'archive_entries' | 'unpacked_bytes' | 'unpacked_entry_bytes' | 'unpack_ratio' | 'ratio_from_bytes'
>

/**
 * Opens a zip and unpacks every part once, keeping nothing, before any part is believed:
 * the sizes an archive states are claims. Archives inside are counted as bytes and never opened.
 */
export async function openArchive(path: string, bounds: Bounds): Promise<Archive> {
  // Names are checked here rather than by yauzl, which would report each fault as a broken archive.
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false }).catch(
    () => {
      throw new FileUnfit('archive_broken')
    },
  )
  try {
    const entries = await listEntries(zip, bounds)
    await countUnpacked(zip, [...entries.values()], bounds)
    return {
      names: [...entries.keys()],
      has: (name) => entries.has(name),
      read: async (name) => {
        const entry = entries.get(name)
        return entry === undefined ? null : await readEntry(zip, entry)
      },
      close: () => zip.close(),
    }
  } catch (fault) {
    zip.close()
    throw fault
  }
}

async function listEntries(zip: ZipFile, bounds: Bounds): Promise<Map<string, Entry>> {
  if (zip.entryCount > bounds.archive_entries) throw new FileUnfit('archive_entries')
  const entries = new Map<string, Entry>()
  const seen = new Set<string>()
  let claimed = 0
  try {
    for await (const entry of zip.eachEntry()) {
      if (seen.size >= bounds.archive_entries) throw new FileUnfit('archive_entries')
      const name = partName(entry)
      // Office treats part names as equal whatever their case.
      if (seen.has(name.toLowerCase())) throw new FileUnfit('archive_doubled')
      seen.add(name.toLowerCase())
      if (entry.isEncrypted()) throw new FileUnfit('password')
      claimed += entry.uncompressedSize
      checkSizes(entry.uncompressedSize, claimed, entry, bounds)
      if (!name.endsWith('/')) entries.set(name, entry)
    }
  } catch (fault) {
    throw fault instanceof FileUnfit ? fault : new FileUnfit('archive_broken')
  }
  checkOverlap([...entries.values()])
  return entries
}

function partName(entry: Entry): string {
  const name = entry.fileNameRaw.toString('utf8').replaceAll('\\', '/')
  const unsafe =
    name === '' ||
    name.startsWith('/') ||
    /^[a-z]:/i.test(name) ||
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character is what is looked for
    /[\u0000-\u001f]/.test(name) ||
    name.split('/').includes('..')
  if (unsafe) throw new FileUnfit('archive_names')
  return name
}

function checkSizes(unpacked: number, total: number, entry: Entry, bounds: Bounds): void {
  if (unpacked > bounds.unpacked_entry_bytes || total > bounds.unpacked_bytes) {
    throw new FileUnfit('archive_size')
  }
  if (unpacked > bounds.ratio_from_bytes && unpacked > bounds.unpack_ratio * entry.compressedSize) {
    throw new FileUnfit('archive_ratio')
  }
}

/** Parts that share packed bytes are how a small archive unpacks without end. */
function checkOverlap(entries: Entry[]): void {
  const localHeaderBytes = 30
  const byPosition = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  let free = 0
  for (const entry of byPosition) {
    if (entry.relativeOffsetOfLocalHeader < free) throw new FileUnfit('archive_overlap')
    free = entry.relativeOffsetOfLocalHeader + localHeaderBytes + entry.fileNameLength + entry.compressedSize
  }
}

async function countUnpacked(zip: ZipFile, entries: Entry[], bounds: Bounds): Promise<void> {
  let total = 0
  for (const entry of entries) {
    let own = 0
    for await (const piece of openEntry(zip, entry)) {
      own += piece.length
      total += piece.length
      checkSizes(own, total, entry, bounds)
    }
  }
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of openEntry(zip, entry)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** The stream ends with an error when a part is longer or shorter than it claims (yauzl counts). */
async function* openEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const stream = await zip.openReadStreamPromise(entry).catch(() => {
    throw new FileUnfit('archive_broken')
  })
  try {
    for await (const piece of stream) yield piece as Buffer
  } catch (fault) {
    const lied = fault instanceof Error && /too (many|few) bytes|not enough bytes/i.test(fault.message)
    throw new FileUnfit(lied ? 'archive_lies' : 'archive_broken')
  }
}
