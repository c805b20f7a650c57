import { randomBytes } from 'node:crypto'
import type { Role } from '@waymark/contract/permissions.ts'
import { sql } from 'kysely'
import type { Config } from '../config.ts'
import type { Clock } from './clock.ts'
import type { Database, Tx } from './db/database.ts'
import { hasAnnounced } from './events/event.ts'
import type { FileStore } from './files.ts'
import { newUuid } from './ids.ts'
import type { JobQueue } from './jobs/job.ts'
import type { Logger } from './log.ts'
import { Refused } from './refused.ts'

/** Who asks, as the sign-in settled it. */
export interface Viewer {
  userId: string
  schoolId: string
  role: Role
  sessionId: string | null
  isSample: boolean
  locale: string
}

/** The machines a process runs on; made once at the start, handed to every context. */
export interface Machines {
  config: Config
  clock: Clock
  database: Database
  files: FileStore
  log: Logger
  jobs: JobQueue
  /** Tells the relay that a transaction with announcements has been committed. */
  wake(): void
}

/** One request, or one item of a job: one instant, one viewer, and the only way to the database. */
export interface Context {
  readonly now: Date
  newId(): string
  newBytes(count: number): Uint8Array
  readonly requestId: string
  readonly viewer: Viewer | null
  readonly address: string
  readonly accessReason: string | null
  readonly log: Logger
  readonly config: Config
  readonly files: FileStore
  readonly clock: Clock
  readonly jobs: JobQueue
  /** Works as `waymark_app` inside the viewer's school. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** The same for a job's school. */
  schoolTransaction<T>(schoolId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Works as the login role, without the second wall: sign-in, set-up, relay and job fetching only. */
  systemTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

export interface Circumstances {
  requestId?: string
  viewer?: Viewer | null
  address?: string
  accessReason?: string | null
}

export function makeContext(machines: Machines, circumstances: Circumstances = {}): Context {
  const { config, clock, database, files, log } = machines
  const now = clock.now()
  const viewer = circumstances.viewer ?? null
  const begin = async <T>(schoolId: string | null, work: (tx: Tx) => Promise<T>): Promise<T> => {
    let announced = false
    const result = await database.kysely.transaction().execute(async (tx) => {
      if (schoolId) await enterSchool(tx, schoolId)
      const done = await work(tx)
      announced = hasAnnounced(tx)
      return done
    })
    if (announced) machines.wake()
    return result
  }
  return {
    now,
    newId: () => newUuid(now),
    newBytes: (count) => new Uint8Array(randomBytes(count)),
    requestId: circumstances.requestId ?? newUuid(now),
    viewer,
    address: circumstances.address ?? '',
    accessReason: circumstances.accessReason ?? null,
    log,
    config,
    files,
    clock,
    jobs: machines.jobs,
    transaction: (work) => begin(whoIsIn(viewer).schoolId, work),
    schoolTransaction: (schoolId, work) => begin(schoolId, work),
    systemTransaction: (work) => begin(null, work),
  }
}

function whoIsIn(viewer: Viewer | null): Viewer {
  if (!viewer) throw new Refused('not_signed_in')
  return viewer
}

/** The viewer of an endpoint that needs a sign-in. */
export const whoIs = (ctx: Context): Viewer => whoIsIn(ctx.viewer)

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * From here to its end the transaction is `waymark_app` in one school: row-level security shows no other.
 * Without parameters the statement travels together with the begin of the transaction; only a UUID gets in.
 */
async function enterSchool(tx: Tx, schoolId: string): Promise<void> {
  if (!uuid.test(schoolId)) throw new Error('A school is named by its UUID.')
  await sql
    .raw(`select set_config('role', 'waymark_app', true), set_config('waymark.school', '${schoolId}', true)`)
    .execute(tx)
}
