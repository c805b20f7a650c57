/** The page itself, under one name for every address: the app is one page. */
export const pageKey = '/'

export type Handling = 'page' | 'asset' | 'network'

/**
 * How the service worker answers a request. Only our page and its hashed files are kept: nothing that the API
 * answers, so nothing about a person.
 */
export function handlingOf(request: { method: string; mode: string; url: string }, origin: string): Handling {
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== origin) return 'network'
  if (url.pathname.startsWith('/api/')) return 'network'
  if (request.mode === 'navigate') return 'page'
  return url.pathname.startsWith('/assets/') ? 'asset' : 'network'
}

/** The keys to drop so that at most `most` stay: the oldest first, never the page. */
export function overflowing(keys: readonly string[], most: number): string[] {
  const assets = keys.filter((key) => key !== pageKey)
  return assets.slice(0, Math.max(0, assets.length - most))
}

/** Of the addresses a page has loaded, those that belong to the shell. */
export function shellFiles(loaded: readonly string[], origin: string): string[] {
  return loaded.filter((url) => handlingOf({ method: 'GET', mode: 'no-cors', url }, origin) === 'asset')
}
