import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readDocument } from '../apps/server/library/reading/read-document.ts'
import { makeLargeDeck } from '../apps/server/library/reading/testing/large-deck.ts'
import type { Figure } from './figure.ts'

const mebibyte = 1024 * 1024

/** How long the document reader takes for large presentations, its process and its pictures included. */
export async function run(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'))
  try {
    const usual = await measure(folder, 10 * mebibyte)
    const largest = await measure(folder, 49 * mebibyte)
    return [
      { name: 'read 40 slides of 10 MB', value: usual.seconds, unit: 's', limit: 5, note: usual.note },
      {
        name: 'read a presentation of 50 MB',
        value: largest.seconds,
        unit: 's',
        limit: 60,
        note: largest.note,
      },
      { name: 'growth of the calling process, 50 MB read', value: largest.grownMb, unit: 'MB', limit: 50 },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(folder: string, bytes: number) {
  const path = join(folder, `${bytes}.pptx`)
  const deck = await makeLargeDeck(bytes)
  await writeFile(path, deck)
  const size = deck.length
  // Making the deck left garbage behind, and collecting it while reading would hide what reading takes.
  collectGarbage()
  const before = held()
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, held())
  }, 10)
  const start = performance.now()
  const reply = await readDocument({ path, filename: 'deck.pptx', size, pictures_folder: folder })
  const seconds = (performance.now() - start) / 1_000
  clearInterval(watch)
  if (reply.status !== 'ready') throw new Error(reply.message)
  const { passages, material } = reply
  return {
    seconds,
    grownMb: (Math.max(peak, held()) - before) / mebibyte,
    note: `${(size / mebibyte).toFixed(1)} MB, ${passages.length} passages, ${material.pictures.length} pictures`,
  }
}

function held(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}
