import type { Config } from '../../config.ts'
import type { CookieToSet, RequestFacts } from '../../platform/http/route.ts'
import { Refused } from '../../platform/refused.ts'
import { keyedHash } from '../secrets.ts'

type Facts = Pick<RequestFacts, 'secure' | 'loopback' | 'cookie'>

const SECURE_NAME = '__Host-waymark'
const PLAIN_NAME = 'waymark'

/** The session cookie a browser sent, under either name. */
export const readSessionCookie = (request: Facts): string | null =>
  request.cookie(SECURE_NAME) ?? request.cookie(PLAIN_NAME)

/** The cookie of a session: `__Host-` and Secure over TLS; plain on the server itself only. */
export function sessionCookie(config: Config, request: Facts, token: string): CookieToSet {
  const secure = request.secure || (config.WAYMARK_PUBLIC_URL?.startsWith('https:') ?? false)
  if (!secure && !request.loopback) throw new Refused('insecure_connection')
  return {
    name: secure ? SECURE_NAME : PLAIN_NAME,
    value: token,
    maxAge: config.SESSION_TTL_MINUTES * 60,
    secure,
  }
}

/** Takes the session's cookie away, under both names. */
export const removedCookies = (): CookieToSet[] => [
  { name: SECURE_NAME, value: '', maxAge: 0, secure: true },
  { name: PLAIN_NAME, value: '', maxAge: 0, secure: false },
]

/** What a page repeats in X-CSRF-Token: made from the cookie it cannot read, by a key it does not know. */
export const csrfTokenOf = (config: Config, cookie: string): string => keyedHash(config, 'csrf', cookie)
