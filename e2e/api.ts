import type { Call } from '@waymark/contract/endpoint.ts'
import { type Endpoints, endpoints, type Operation } from '@waymark/contract/endpoints.ts'
import type { SampleRole } from './journey.ts'

type Parts<O extends Operation> = Partial<Pick<Call<Endpoints[O]>, 'params' | 'query' | 'body'>> & {
  headers?: Record<string, string>
}

/** A caller of the API outside a browser; anything but a success is a fault that says what was answered. */
export interface ApiCaller {
  call<O extends Operation>(operation: O, parts?: Parts<O>): Promise<Call<Endpoints[O]>['reply']>
}

export function apiOf(baseUrl: string, token?: string): ApiCaller {
  return {
    call: async (operation, parts = {}) => {
      const endpoint = endpoints[operation]
      const params = (parts.params ?? {}) as Record<string, string | number>
      const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(params[name] ?? ''),
      )
      const query = new URLSearchParams((parts.query ?? {}) as Record<string, string>).toString()
      const reply = await fetch(`${baseUrl}/api/v1${path}${query ? `?${query}` : ''}`, {
        method: endpoint.method,
        headers: {
          ...(parts.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...parts.headers,
        },
        ...(parts.body === undefined ? {} : { body: JSON.stringify(parts.body) }),
      })
      if (!reply.ok) throw new Error(`${operation} answered ${reply.status}: ${await reply.text()}`)
      return (reply.status === 204 ? {} : await reply.json()) as Call<Endpoints[Operation]>['reply'] as never
    },
  }
}

/** Signed in as one of the sample school's people, by token. */
export async function sampleApi(baseUrl: string, role: SampleRole, userId?: string): Promise<ApiCaller> {
  const signedIn = await apiOf(baseUrl).call('signInToSample', {
    body: { role, ...(userId ? { user_id: userId } : {}) },
  })
  if (!('access_token' in signedIn)) throw new Error('The sample school gave no token.')
  return apiOf(baseUrl, signedIn.access_token)
}
