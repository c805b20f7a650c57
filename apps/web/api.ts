import type { Call, Endpoint } from '@waymark/contract/endpoint.ts'
import type { Endpoints, Operation } from '@waymark/contract/endpoints.ts'
import { paths } from '@waymark/contract/generated/paths.ts'
import type { Problem as ProblemBody } from '@waymark/contract/refusals.ts'

type Declared<Name extends string, Shape, Value> = Shape extends undefined
  ? unknown
  : // A query of which every field may be left out may be left out itself.
    Record<never, never> extends Value
    ? { [Key in Name]?: NonNullable<Value> }
    : { [Key in Name]: NonNullable<Value> }

/** What a call needs: only the parts that its endpoint declares. */
export type Input<O extends Operation> =
  Endpoints[O] extends Endpoint<infer P, infer Q, infer B>
    ? Declared<'params', P, NonNullable<Call<Endpoints[O]>['params']>> &
        Declared<'query', Q, NonNullable<Call<Endpoints[O]>['query']>> &
        Declared<'body', B, NonNullable<Call<Endpoints[O]>['body']>>
    : never
export type Reply<O extends Operation> = Call<Endpoints[O]>['reply']

interface Options {
  signal?: AbortSignal
  /** The same key for the same act: a repeat then gets the first answer. Made anew for each call by default. */
  idempotencyKey?: string
  /** The body carries its own ids and may be repeated as it is: no key is needed. */
  carriesIds?: boolean
  /** The request may outlive the page, as when the last answers are sent on leaving. */
  keepalive?: boolean
  /** The revision a change was made on; a newer one on the server refuses it with `edit_conflict`. */
  revision?: number
  /** Further headers that a request needs, such as the reason for opening a record. */
  headers?: Readonly<Record<string, string>>
  /** Files, for an endpoint that takes them. */
  form?: FormData
}

/** The server said no. `code` is closed (`contract/refusals.ts`); `message` is a sentence for people. */
export class Problem extends Error {
  override name = 'Problem'
  readonly code: ProblemBody['error_code']
  readonly status: number
  readonly details: Record<string, unknown>
  readonly requestId: string
  readonly retryAfterSeconds: number | null
  constructor(body: ProblemBody, retryAfterSeconds: number | null) {
    super(body.message)
    this.code = body.error_code
    this.status = body.status
    this.details = body.details
    this.requestId = body.request_id
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** The server was not reached, or what answered was not our server. */
export class Unreachable extends Error {
  override name = 'Unreachable'
}

export function isRefusal(error: unknown, code: ProblemBody['error_code']): error is Problem {
  return error instanceof Problem && error.code === code
}

let csrfToken: string | null = null

/** The token that every change must carry; it comes with sign-in and `GET /auth/me`. */
export function holdCsrfToken(token: string | null): void {
  csrfToken = token
}

let renewToken: (() => Promise<void>) | null = null

/** Is asked for a new token when the server refuses ours; the call is then made once more. */
export function onCsrfRefused(renew: () => Promise<void>): () => void {
  renewToken = renew
  return () => {
    renewToken = null
  }
}

let tellSignInEnded = () => {}

/** Hears of any call that the server refused because the sign-in has ended. */
export function onSignInEnded(listener: () => void): () => void {
  tellSignInEnded = listener
  return () => {
    tellSignInEnded = () => {}
  }
}

/** Calls an endpoint and returns its JSON reply. Throws `Problem` for a refusal, `Unreachable` without a server. */
export async function call<O extends Operation>(
  operation: O,
  input: Input<O>,
  options: Options = {},
): Promise<Reply<O>> {
  const response = await send(operation, input, options)
  return (response.status === 204 ? {} : await response.json()) as Reply<O>
}

/** The address of an endpoint, for a link or an event stream. */
export function addressOf<O extends Operation>(operation: O, input: Input<O>): string {
  const { params, query } = input as { params?: Record<string, string>; query?: Record<string, unknown> }
  const path = paths[operation][1].replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(String(params?.[name])),
  )
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== null)
  const search = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))
  return `/api/v1${path}${search.size > 0 ? `?${search}` : ''}`
}

async function send<O extends Operation>(operation: O, input: Input<O>, options: Options): Promise<Response> {
  const key = options.idempotencyKey ?? newKey()
  const ask = () => request(operation, input, { ...options, idempotencyKey: key })
  try {
    return await ask()
  } catch (error) {
    if (isRefusal(error, 'not_signed_in') || isRefusal(error, 'token_expired')) tellSignInEnded()
    if (!isRefusal(error, 'csrf') || !renewToken) throw error
    await renewToken()
    return ask()
  }
}

async function request<O extends Operation>(
  operation: O,
  input: Input<O>,
  options: Options,
): Promise<Response> {
  const method = paths[operation][0]
  const body = options.form ?? (input as { body?: unknown }).body
  const init: RequestInit = {
    method,
    headers: headersFor(method, body, options),
    credentials: 'same-origin',
    signal: options.signal ?? null,
    keepalive: options.keepalive ?? false,
  }
  if (body !== undefined) init.body = body instanceof FormData ? body : JSON.stringify(body)
  const response = await fetch(addressOf(operation, input), init).catch((error: unknown) => {
    if (options.signal?.aborted) throw error
    throw new Unreachable('The server was not reached.', { cause: error })
  })
  if (!response.ok) throw await problemOf(response)
  return response
}

function headersFor(method: string, body: unknown, options: Options): Headers {
  const { idempotencyKey, carriesIds, revision } = options
  const headers = new Headers({
    ...options.headers,
    Accept: 'application/json',
    'Accept-Session': 'cookie',
  })
  if (body !== undefined && !(body instanceof FormData)) headers.set('Content-Type', 'application/json')
  if (method === 'GET') return headers
  if (!carriesIds) headers.set('Idempotency-Key', idempotencyKey ?? newKey())
  if (revision !== undefined) headers.set('If-Match', `"${revision}"`)
  if (csrfToken) headers.set('X-CSRF-Token', csrfToken)
  return headers
}

async function problemOf(response: Response): Promise<Error> {
  const body: unknown = await response.json().catch(() => null)
  if (!isProblemBody(body)) return new Unreachable(`An answer of status ${response.status} was not ours.`)
  const wait = Number(response.headers.get('Retry-After'))
  return new Problem(body, wait > 0 ? wait : null)
}

function isProblemBody(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'error_code' in body && 'message' in body
}

/** A random key of 32 hex characters. `crypto.randomUUID` is missing on a plain LAN address. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
