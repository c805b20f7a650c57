import path from 'node:path'
import type { Endpoint } from '@waymark/contract/endpoint.ts'
import { endpoints } from '@waymark/contract/endpoints.ts'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { authenticate, mayHearOf, publicKeys } from './people/index.ts'
import { type Clock, machineClock } from './platform/clock.ts'
import type { Machines } from './platform/context.ts'
import { makeContext } from './platform/context.ts'
import type { Database } from './platform/db/database.ts'
import { migrate } from './platform/db/migrate.ts'
import { Relay } from './platform/events/relay.ts'
import { openFileStore } from './platform/files.ts'
import type { Authenticate } from './platform/http/authentication.ts'
import { eventStreamRoutes } from './platform/http/event-stream.ts'
import { Limits } from './platform/http/limits.ts'
import { Metrics } from './platform/http/metrics.ts'
import { openapiOf } from './platform/http/openapi.ts'
import type { Route } from './platform/http/route.ts'
import { buildServer } from './platform/http/server.ts'
import { Jobs } from './platform/jobs/boss.ts'
import type { Logger } from './platform/log.ts'
import { readiness } from './platform/readiness.ts'
import { Timetable } from './platform/timetable.ts'
import type { Worker } from './platform/work.ts'
import { rooms } from './rooms.ts'

const DRAIN_MS = 15_000

export type RunningRole = 'web' | 'worker' | 'relay'

/** The whole house on its machines: built once per process, and in tests once per file. */
export interface House {
  app: FastifyInstance
  machines: Machines
  relay: Relay
  jobs: Jobs
  timetable: Timetable
  workers: readonly Worker[]
  /** Begins to deliver, take errands and keep the timetable, as the roles ask. */
  run(roles: readonly RunningRole[]): Promise<void>
  /** Not ready → no more errands, requests in flight end → machines close. */
  close(): Promise<void>
}

export interface HouseParts {
  config: Config
  database: Database
  log: Logger
  clock?: Clock
  /** Folder for private files. */
  files: string
  /** Who asks; the people room's answer unless a test knows better. */
  authenticate?: Authenticate
}

export async function buildHouse(parts: HouseParts): Promise<House> {
  const { config, database, log } = parts
  const clock = parts.clock ?? machineClock()
  await migrate(database, clock.now())
  const machines = {
    config,
    clock,
    database,
    log,
    files: openFileStore(path.resolve(parts.files)),
    wake: () => relay.wake(),
  } as Machines
  const workers = rooms.flatMap((room) => room.workers)
  const relay: Relay = new Relay(machines, workers)
  const jobs = new Jobs(machines)
  machines.jobs = jobs
  await jobs.start()
  const timetable = new Timetable(machines, workers)
  const closing = new AbortController()
  const state = { started: false, stopping: false }
  const metrics = new Metrics()
  const app = await buildServer({
    machines,
    authenticate: parts.authenticate ?? authenticate,
    limits: new Limits(config),
    closing: closing.signal,
    routes: allRoutes(relay),
    openapi: () => openapiOf(endpoints as Record<string, Endpoint>),
    jwks: () => publicKeys(makeContext(machines)),
    health: { ready: () => readiness(machines, state) },
    metrics,
  })
  return {
    app,
    machines,
    relay,
    jobs,
    timetable,
    workers,
    run: async (roles) => {
      state.started = true
      if (roles.includes('worker')) {
        await jobs.work(workers)
        timetable.start()
      }
      if (roles.includes('relay')) relay.start()
    },
    close: async () => {
      state.stopping = true
      closing.abort()
      await Promise.all([timetable.stop(), jobs.stop(), drain(app)])
      await relay.stop()
      await database.close()
    },
  }
}

/** Ends requests in flight with their answers; a caller who never ends a request does not hold the house up. */
async function drain(app: FastifyInstance): Promise<void> {
  const late = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS)
  await app.close()
  clearTimeout(late)
}

/** Every endpoint has exactly one route; a missing or an unknown one stops the start. */
function allRoutes(relay: Relay): Record<string, Route> {
  const routes: Record<string, Route> = { ...eventStreamRoutes(relay, mayHearOf) }
  for (const room of rooms) Object.assign(routes, room.routes)
  const missing = Object.keys(endpoints).filter((operation) => !(operation in routes))
  const unknown = Object.keys(routes).filter((operation) => !(operation in endpoints))
  if (missing.length + unknown.length > 0)
    throw new Error(
      `Endpoints without a route: ${missing.join(', ') || 'none'}. Routes without an endpoint: ${unknown.join(', ') || 'none'}.`,
    )
  return routes
}
