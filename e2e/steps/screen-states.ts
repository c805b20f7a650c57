import type { Page } from 'playwright-core'
import { must } from '../expect.ts'
import type { Tools } from '../journey.ts'
import { cream, dark, highContrast, largeText, light, rightToLeft, speak, wear } from './looks.ts'
import { checkReach } from './reach.ts'
import { drawn, openSettled, settled } from './settled.ts'

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
  await openSettled(seen, screen.path)
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
  await openSettled(seen, screen.path)
  await checkAxe(seen, `${screen.name}, empty`)
  await takePictures(seen, `${screen.name}-empty`)
  await seen.unrouteAll()
}

async function lookFailed(seen: Page, screen: Screen, { checkAxe }: Tools) {
  const problem = {
    status: 500,
    error_code: 'fault',
    message: 'The fault is on our side.',
    details: {},
    request_id: 'r-1',
  }
  await seen.route(reads(screen), (route) => route.fulfill({ status: 500, json: problem }))
  await seen.goto(screen.path)
  await seen.getByRole('alert').getByText('The fault is on our side.').first().waitFor()
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

/** Looks at screens in the themes beside the light one, at twice the text, and mirrored. */
export async function lookInLooks(seen: Page, screens: readonly Screen[], { checkAxe }: Tools) {
  for (const { name, path } of screens) {
    await openSettled(seen, path)
    for (const look of [dark, cream, highContrast, largeText]) {
      await wear(seen, look)
      await checkAxe(seen, `${name}, ${look.name}`)
    }
    await checkReach(seen, `${name}, ${largeText.name}`)
    await wear(seen, light)
  }
  await speak(seen, rightToLeft)
  for (const { name, path } of screens) {
    await openSettled(seen, path)
    await checkAxe(seen, `${name}, right to left`)
    await checkReach(seen, `${name}, right to left`)
  }
  await speak(seen, 'en-GB')
}

/** From the narrowest, which is a zoom of 400 %, nothing makes the page itself scroll sideways or loses a control. */
async function mustFit(seen: Page, screen: Screen): Promise<void> {
  const before = seen.viewportSize()
  for (const width of [320, 360, 768, 1366]) {
    await seen.setViewportSize({ width, height: 740 })
    await drawn(seen)
    const fits = () => document.documentElement.scrollWidth <= window.innerWidth
    const settles = seen.waitForFunction(fits, undefined, { timeout: 2_000 })
    await settles.catch(() => must(false, `${screen.name} scrolls sideways at ${width} px`))
    await checkReach(seen, `${screen.name} at ${width} px`)
  }
  if (before) await seen.setViewportSize(before)
}
