/**
 * The closed process: reads one request from its standard input, one file from the disk,
 * and writes one reply to channel 3. It has no environment and, where the system allows, no network.
 */
import { createWriteStream } from 'node:fs'
import { text } from 'node:stream/consumers'
import type { ReadingLimits } from './limits.ts'

const global = globalThis as Record<string, unknown>
for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) delete global[name]

const { file, limits } = JSON.parse(await text(process.stdin)) as {
  file: Parameters<typeof import('./read-file.ts').readFileHere>[0]
  limits: ReadingLimits
}
// Loaded only now, so that no library meets the network functions.
const { readFileHere } = await import('./read-file.ts')
const { refuse } = await import('./refusal.ts')
const reply = await readFileHere(file, limits).catch((fault: unknown) => ({
  ...refuse('unreadable', file.filename, limits),
  fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
}))
createWriteStream('', { fd: 3 }).end(JSON.stringify(reply), () => process.exit(0))
