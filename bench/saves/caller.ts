import { Agent, request } from 'node:http'

/** Calls the API of a running server with one bearer, over connections that stay open. */
export class Caller {
  static readonly #agent = new Agent({ keepAlive: true, maxSockets: 1000 })
  base: string
  readonly #bearer: string

  constructor(base: string, bearer: string) {
    this.base = base
    this.#bearer = bearer
  }

  /** The reply's body and the milliseconds it took; anything but a success is thrown. */
  call<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const sent = body === undefined ? '' : JSON.stringify(body)
    const start = performance.now()
    return new Promise<{ body: T; milliseconds: number }>((resolve, reject) => {
      const outgoing = request(
        `${this.base}/api/v1${path}`,
        {
          method,
          agent: Caller.#agent,
          headers: {
            authorization: `Bearer ${this.#bearer}`,
            ...(sent === ''
              ? {}
              : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }),
            ...headers,
          },
        },
        (reply) => {
          const pieces: Buffer[] = []
          reply.on('data', (piece: Buffer) => pieces.push(piece))
          reply.on('end', () => {
            const milliseconds = performance.now() - start
            const text = Buffer.concat(pieces).toString()
            if ((reply.statusCode ?? 500) >= 300)
              reject(new Error(`${method} ${path}: ${reply.statusCode} ${text}`))
            else resolve({ body: JSON.parse(text) as T, milliseconds })
          })
        },
      )
      outgoing.on('error', reject)
      outgoing.end(sent)
    })
  }
}
