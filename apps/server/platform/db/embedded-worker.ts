import fs from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { citext } from '@electric-sql/pglite/contrib/citext'
import { dumpEmbedded } from './embedded-dump.ts'
import type { FromWorker, ToWorker, WorkerStart } from './embedded-messages.ts'

/**
 * The embedded PostgreSQL lives in this thread, so that a slow query never blocks the web server.
 * PGlite leaves every write in the operating system's cache: it has no fsync of its own. Started without `-F`,
 * with `wal_sync_method=fsync`, PostgreSQL asks for one at each commit, and the stream operation set
 * below carries it to the disk.
 */
const port = parentPort
if (!port) throw new Error('This file runs as a worker thread.')
const start = workerData as WorkerStart

const INT8 = 20
const DATE = 1082
const parsers = { [INT8]: (text: string) => Number(text), [DATE]: (text: string) => text }

interface NodeFileSystem {
  FS: { filesystems: { NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } } } }
}

let syncs = 0

async function open(): Promise<PGlite> {
  const db = await PGlite.create({
    ...(start.folder ? { dataDir: start.folder } : {}),
    ...(start.snapshot ? { loadDataDir: new Blob([start.snapshot as Uint8Array<ArrayBuffer>]) } : {}),
    extensions: { citext },
    parsers,
    startParams: [
      ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
      '-c',
      'wal_sync_method=fsync',
    ],
  })
  if (start.folder) {
    const { FS } = (db as unknown as { Module: NodeFileSystem }).Module
    FS.filesystems.NODEFS.stream_ops.fsync = (stream) => {
      fs.fdatasyncSync(stream.nfd)
      syncs += 1
      return 0
    }
  }
  return db
}

async function answer(db: PGlite, request: ToWorker): Promise<Omit<FromWorker, 'id'>> {
  switch (request.kind) {
    case 'query': {
      const { rows, affectedRows } = await db.query(request.sql, request.parameters)
      return { rows, affectedRows: affectedRows ?? 0 }
    }
    case 'script': {
      const results = await db.exec(request.sql)
      return { rows: results.at(-1)?.rows ?? [], affectedRows: 0 }
    }
    case 'snapshot':
      return { rows: [], affectedRows: 0, snapshot: await (await db.dumpDataDir('none')).bytes() }
    case 'dump':
      return { rows: [], affectedRows: 0, dump: await dumpEmbedded(db) }
    case 'syncs':
      return { rows: [{ syncs }], affectedRows: 0 }
    case 'close':
      await db.close()
      return { rows: [], affectedRows: 0 }
  }
}

/** Only what tells a fault apart travels: PGlite's error object cannot be cloned. */
function faultOf(error: unknown): NonNullable<FromWorker['fault']> {
  const facts = error as Partial<Record<'message' | 'code' | 'constraint' | 'table' | 'column', string>>
  return {
    message: facts.message ?? String(error),
    ...(facts.code ? { code: facts.code } : {}),
    ...(facts.constraint ? { constraint: facts.constraint } : {}),
    ...(facts.table ? { table: facts.table } : {}),
    ...(facts.column ? { column: facts.column } : {}),
  }
}

const nothing = { rows: [], affectedRows: 0 }
const opened = open()
opened.then(
  () => port.postMessage({ id: 0, ...nothing } satisfies FromWorker),
  (error: unknown) => port.postMessage({ id: 0, ...nothing, fault: faultOf(error) } satisfies FromWorker),
)
port.on('message', async (request: ToWorker) => {
  try {
    const reply = await answer(await opened, request)
    port.postMessage({ id: request.id, ...reply } satisfies FromWorker)
  } catch (error) {
    port.postMessage({ id: request.id, ...nothing, fault: faultOf(error) } satisfies FromWorker)
  }
})
