import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyCompress from '@fastify/compress'
import fastifyCookie from '@fastify/cookie'
import fastifyHelmet from '@fastify/helmet'
import fastifyMultipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance } from 'fastify'
import { newUuid } from '../ids.ts'
import { Refused } from '../refused.ts'
import { version } from '../version.ts'
import { serveDocs } from './docs.ts'
import type { Metrics } from './metrics.ts'
import { problemOf } from './problem.ts'
import type { Route } from './route.ts'
import { type Doors, serveRoute } from './serve-route.ts'

const MEBIBYTE = 1024 * 1024
/** Longest time to send a request: enough for the largest upload on a slow line, not for ever. */
const REQUEST_MS = 10 * 60_000
const webFolder = fileURLToPath(new URL('../../../web/dist', import.meta.url))

export interface Health {
  /** Asked by GET /ready. */
  ready(): Promise<{ status: 'ready' | 'degraded' | 'not_ready'; dependencies: Record<string, string> }>
}

export interface ServerParts extends Doors {
  routes: Record<string, Route>
  openapi: () => object
  jwks: () => Promise<object>
  health: Health
  metrics: Metrics
}

/** The web server with every route; the caller lets it listen (or injects requests, in tests). */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { machines } = parts
  const app = Fastify({
    logger: false,
    trustProxy: machines.config.WAYMARK_TRUST_PROXY,
    bodyLimit: MEBIBYTE,
    genReqId: () => newUuid(machines.clock.now()),
    requestTimeout: REQUEST_MS,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    // What still arrives on an open line while the server stops is answered, and the line then closed.
    return503OnClosing: false,
  })
  await dressServer(app, machines.config.MAX_UPLOAD_SIZE_MB)
  watchRequests(app, parts)
  answerErrors(app, parts)
  for (const [operation, route] of Object.entries(parts.routes)) serveRoute(app, parts, operation, route)
  serveHealth(app, parts)
  await serveDocs(app, parts.openapi)
  app.get('/.well-known/jwks.json', async () => parts.jwks())
  await serveWeb(app, machines.config.WAYMARK_ENVIRONMENT)
  return app
}

async function dressServer(app: FastifyInstance, uploadMegabytes: number): Promise<void> {
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  })
  app.addHook('onSend', async (_request, reply) => {
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()')
  })
  await app.register(fastifyCookie)
  await app.register(fastifyCompress, { threshold: 1024, encodings: ['br', 'gzip'] })
  await app.register(fastifyMultipart, {
    limits: {
      fileSize: uploadMegabytes * MEBIBYTE + 1,
      files: 20,
      fields: 20,
      fieldSize: 64 * 1024,
      parts: 40,
    },
    throwFileSizeLimit: false,
  })
}

function watchRequests(app: FastifyInstance, { machines, metrics }: ServerParts): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (isTooDeep(request.url)) throw new Refused('malformed')
  })
  app.addHook('preValidation', async (request) => {
    if (request.body !== undefined && request.body !== null && depthOf(request.body) > 64)
      throw new Refused('malformed')
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    metrics.observe(request.method, route, reply.statusCode, reply.elapsedTime)
    machines.log[levelOf(route, reply.statusCode)](
      {
        request_id: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      },
      'request',
    )
  })
}

/** That a server is not ready yet, or no longer, is an answer and no fault. */
function levelOf(route: string, status: number): 'error' | 'info' | 'debug' {
  if (status < 500) return 'debug'
  return route === '/ready' ? 'info' : 'error'
}

const isTooDeep = (url: string) => url.length > 4096

function depthOf(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null || depth > 64) return depth
  let deepest = depth + 1
  for (const part of Object.values(value)) deepest = Math.max(deepest, depthOf(part, depth + 1))
  return deepest
}

function answerErrors(app: FastifyInstance, { machines }: ServerParts): void {
  app.setErrorHandler((error, request, reply) => {
    const { problem, retryAfter, fault } = problemOf(error, request.id)
    if (fault)
      machines.log.error(
        { err: error, request_id: request.id, route: request.routeOptions.url },
        'a request failed',
      )
    if (retryAfter !== null) reply.header('retry-after', String(retryAfter))
    return reply.code(problem.status).type('application/problem+json').send(problem)
  })
}

function serveHealth(app: FastifyInstance, { machines, health, metrics }: ServerParts): void {
  app.get('/health', async () => ({ status: 'ok', version, timestamp: machines.clock.now().toISOString() }))
  app.get('/ready', async (_request, reply) => {
    const state = await health.ready()
    return reply.code(state.status === 'not_ready' ? 503 : 200).send(state)
  })
  app.get('/metrics', async (request, reply) => {
    const key = machines.config.WAYMARK_METRICS_KEY
    const local = /^(127\.|::1$|::ffff:127\.)/.test(request.ip)
    if (!(local || (key && request.headers.authorization === `Bearer ${key}`))) throw new Refused('not_found')
    return reply.type(metrics.contentType).send(await metrics.text())
  })
}

/** The web app: hashed files for ever, its page for every address that is not a file or the API. */
async function serveWeb(app: FastifyInstance, environment: string): Promise<void> {
  const built = existsSync(webFolder)
  if (built)
    await app.register(fastifyStatic, {
      root: webFolder,
      wildcard: false,
      index: false,
      setHeaders: (reply, file) => {
        reply.header(
          'cache-control',
          file.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
    })
  const page = async (wantsPage: boolean, reply: import('fastify').FastifyReply) => {
    if (!built || !wantsPage) throw new Refused('not_found')
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  }
  const wantsPage = (accept: string | undefined) => accept?.includes('text/html') ?? false
  app.get('/', async (request, reply) =>
    wantsPage(request.headers.accept) && built
      ? page(true, reply)
      : reply.send({ name: 'Waymark', version, environment }),
  )
  app.setNotFoundHandler(async (request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      !/\.\w+$/.test(request.url.split('?')[0] ?? '')
    return page(isPage && wantsPage(request.headers.accept), reply)
  })
}
