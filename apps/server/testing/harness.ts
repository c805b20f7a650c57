import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Call } from '@waymark/contract/endpoint.ts'
import type { Endpoints, Operation } from '@waymark/contract/endpoints.ts'
import type { Role } from '@waymark/contract/permissions.ts'
import { readConfig } from '../config.ts'
import { buildHouse, type House } from '../house.ts'
import { authenticate } from '../people/index.ts'
import { machineClock } from '../platform/clock.ts'
import { type Context, makeContext, type Viewer } from '../platform/context.ts'
import type { Database } from '../platform/db/database.ts'
import type { SignedIn } from '../platform/http/authentication.ts'
import { type CallParts, type InnerAnswer, innerCall } from '../platform/http/inner-call.ts'
import { openLog } from '../platform/log.ts'
import { settle } from '../platform/settle.ts'
import { openTestDatabase } from './test-database.ts'

/** A caller of the API in a test; `call` goes through HTTP, with every check of the door. */
export interface Client {
  call<O extends Operation>(
    operation: O,
    parts?: CallParts<O>,
  ): Promise<InnerAnswer<Call<Endpoints[O]>['reply']>>
}

export interface TestHouse {
  house: House
  db: Database['kysely']
  /** Freezes or shifts the house's time. */
  clock: House['machines']['clock']
  logLines: string[]
  /** A caller signed in as this person, without the ceremony of a sign-in. */
  as(viewer: Omit<Viewer, 'sessionId' | 'locale' | 'isSample'> & Partial<Viewer>): Client
  /** A caller with nothing, or with headers of its own (a token, a cookie). */
  anyone(headers?: Record<string, string>): Client
  context(viewer?: Viewer): Context
  /** Delivers, works and delivers again until nothing is left to do. */
  runUntilQuiet(): Promise<void>
  close(): Promise<void>
}

export interface HouseOptions {
  now?: Date
  settings?: Record<string, string>
}

/** A whole house on an own database, stopped in time at `now` (a school morning by default). */
export async function openTestHouse(options: HouseOptions = {}): Promise<TestHouse> {
  const files = mkdtempSync(path.join(tmpdir(), 'waymark-files-'))
  const clock = machineClock()
  clock.freeze(options.now ?? new Date('2026-03-02T10:00:00.000Z'))
  const logLines: string[] = []
  const badges = new Map<string, SignedIn>()
  const house = await buildHouse({
    config: readConfig({ SESSION_SECRET: 'a-secret-of-tests-only-0123456789abcdef', ...options.settings }),
    database: await openTestDatabase(),
    log: openLog('debug', (line) => logLines.push(line)),
    clock,
    files,
    authenticate: async (ctx, credentials) =>
      badges.get(credentials.bearer ?? '') ?? (await authenticate(ctx, credentials)),
  })
  const client = (headers: Record<string, string>): Client => ({
    call: (operation, parts = {}) =>
      innerCall(house.app, operation, { ...parts, headers: { ...headers, ...parts.headers } }),
  })
  return {
    house,
    db: house.machines.database.kysely,
    clock,
    logLines,
    as: (viewer) => {
      const badge = `test-badge-${badges.size}`
      const full: Viewer = { sessionId: null, locale: 'en-GB', isSample: false, ...viewer }
      badges.set(badge, { viewer: full, csrfToken: null })
      return client({ authorization: `Bearer ${badge}` })
    },
    anyone: (headers = {}) => client(headers),
    context: (viewer) => makeContext(house.machines, viewer ? { viewer } : {}),
    runUntilQuiet: () => settle(house),
    close: async () => {
      await house.close()
      rmSync(files, { recursive: true, force: true })
    },
  }
}

export const roles: readonly Role[] = ['student', 'teacher', 'advisor', 'guardian', 'admin', 'service']
