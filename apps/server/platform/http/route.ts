import type { Readable } from 'node:stream'
import type { Endpoint, Received } from '@waymark/contract/endpoint.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'

/** A file of a multipart body, read as it arrives. */
export interface IncomingFile {
  field: string
  filename: string
  mediaType: string
  stream: Readable
}

/** What the transport knows of a request beyond its parsed parts. */
export interface RequestFacts {
  ifMatch: string | null
  /** `cookie` when the caller asks for a browser session instead of tokens. */
  acceptSession: 'cookie' | null
  /** True when the browser's connection is encrypted. */
  secure: boolean
  loopback: boolean
  userAgent: string
  cookie(name: string): string | null
  /** Multipart bodies only. */
  files(): AsyncIterable<IncomingFile>
  /** The fields beside the files, as far as `files` has come: a field may stand after them. */
  fields(): Readonly<Record<string, string>>
}

export interface CookieToSet {
  name: string
  value: string
  /** Seconds; 0 removes the cookie. */
  maxAge: number
  secure: boolean
}

/** A reply that says more than its body. */
export class Reply<T = unknown> {
  readonly status: number
  readonly body: T
  readonly headers: Record<string, string>
  readonly cookies: CookieToSet[]
  constructor(
    status: number,
    body: T,
    extras: { headers?: Record<string, string>; cookies?: CookieToSet[] } = {},
  ) {
    this.status = status
    this.body = body
    this.headers = extras.headers ?? {}
    this.cookies = extras.cookies ?? []
  }
}

/** Answers with another success status than the endpoint's usual one, or with headers or cookies. */
export const replied = <T>(
  status: number,
  body: T,
  extras: { headers?: Record<string, string>; cookies?: CookieToSet[] } = {},
): Reply<T> => new Reply(status, body, extras)

/** A text file to keep: results as CSV, a sheet. The name is made safe for a header. */
export const textFile = (file: { name: string; type: string; text: string }): Reply<string> =>
  new Reply(200, file.text, {
    headers: {
      'content-type': `${file.type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${file.name.replace(/[^\w.-]+/g, '-')}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    },
  })

/** A file of the private store, sent as it is. */
export class FileReply {
  readonly path: string
  readonly mediaType: string
  readonly headers: Record<string, string>
  constructor(path: string, mediaType: string, headers: Record<string, string> = {}) {
    this.path = path
    this.mediaType = mediaType
    this.headers = headers
  }
}

/** Server-sent events: `run` sends until the caller goes away, or ends the stream itself. */
export class StreamReply {
  readonly run: (
    send: (event: { id?: string; name: string; data: unknown }) => void,
    gone: AbortSignal,
    end: () => void,
  ) => void
  constructor(run: StreamReply['run']) {
    this.run = run
  }
}

type ReplyOf<E extends Endpoint> = z.input<E['reply']>
export type Handler<E extends Endpoint> = (
  ctx: Context,
  received: Received<E>,
  request: RequestFacts,
) => Promise<ReplyOf<E> | Reply<ReplyOf<E>> | Reply<string> | FileReply | StreamReply>

export interface Route {
  endpoint: Endpoint
  handle: Handler<Endpoint>
}

/** Joins an endpoint to the verb behind it. */
export const route = <E extends Endpoint>(endpoint: E, handle: Handler<E>): Route => ({
  endpoint,
  handle: handle as unknown as Handler<Endpoint>,
})
