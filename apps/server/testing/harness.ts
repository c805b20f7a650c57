import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Call } from '@waymark/contract/endpoint.ts'
import { type Endpoints, endpoints, type Operation } from '@waymark/contract/endpoints.ts'
import type { Role } from '@waymark/contract/permissions.ts'
import type { InjectOptions } from 'fastify'
import { readConfig } from '../config.ts'
import { buildHouse, type House } from '../house.ts'
import { authenticate } from '../people/index.ts'
import { machineClock } from '../platform/clock.ts'
import { type Context, makeContext, type Viewer } from '../platform/context.ts'
import type { Database } from '../platform/db/database.ts'
import type { SignedIn } from '../platform/http/authentication.ts'
import { API_BASE } from '../platform/http/serve-route.ts'
import { openLog } from '../platform/log.ts'
import { openTestDatabase } from './test-database.ts'

export interface Answer<T> {
  status: number
  body: T
  text: string
  headers: Record<string, string | string[] | number | undefined>
}

type Parts<O extends Operation> = Partial<Pick<Call<Endpoints[O]>, 'params' | 'query' | 'body'>> & {
  headers?: Record<string, string>
  payload?: InjectOptions['payload']
}

/** A caller of the API in a test; `call` goes through HTTP, with every check of the door. */
export interface Client {
  call<O extends Operation>(operation: O, parts?: Parts<O>): Promise<Answer<Call<Endpoints[O]>['reply']>>
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
    call: (operation, parts) => call(house, headers, operation, parts),
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
    runUntilQuiet: () => runUntilQuiet(house),
    close: async () => {
      await house.close()
      rmSync(files, { recursive: true, force: true })
    },
  }
}

async function call<O extends Operation>(
  house: House,
  base: Record<string, string>,
  operation: O,
  parts: Parts<O> = {},
): Promise<Answer<Call<Endpoints[O]>['reply']>> {
  const endpoint = endpoints[operation]
  const params = (parts.params ?? {}) as Record<string, string>
  const url =
    API_BASE +
    endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const query = Object.fromEntries(
    Object.entries((parts.query ?? {}) as Record<string, unknown>)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  )
  const payload = parts.payload ?? (parts.body === undefined ? undefined : JSON.stringify(parts.body))
  const response = await house.app.inject({
    method: endpoint.method,
    url,
    query,
    headers: {
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      ...base,
      ...parts.headers,
    },
    ...(payload === undefined ? {} : { payload }),
  })
  const isJson = String(response.headers['content-type'] ?? '').includes('json')
  return {
    status: response.statusCode,
    body: (isJson ? response.json() : response.body) as Call<Endpoints[O]>['reply'],
    text: response.body,
    headers: response.headers,
  }
}

async function runUntilQuiet(house: House): Promise<void> {
  for (let round = 0; round < 50; round += 1) {
    const delivered = await house.relay.deliver()
    const done = await house.jobs.runWaiting(house.workers)
    if (delivered + done === 0) return
  }
  throw new Error('The house does not come to rest: a handler announces what it handles, or keeps failing.')
}

export const roles: readonly Role[] = ['student', 'teacher', 'advisor', 'guardian', 'admin', 'service']
