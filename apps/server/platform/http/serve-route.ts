import { createReadStream } from 'node:fs'
import { ACCESS_REASON_HEADER, readAccessReason } from '@waymark/contract/access-reason.ts'
import type { Endpoint, Received } from '@waymark/contract/endpoint.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Context, type Machines, makeContext } from '../context.ts'
import {
  type Authenticate,
  requireCsrf,
  requirePermission,
  requireSameSite,
  type SignedIn,
} from './authentication.ts'
import { claimKey, settleKey } from './idempotency.ts'
import type { Limits } from './limits.ts'
import { FileReply, type IncomingFile, Reply, type RequestFacts, type Route, StreamReply } from './route.ts'

export const API_BASE = '/api/v1'
const DEFAULT_BODY_LIMIT = 1024 * 1024

export interface Doors {
  machines: Machines
  authenticate: Authenticate
  limits: Limits
  /** Aborted when the server shuts down: open streams end. */
  closing: AbortSignal
}

/** Puts one endpoint on the web: who asks, may they, parse in, do, parse out. */
export function serveRoute(
  app: FastifyInstance,
  doors: Doors,
  operation: string,
  { endpoint, handle }: Route,
): void {
  app.route({
    method: endpoint.method,
    url: API_BASE + endpoint.path.replace(/\{(\w+)\}/g, ':$1').replace(/\/$/, ''),
    bodyLimit: endpoint.bodyLimit ?? DEFAULT_BODY_LIMIT,
    config: { operation },
    handler: async (request, reply) => {
      const signedIn = await whoAsks(doors, request)
      const viewer = signedIn?.viewer ?? null
      if (viewer) requireCsrf(request.method, signedIn, header(request, 'x-csrf-token') ?? undefined)
      else requireSameSite(request.method, header(request, 'sec-fetch-site') ?? undefined)
      requirePermission(endpoint, viewer)
      const subject = Object.values((request.params ?? {}) as Record<string, string>)[0] ?? ''
      reply.headers(await doors.limits.count(endpoint.rate ?? 'general', viewer, request.ip, subject))
      const ctx = makeContext(doors.machines, {
        requestId: request.id,
        viewer,
        address: request.ip,
        accessReason: readAccessReason(header(request, ACCESS_REASON_HEADER)),
      })
      const received = parseIn(endpoint, request)
      const answer = () => handle(ctx, received, factsOf(request))
      const key = header(request, 'idempotency-key')
      if (
        key &&
        viewer &&
        endpoint.method !== 'GET' &&
        !endpoint.secretReply &&
        endpoint.consumes !== 'multipart'
      )
        return answerOnce(
          doors,
          endpoint,
          { userId: viewer.userId, operation, key: key.slice(0, 200) },
          received,
          answer,
          reply,
        )
      return sendReply(doors, endpoint, await answer(), reply)
    },
  })
}

async function whoAsks(doors: Doors, request: FastifyRequest): Promise<SignedIn | null> {
  const authorization = header(request, 'authorization')
  const bearer = authorization?.startsWith('Bearer ') ? authorization.slice(7) : null
  const cookie = request.cookies['__Host-waymark'] ?? request.cookies.waymark ?? null
  if (!bearer && !cookie) return null
  const ctx: Context = makeContext(doors.machines, { requestId: request.id, address: request.ip })
  return doors.authenticate(ctx, { cookie: bearer ? null : cookie, bearer })
}

function parseIn(endpoint: Endpoint, request: FastifyRequest): Received<Endpoint> {
  return {
    params: endpoint.params?.parse(request.params),
    query: endpoint.query?.parse(request.query),
    body: endpoint.consumes === 'multipart' ? undefined : endpoint.body?.parse(request.body ?? {}),
  } as Received<Endpoint>
}

async function answerOnce(
  doors: Doors,
  endpoint: Endpoint,
  scope: { userId: string; operation: string; key: string },
  received: Received<Endpoint>,
  answer: () => Promise<unknown>,
  reply: FastifyReply,
): Promise<unknown> {
  const earlier = await claimKey(doors.machines, scope, [received.params, received.body])
  if (earlier) return reply.header('idempotency-replayed', 'true').code(earlier.status).send(earlier.reply)
  let result: unknown
  try {
    result = await answer()
  } catch (fault) {
    await settleKey(doors.machines, scope, null)
    throw fault
  }
  const status = result instanceof Reply ? result.status : (endpoint.status ?? 200)
  const body = parseOut(endpoint, result instanceof Reply ? result.body : result)
  await settleKey(doors.machines, scope, { status, reply: body })
  if (result instanceof Reply) dress(reply, result)
  return reply.code(status).send(body)
}

async function sendReply(
  doors: Doors,
  endpoint: Endpoint,
  result: unknown,
  reply: FastifyReply,
): Promise<unknown> {
  if (result instanceof StreamReply) return openStream(result, reply, doors.closing)
  if (result instanceof FileReply)
    return reply.type(result.mediaType).headers(result.headers).send(createReadStream(result.path))
  const status = result instanceof Reply ? result.status : (endpoint.status ?? 200)
  const body = result instanceof Reply ? result.body : result
  if (result instanceof Reply) dress(reply, result)
  if (endpoint.produces === 'csv') return reply.code(status).send(body)
  if (status === 204) return reply.code(204).send()
  return reply.code(status).send(parseOut(endpoint, body))
}

/** Unknown fields are stripped: what the contract does not name never leaves. */
const parseOut = (endpoint: Endpoint, body: unknown) => endpoint.reply.parse(body)

function dress(reply: FastifyReply, result: Reply): void {
  reply.headers(result.headers)
  for (const { name, value, maxAge, secure } of result.cookies)
    reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge })
}

function openStream(stream: StreamReply, reply: FastifyReply, closing: AbortSignal): FastifyReply {
  const gone = new AbortController()
  const end = () => {
    gone.abort()
    reply.raw.end()
  }
  reply.hijack()
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  reply.raw.write(': open\n\n')
  reply.raw.on('close', () => gone.abort())
  closing.addEventListener('abort', end, { once: true, signal: gone.signal })
  stream.run(
    (event) => {
      if (gone.signal.aborted) return
      const id = event.id ? `id: ${event.id}\n` : ''
      reply.raw.write(`${id}event: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`)
    },
    gone.signal,
    end,
  )
  return reply
}

function factsOf(request: FastifyRequest): RequestFacts {
  const fields = new Map<string, string>()
  return {
    ifMatch: header(request, 'if-match')?.replace(/^W\/|"/g, '') ?? null,
    acceptSession: header(request, 'accept-session') === 'cookie' ? 'cookie' : null,
    secure: request.protocol === 'https',
    loopback: isLoopback(request),
    userAgent: (header(request, 'user-agent') ?? '').slice(0, 300),
    cookie: (name) => request.cookies[name] ?? null,
    files: () => incomingFiles(request, fields),
    fields: () => Object.fromEntries(fields),
  }
}

/** Loopback by the socket, and not carried in by a proxy. */
const isLoopback = (request: FastifyRequest) =>
  /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '') && !request.headers['x-forwarded-for']

async function* incomingFiles(
  request: FastifyRequest,
  fields: Map<string, string>,
): AsyncIterable<IncomingFile> {
  for await (const part of request.parts()) {
    if (part.type === 'field') fields.set(part.fieldname, String(part.value))
    else yield { field: part.fieldname, filename: part.filename, mediaType: part.mimetype, stream: part.file }
  }
}

function header(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name]
  return typeof value === 'string' ? value : null
}
