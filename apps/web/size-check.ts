import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** One entry of Vite's manifest, as far as it is needed here. */
export interface Chunk {
  file: string
  imports?: string[]
  dynamicImports?: string[]
  css?: string[]
}
export type Manifest = Record<string, Chunk>

export const limitKilobytes = 130

/** What the first screens of a student load: the entry, the area, a question, and the words of one locale. */
const studentStarts = ['index.html', 'learn/StudentArea.tsx', 'take/AttemptArea.tsx']
const words = /words\/en-GB\/base/

/** Manifest keys of every chunk that the student's first screens load, each once. */
export function studentChunks(manifest: Manifest): string[] {
  const starts = [...studentStarts, ...Object.keys(manifest).filter((key) => words.test(key))]
  const missing = studentStarts.filter((start) => !manifest[start])
  if (missing.length > 0) throw new Error(`The build has no chunk for ${missing.join(', ')}`)
  if (starts.length !== studentStarts.length + 1) throw new Error('The build has no chunk for the words')
  const seen = new Set<string>()
  const visit = (key: string): void => {
    if (seen.has(key)) return
    seen.add(key)
    manifest[key]?.imports?.forEach(visit)
  }
  starts.forEach(visit)
  return [...seen]
}

/** Files of the built app, gzipped, in kilobytes of 1,000 bytes. */
export function gzippedKilobytes(files: readonly string[], read: (file: string) => Uint8Array): number {
  return files.reduce((sum, file) => sum + gzipSync(read(file)).length, 0) / 1000
}

interface Measured {
  kilobytes: number
  chunks: number
  passed: boolean
}

/** Measures the build in `dist`. */
export function measureStudentArea(dist = new URL('./dist/', import.meta.url)): Measured {
  const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8')) as Manifest
  const files = studentChunks(manifest).flatMap((key) => manifest[key]?.file ?? [])
  const kilobytes = gzippedKilobytes(files, (file) => readFileSync(new URL(file, dist)))
  return { kilobytes, chunks: files.length, passed: kilobytes <= limitKilobytes }
}

if (process.argv[1] === import.meta.filename) {
  const { kilobytes, chunks, passed } = measureStudentArea()
  const verdict = passed ? 'within' : 'over'
  process.stdout.write(
    `Student area: ${kilobytes.toFixed(1)} kB gzip in ${chunks} files, ${verdict} the limit of ${limitKilobytes} kB\n`,
  )
  process.exitCode = passed ? 0 : 1
}
