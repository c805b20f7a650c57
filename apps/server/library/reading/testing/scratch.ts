import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { readingLimits } from '../limits.ts'
import { readFileHere } from '../read-file.ts'
import type { DocumentReading } from '../reading.ts'

/** A folder for the files of one test file, removed after its last test. */
export function scratchFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-reading-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const pictures = join(folder, 'pictures')
  mkdirSync(pictures)
  const write = (filename: string, bytes: Buffer | string) => {
    const path = join(folder, filename)
    writeFileSync(path, bytes)
    return { path, filename, size: statSync(path).size, pictures_folder: pictures }
  }
  const read = async (filename: string, bytes: Buffer): Promise<DocumentReading> => {
    const reply = await readFileHere(write(filename, bytes), readingLimits)
    if (reply.status === 'refused') throw new Error(`refused: ${reply.message}`)
    return reply
  }
  return { folder, pictures, write, read }
}

/** The visible text of the passages, one per line. */
export function visibleText(reading: DocumentReading): string[] {
  return reading.passages.filter(({ hidden }) => !hidden).map(({ text }) => text)
}

export function hiddenText(reading: DocumentReading): string[] {
  return reading.passages.filter(({ hidden }) => hidden).map(({ text }) => text)
}
