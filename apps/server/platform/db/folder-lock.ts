import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import path from 'node:path'

/** Another process has this folder open. Two processes on one embedded folder would corrupt it silently. */
export class FolderInUse extends Error {
  constructor(folder: string, holder: string) {
    super(
      `The data folder ${folder} is in use by ${holder}. Stop that one first, or set WAYMARK_DATA to another folder.`,
    )
  }
}

export interface FolderLock {
  release(): Promise<void>
}

/**
 * Takes the folder for this process. On Linux an abstract socket holds it, which the kernel frees even after
 * kill -9; elsewhere the lock file counts for as long as the process it names is alive.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'waymark.lock')
  const socket = process.platform === 'linux' ? await holdSocket(folder, file) : null
  if (!socket) refuseLiveHolder(folder, file)
  writeFileSync(file, `${process.pid}\n`)
  return {
    release: async () => {
      rmSync(file, { force: true })
      if (socket) await new Promise((resolve) => socket.close(resolve))
    },
  }
}

async function holdSocket(folder: string, file: string): Promise<Server> {
  const name = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32)
  const server = createServer((connection) => connection.end(String(process.pid)))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) =>
      reject(fault.code === 'EADDRINUSE' ? new FolderInUse(folder, holderIn(file)) : fault),
    )
    server.listen(`\0waymark-${name}`, resolve)
  })
  server.unref()
  return server
}

const holderIn = (file: string) =>
  existsSync(file) ? `process ${readFileSync(file, 'utf8').trim()}` : 'another process'

function refuseLiveHolder(folder: string, file: string): void {
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8'))
  if (!Number.isInteger(pid) || pid === process.pid) return
  try {
    process.kill(pid, 0)
  } catch {
    return // no such process: the lock was left by a crash
  }
  throw new FolderInUse(folder, holderIn(file))
}
