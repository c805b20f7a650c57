/**
 * Lets the service worker hold the shell, so that a reload without a network still opens the quiz. On a plain
 * LAN address browsers have none, and the app works online.
 */
export async function registerShell(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  await navigator.serviceWorker.register('/service-worker.js')
  const { active } = await navigator.serviceWorker.ready
  // What this page loaded before the worker was there is already in the browser's own cache.
  active?.postMessage(performance.getEntriesByType('resource').map((entry) => entry.name))
}
