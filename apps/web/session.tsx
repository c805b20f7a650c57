import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useEffect } from 'react'
import { useLocation } from 'wouter'
import { call, holdCsrfToken, isRefusal, onCsrfRefused, type Reply, Unreachable } from './api.ts'
import { inThisTab } from './ui/browser-storage.ts'
import { loadWords } from './words/load.ts'
import { chooseLocale } from './words/locales.ts'
import { setTimeZone } from './words/words.ts'

export type Me = Reply<'showMe'>

const MeContext = createContext<Me | null>(null)
export const MeProvider = MeContext.Provider

/** Who is signed in. Only below `MeProvider`. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('Nobody is signed in here.')
  return me
}

const sessionKey = ['session']

/** Asks the server who is signed in; null: nobody. Words and time zone follow the school. */
export function useSession() {
  return useQuery({ queryKey: sessionKey, queryFn: askWhoIAm, staleTime: Number.POSITIVE_INFINITY })
}

async function askWhoIAm(): Promise<Me | null> {
  try {
    const me = await call('showMe', {})
    rememberMe(me)
    return await welcome(me)
  } catch (error) {
    if (isRefusal(error, 'not_signed_in') || isRefusal(error, 'token_expired')) {
      rememberMe(null)
      return null
    }
    const me = error instanceof Unreachable ? rememberedMe() : null
    if (me) return welcome(me)
    throw error
  }
}

async function welcome(me: Me): Promise<Me> {
  holdCsrfToken(me.csrf_token)
  setTimeZone(me.school.time_zone)
  await loadWords(chooseLocale([localeTried(), me.school.locale]))
  return me
}

/**
 * Another tab may have signed in anew, which changes the token. The same person goes on with the new one; for
 * another person the page starts again, so that nothing is sent in the wrong name.
 */
export function useRenewedToken(me: Me): void {
  useEffect(
    () =>
      onCsrfRefused(async () => {
        const now = await call('showMe', {})
        if (now.user.id !== me.user.id || now.role !== me.role) location.reload()
        holdCsrfToken(now.csrf_token)
        rememberMe(now)
      }),
    [me],
  )
}

const meKey = 'waymark.me'

/** For a reload without a network: kept by this tab alone, gone when it closes or signs out. */
function rememberMe(me: Me | null): void {
  inThisTab.keep(meKey, me && JSON.stringify(me))
}

function rememberedMe(): Me | null {
  try {
    return JSON.parse(inThisTab.read(meKey) ?? 'null') as Me | null
  } catch {
    return null
  }
}

/**
 * Starts the app anew for whoever is signed in now. The pages of the person before are gone
 * before anything is asked again, and nothing of theirs stays in memory.
 */
export function useNewSession(): (page?: 'first page' | 'this page') => Promise<void> {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  return useCallback(
    async (page = 'first page') => {
      rememberMe(null)
      const asked = client.resetQueries({ queryKey: sessionKey })
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] })
      if (page === 'first page') navigate('/')
      await asked
    },
    [client, navigate],
  )
}

/** `?locale=en-XA` tries a locale for as long as the tab is open. */
export function localeTried(): string | null {
  const asked = new URLSearchParams(location.search).get('locale')
  if (asked) inThisTab.keep('waymark.locale', asked)
  return inThisTab.read('waymark.locale') ?? asked
}
