import type { Page } from 'playwright-core'
import { must } from '../expect.ts'
import type { Tools } from '../journey.ts'

/** A screen that is looked at in every state it is built for. */
export interface Screen {
  name: string
  path: string
  /** The read that the screen shows; part of its address. */
  read: string
  /** What that read answers when there is nothing. */
  empty?: unknown
}

/** Looks at a screen full, loading, empty where it can be, failed and offline. */
export async function lookInStates(seen: Page, screen: Screen, tools: Tools): Promise<void> {
  await lookFull(seen, screen, tools)
  await lookLoading(seen, screen, tools)
  if (screen.empty !== undefined) await lookEmpty(seen, screen, tools)
  await lookFailed(seen, screen, tools)
  await lookOffline(seen, screen, tools)
}

const reads = (screen: Screen) => (url: URL) =>
  url.pathname.startsWith('/api/v1/') && `${url.pathname}${url.search || '?'}`.includes(screen.read)

async function lookFull(seen: Page, screen: Screen, { checkAxe, takePictures }: Tools) {
  await seen.goto(screen.path)
  await settled(seen)
  await checkAxe(seen, `${screen.name}, full`)
  await takePictures(seen, screen.name)
  await mustFit(seen, screen)
}

async function lookLoading(seen: Page, screen: Screen, { checkAxe }: Tools) {
  const held: (() => void)[] = []
  await seen.route(reads(screen), (route) => new Promise((go) => held.push(() => go(route.abort()))))
  await seen.goto(screen.path)
  await seen.getByText('Still loading. This takes longer than usual.').first().waitFor()
  await checkAxe(seen, `${screen.name}, loading`)
  await seen.unroute(reads(screen))
  for (const go of held) go()
  await seen.unrouteAll({ behavior: 'ignoreErrors' })
}

async function lookEmpty(seen: Page, screen: Screen, { checkAxe, takePictures }: Tools) {
  await seen.route(reads(screen), (route) => route.fulfill({ json: screen.empty }))
  await seen.goto(screen.path)
  await settled(seen)
  await checkAxe(seen, `${screen.name}, empty`)
  await takePictures(seen, `${screen.name}-empty`)
  await seen.unrouteAll()
}

async function lookFailed(seen: Page, screen: Screen, { checkAxe }: Tools) {
  const problem = {
    status: 500,
    error_code: 'fault',
    message: 'Something went wrong on our side.',
    details: {},
    request_id: 'r-1',
  }
  await seen.route(reads(screen), (route) => route.fulfill({ status: 500, json: problem }))
  await seen.goto(screen.path)
  await seen.getByRole('alert').getByText('Something went wrong on our side.').first().waitFor()
  await checkAxe(seen, `${screen.name}, failed`)
  await seen.unrouteAll()
}

async function lookOffline(seen: Page, screen: Screen, { checkAxe }: Tools) {
  await seen.route(reads(screen), (route) => route.abort())
  await seen.goto(screen.path)
  await seen.getByText('The network is gone.').first().waitFor()
  await checkAxe(seen, `${screen.name}, offline`)
  await seen.unrouteAll()
  await seen.getByRole('button', { name: 'Try again' }).first().click()
  await settled(seen)
}

/** Looks at screens in the three themes beside the light one. */
export async function lookInThemes(seen: Page, screens: readonly Screen[], { checkAxe }: Tools) {
  const { user } = (await (await seen.request.get('/api/v1/auth/me')).json()) as { user: { id: string } }
  const setTheme = (theme: string) =>
    seen.evaluate(
      ([key, text]) => localStorage.setItem(key as string, text as string),
      [`waymark.reading.${user.id}`, JSON.stringify({ theme })],
    )
  for (const theme of ['dark', 'cream', 'high-contrast']) {
    await setTheme(theme)
    for (const screen of screens) {
      await seen.goto(screen.path)
      await settled(seen)
      await checkAxe(seen, `${screen.name} in ${theme}`)
    }
  }
  await setTheme('light')
}

/** The app has taken the place of what the page says before it runs, the heading is there and nothing loads. */
async function settled(seen: Page): Promise<void> {
  await seen.locator('main:not(#before-start) h1').waitFor()
  await seen.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
}

/** At the narrowest and at twice the text nothing makes the page itself scroll sideways. */
async function mustFit(seen: Page, screen: Screen): Promise<void> {
  const before = seen.viewportSize()
  for (const width of [320, 360, 768, 1366]) {
    await seen.setViewportSize({ width, height: 740 })
    const fits = () => document.documentElement.scrollWidth <= window.innerWidth
    const settles = seen.waitForFunction(fits, undefined, { timeout: 2_000 })
    await settles.catch(() => must(false, `${screen.name} scrolls sideways at ${width} px`))
  }
  if (before) await seen.setViewportSize(before)
}
