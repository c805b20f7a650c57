import { handlingOf, overflowing, pageKey, shellFiles } from './shell-cache.ts'

/** The part of a service worker's own world that is used here; the web app's types know only pages. */
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Event {
  request: Request
  respondWith(response: Promise<Response>): void
}
interface Worker {
  addEventListener(type: 'install' | 'activate', handle: (event: Waiting) => void): void
  addEventListener(type: 'fetch', handle: (event: Fetching) => void): void
  addEventListener(type: 'message', handle: (event: Waiting & { data: unknown }) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  location: Location
}

const worker = self as unknown as Worker
const cacheName = 'waymark-shell'
/** Two builds' worth: a page that was open during an upgrade still finds its parts. */
const mostFiles = 200

const { origin } = worker.location

worker.addEventListener('install', (event) => {
  event.waitUntil(keepPage().then(() => worker.skipWaiting()))
})
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('message', (event) => {
  const loaded = Array.isArray(event.data) ? event.data.map(String) : []
  event.waitUntil(keep(shellFiles(loaded, origin)))
})
worker.addEventListener('fetch', (event) => {
  const handling = handlingOf(event.request, origin)
  if (handling === 'page') event.respondWith(pageFirstFromNetwork(event.request))
  if (handling === 'asset') event.respondWith(fileFirstFromCache(event.request))
})

/** Asks as a browser does that opens a page: to other programs the server answers its name instead. */
async function keepPage(): Promise<void> {
  const response = await fetch(pageKey, { headers: { accept: 'text/html' } })
  if (!response.ok) throw new Error(`The page was answered with ${response.status}.`)
  await (await caches.open(cacheName)).put(pageKey, response)
}

async function keep(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName)
  const missing = await Promise.all(urls.map(async (url) => ((await cache.match(url)) ? null : url)))
  await cache.addAll(missing.filter((url) => url !== null))
}

async function pageFirstFromNetwork(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  try {
    const response = await fetch(request)
    if (response.ok) await cache.put(pageKey, response.clone())
    return response
  } catch (error) {
    const kept = await cache.match(pageKey)
    if (kept) return kept
    throw error
  }
}

async function fileFirstFromCache(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  const kept = await cache.match(request)
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) {
    await cache.put(request, response.clone())
    await prune(cache)
  }
  return response
}

async function prune(cache: Cache): Promise<void> {
  const keys = (await cache.keys()).map((request) => new URL(request.url).pathname)
  for (const key of overflowing(keys, mostFiles)) await cache.delete(key)
}
