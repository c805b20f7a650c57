import type { ChildProcess } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { probeClosure, spawnClosed } from './closed-process.ts'
import { kindOfName } from './guard/first-bytes.ts'
import { type ReadingLimits, readingLimits } from './limits.ts'
import type { FileToRead } from './read-file.ts'
import type { DocumentReading, DocumentRefusal } from './reading.ts'
import { FileUnfit, refuse } from './refusal.ts'
import { parseReply } from './reply.ts'

const childProgram = fileURLToPath(new URL('./child.ts', import.meta.url))

/**
 * Reads one uploaded file in a process of its own: bounded memory, killed when its time is up, no environment,
 * no network where the system can close it, and nothing to write to but the pictures' folder.
 * Name and size are judged here, everything inside the file there.
 */
export async function readDocument(
  file: FileToRead & { size: number },
  limits: ReadingLimits = readingLimits,
): Promise<DocumentReading | DocumentRefusal> {
  try {
    kindOfName(file.filename)
    if (file.size > limits.file_bytes) throw new FileUnfit('too_large')
    if (file.size === 0) throw new FileUnfit('empty')
  } catch (fault) {
    if (fault instanceof FileUnfit) return refuse(fault.reason, file.filename, limits)
    throw fault
  }
  const { path, filename } = file
  const folder = realpathSync(file.pictures_folder)
  const child = await startChild(folder, limits)
  const json = await exchange(child, { file: { path, filename, pictures_folder: folder }, limits }, limits)
  // No reply means that the child was stopped: out of time, out of memory, or talking without end.
  const reply = json === null ? null : parseReply(json)
  return reply ?? refuse('too_much_work', filename, limits)
}

async function startChild(folder: string, limits: ReadingLimits): Promise<ChildProcess> {
  const closure = await probeClosure()
  const args = [
    `--max-old-space-size=${limits.memory_mb}`,
    // The picture decoder is native code; files elsewhere cannot be written, programs cannot be started.
    '--permission',
    '--allow-addons',
    '--allow-fs-read=*',
    `--allow-fs-write=${folder}`,
    '--no-warnings',
    childProgram,
  ]
  const options = {
    writable: folder,
    channels: ['pipe', 'ignore', 'ignore', 'pipe'] as ('pipe' | 'ignore')[],
  }
  const child = spawnClosed(closure, process.execPath, args, options)
  if (child === null) throw new Error(`The closure ${closure} was usable and is gone.`)
  return child
}

/** Sends the request and gathers the reply; `null` when the child was stopped or ended without one. */
function exchange(child: ChildProcess, request: unknown, limits: ReadingLimits): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    let size = 0
    let stopped = false
    const stop = () => {
      stopped = true
      child.kill('SIGKILL')
    }
    const clock = setTimeout(stop, limits.seconds * 1_000)
    child.stdio[3]?.on('data', (piece: Buffer) => {
      size += piece.length
      if (size > limits.reply_bytes) stop()
      else pieces.push(piece)
    })
    child.once('error', (fault) => {
      clearTimeout(clock)
      reject(fault)
    })
    child.once('close', (code) => {
      clearTimeout(clock)
      resolve(!stopped && code === 0 ? Buffer.concat(pieces).toString('utf8') : null)
    })
    // A child that ends early closes its input; its exit says the rest.
    child.stdin?.on('error', () => {})
    child.stdin?.end(JSON.stringify(request))
  })
}
