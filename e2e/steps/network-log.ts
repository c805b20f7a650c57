import type { BrowserContext } from 'playwright-core'

export interface NetworkLog {
  /** Everything that was received, by path, as text. */
  bodies: () => ReadonlyMap<string, string>
  /** Waits until what has begun to arrive is here. */
  settle: () => Promise<void>
}

/** Keeps the raw body of every response that any page of a browser receives from now on. */
export function listen(context: BrowserContext): NetworkLog {
  const bodies = new Map<string, string>()
  const arriving: Promise<void>[] = []
  context.on('response', (response) => {
    const { pathname } = new URL(response.url())
    const kept = response.body().then(
      (body) => {
        bodies.set(pathname, `${bodies.get(pathname) ?? ''}\n${body.toString('utf8')}`)
      },
      // A redirect or a page that was left has no body to read.
      () => undefined,
    )
    arriving.push(kept)
  })
  return {
    bodies: () => bodies,
    settle: async () => {
      await Promise.all(arriving)
    },
  }
}
