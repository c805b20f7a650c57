import type { Call } from '@waymark/contract/endpoint.ts'
import { type Endpoints, endpoints, type Operation } from '@waymark/contract/endpoints.ts'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { API_BASE } from './serve-route.ts'

export interface InnerAnswer<T> {
  status: number
  body: T
  text: string
  headers: Record<string, string | string[] | number | undefined>
}

export type CallParts<O extends Operation> = Partial<
  Pick<Call<Endpoints[O]>, 'params' | 'query' | 'body'>
> & {
  headers?: Record<string, string>
  /** A body that is not JSON. */
  payload?: InjectOptions['payload']
}

/** Calls an endpoint of this process without a network, through every check of the door. */
export async function innerCall<O extends Operation>(
  app: FastifyInstance,
  operation: O,
  parts: CallParts<O> = {},
  remoteAddress = '127.0.0.1',
): Promise<InnerAnswer<Call<Endpoints[O]>['reply']>> {
  const endpoint = endpoints[operation]
  const params = (parts.params ?? {}) as Record<string, string>
  const query = Object.fromEntries(
    Object.entries((parts.query ?? {}) as Record<string, unknown>)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  )
  const payload = parts.payload ?? (parts.body === undefined ? undefined : JSON.stringify(parts.body))
  const response = await app.inject({
    method: endpoint.method,
    url:
      API_BASE +
      endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? '')),
    query,
    remoteAddress,
    headers: { ...(payload === undefined ? {} : { 'content-type': 'application/json' }), ...parts.headers },
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
