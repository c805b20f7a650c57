import { LRUCache } from 'lru-cache'
import type { LiveSession } from '../store/sessions.ts'

const MAX_AGE_MS = 30_000

interface Remembered {
  session: LiveSession
  loadedAt: Date
  /** When the database last learnt of a use. */
  writtenAt: Date
}

/** Sessions looked up in the last 30 seconds; dropped at any change this process makes. */
const remembered = new LRUCache<string, Remembered>({ max: 20_000 })

/** `key` is the hash of a cookie or the id of a token's session: both are unguessable and unique everywhere. */
export function recallSession(key: string, now: Date): Remembered | null {
  const found = remembered.get(key)
  if (!found) return null
  const age = now.getTime() - found.loadedAt.getTime()
  if (age >= 0 && age < MAX_AGE_MS) return found
  remembered.delete(key)
  return null
}

export function rememberSession(key: string, session: LiveSession, now: Date): Remembered {
  const found = { session, loadedAt: now, writtenAt: session.lastSeenAt }
  remembered.set(key, found)
  return found
}

/** Called after the commit that ended sessions, or changed an account or a role. */
export function forgetSessions(which: { ids?: readonly string[]; userId?: string }): void {
  for (const [key, { session }] of remembered)
    if (which.ids?.includes(session.id) || session.userId === which.userId) remembered.delete(key)
}
