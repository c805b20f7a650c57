import { createHash } from 'node:crypto'
import { createWriteStream, mkdirSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newUuid } from './ids.ts'
import { Refused } from './refused.ts'

export interface StoredFile {
  fileId: string
  size: number
  sha256: string
}

/** Private files under random names in one folder. A file's meaning (whose, what, how long) is a row's business. */
export interface FileStore {
  /** Streams to the disk; beyond `limit` bytes what was written is removed and `too_large` refused. */
  put(source: Readable, limit: number): Promise<StoredFile>
  path(fileId: string): string
  remove(fileId: string): Promise<void>
  /** Files last written before an instant, for sweeps. */
  listOlderThan(instant: Date): Promise<string[]>
}

const fileName = /^[0-9a-f-]{36}$/

export function openFileStore(folder: string): FileStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const place = (fileId: string) => {
    if (!fileName.test(fileId)) throw new Error('A file id is a UUID.')
    return path.join(folder, fileId)
  }
  return {
    path: place,
    put: async (source, limit) => {
      const fileId = newUuid(new Date())
      const hash = createHash('sha256')
      let size = 0
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length
          hash.update(chunk)
          if (size > limit) done(new Refused('too_large', { limit_bytes: limit }))
          else done(null, chunk)
        },
      })
      try {
        await pipeline(source, measure, createWriteStream(place(fileId), { mode: 0o600 }))
      } catch (fault) {
        await rm(place(fileId), { force: true })
        throw fault
      }
      return { fileId, size, sha256: hash.digest('hex') }
    },
    remove: (fileId) => rm(place(fileId), { force: true, recursive: true }),
    listOlderThan: async (instant) => {
      const names = (await readdir(folder)).filter((name) => fileName.test(name))
      const facts = await Promise.all(
        names.map(async (name) => ({
          name,
          at: (await stat(path.join(folder, name)).catch(() => null))?.mtime,
        })),
      )
      return facts.filter(({ at }) => at && at < instant).map(({ name }) => name)
    },
  }
}
