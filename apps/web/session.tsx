import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext } from 'react'
import { call, holdCsrfToken, isRefusal, type Reply } from './api.ts'
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
    holdCsrfToken(me.csrf_token)
    setTimeZone(me.school.time_zone)
    await loadWords(chooseLocale([localeTried(), me.school.locale]))
    return me
  } catch (error) {
    if (isRefusal(error, 'not_signed_in') || isRefusal(error, 'token_expired')) return null
    throw error
  }
}

/** Starts the app anew for whoever is signed in now: nothing of the person before stays in memory. */
export function useNewSession(): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(async () => {
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] })
    await client.invalidateQueries({ queryKey: sessionKey })
  }, [client])
}

/** `?locale=en-XA` tries a locale for as long as the tab is open. */
export function localeTried(): string | null {
  const asked = new URLSearchParams(location.search).get('locale')
  try {
    if (asked) sessionStorage.setItem('waymark.locale', asked)
    return sessionStorage.getItem('waymark.locale')
  } catch {
    return asked
  }
}
