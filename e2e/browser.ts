import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { type SizeName, sizes } from './journey.ts'

const programs = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the Chromium of the machine. */
export function openBrowser(): Promise<Browser> {
  const executablePath = programs.find((path) => existsSync(path))
  if (!executablePath) throw new Error('No Chromium was found. On Debian: apt-get install chromium.')
  return chromium.launch({ executablePath, headless: true, args: flags })
}

/** A page in a browser of its own that writes down what must never happen. */
export async function openPage(
  browser: Browser,
  baseUrl: string,
  size: SizeName,
  faults: string[],
): Promise<Page> {
  const context = await browser.newContext({ baseURL: baseUrl, viewport: sizes[size], locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`))
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) faults.push(`content policy: ${message.text()}`)
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    const isOwn = /^(data|blob|about):$/.test(url.protocol) || url.hostname === 'localhost'
    if (!isOwn) faults.push(`request to another host: ${url.origin}`)
  })
  return page
}
