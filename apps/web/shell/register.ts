/**
 * Lets the service worker hold the shell, so that a reload without a network still opens the quiz. On a plain
 * LAN address browsers have none, and the app works online.
 */
export async function registerShell(): Promise<void> {
  // While the app is being developed its files have no hashed names and nothing is to be kept.
  const isBuilt = document.querySelector('script[src^="/assets/"]') !== null
  if (!('serviceWorker' in navigator) || !isBuilt) return
  await navigator.serviceWorker.register('/service-worker.js')
  const { active } = await navigator.serviceWorker.ready
  // What this page loaded before the worker was there is already in the browser's own cache.
  active?.postMessage(performance.getEntriesByType('resource').map((entry) => entry.name))
}
