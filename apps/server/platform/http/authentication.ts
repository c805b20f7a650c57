import { timingSafeEqual } from 'node:crypto'
import type { Endpoint } from '@waymark/contract/endpoint.ts'
import { permissions } from '@waymark/contract/permissions.ts'
import type { Context, Viewer } from '../context.ts'
import { Refused } from '../refused.ts'

/** What a request brings to say who sends it. */
export interface Credentials {
  /** Value of the session cookie. */
  cookie: string | null
  /** The bearer token of the Authorization header. */
  bearer: string | null
}

export interface SignedIn {
  viewer: Viewer
  /** For a browser session: what the page must repeat in X-CSRF-Token with every write. */
  csrfToken: string | null
}

/** The people room's answer to "who is this?"; null for nobody. It may refuse an expired token by name. */
export type Authenticate = (ctx: Context, credentials: Credentials) => Promise<SignedIn | null>

/** Refuses a caller whose role the endpoint does not take. */
export function requirePermission(endpoint: Endpoint, viewer: Viewer | null): void {
  const { roles } = permissions[endpoint.permission]
  if (roles === 'anyone') return
  if (!viewer) throw new Refused('not_signed_in')
  if (roles !== 'signed_in' && !(roles as readonly string[]).includes(viewer.role))
    throw new Refused('forbidden')
}

/** A write by cookie must repeat the session's token: a page of another site cannot know it. */
export function requireCsrf(method: string, signedIn: SignedIn | null, sent: string | undefined): void {
  if (method === 'GET' || method === 'HEAD' || !signedIn || signedIn.csrfToken === null) return
  const expected = Buffer.from(signedIn.csrfToken)
  const given = Buffer.from(sent ?? '')
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) throw new Refused('csrf')
}

/** A write of an anonymous page (sign-in, set-up) must come from our own pages or from no page at all. */
export function requireSameSite(method: string, fetchSite: string | undefined): void {
  if (method === 'GET' || method === 'HEAD') return
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none')
    throw new Refused('csrf')
}
