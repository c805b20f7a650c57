import type { BrowserContext, Page } from 'playwright-core'
import { mustEqual } from '../expect.ts'

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

export interface HeardStream {
  /** The raw text of the stream so far. */
  text: () => string
  stop: () => void
}

/** Listens to the stream of server-sent events with the sign-in of a page. */
export async function hearStream(page: Page, baseUrl: string): Promise<HeardStream> {
  const cookies = await page.context().cookies()
  const ending = new AbortController()
  const reply = await fetch(`${baseUrl}/api/v1/events/stream`, {
    headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
    signal: ending.signal,
  })
  mustEqual(reply.status, 200, 'the status of the event stream')
  let text = ''
  const read = async () => {
    for await (const bytes of reply.body ?? []) text += Buffer.from(bytes).toString('utf8')
  }
  // Ending the stream is how it ends.
  read().catch(() => undefined)
  return { text: () => text, stop: () => ending.abort() }
}
