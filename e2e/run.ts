import { existsSync, readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { checkAxe } from './axe.ts'
import { openBrowser, openPage } from './browser.ts'
import type { Journey, SampleRole, SizeName, Tools } from './journey.ts'
import { takeFailurePictures, takePictures } from './pictures.ts'
import { type RunningServer, startServer } from './server.ts'
import { cares } from './steps/person.ts'

/**
 * `npm run e2e`: runs every journey in `journeys/`: those that share a server on a new data folder one after the
 * other, and beside them, one after the other too, those that start servers of their own.
 * `--only part-of-name` runs some; `--url http://localhost:8080` uses a server that runs already; `--pace try`
 * or `--pace care` lets journeys that know of it add up how long a person would take.
 */
const { values: options } = parseArgs({
  options: { only: { type: 'string' }, url: { type: 'string' }, pace: { type: 'string' } },
})
const say = (text: string) => process.stdout.write(`${text}\n`)

const folder = new URL('journeys', import.meta.url)
const names = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith('.journey.ts') && name.includes(options.only ?? ''))
  .map((name) => name.replace('.journey.ts', ''))
  .sort()

const journeys = await Promise.all(
  names.map(async (name) => ({ name, ...((await import(`./journeys/${name}.journey.ts`)) as Journey) })),
)
type Named = (typeof journeys)[number]

let passed = 0
let failed = 0
const shared = names.length > 0 && !options.url ? await startServer() : undefined
try {
  const baseUrl = options.url ?? shared?.baseUrl ?? ''
  await Promise.all([
    runLane(
      journeys.filter(({ ownServer }) => !ownServer),
      baseUrl,
    ),
    runLane(
      journeys.filter(({ ownServer }) => ownServer),
      baseUrl,
    ),
  ])
} finally {
  await shared?.stop()
  await shared?.remove()
}

if (names.length === 0) say('There is no such journey.')
say(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

/** Runs journeys one after the other in a browser of their own. */
async function runLane(lane: readonly Named[], baseUrl: string): Promise<void> {
  if (lane.length === 0) return
  const browser = await openBrowser()
  for (const journey of lane) {
    const begun = performance.now()
    const fault = await runJourney(journey, browser, baseUrl)
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    if (fault === null) passed += 1
    else failed += 1
    const verdict = fault === null ? 'ok    ' : 'FAILED'
    say(`${verdict} ${journey.name} (${seconds} s): ${journey.title}${fault === null ? '' : `\n${fault}`}`)
  }
  await browser.close()
}

/** Runs one journey; what went wrong, or null. */
async function runJourney({ name, run }: Named, browser: Browser, baseUrl: string): Promise<string | null> {
  const faults: string[] = []
  const own: RunningServer[] = []
  const open = (size: SizeName) => openPage(browser, baseUrl, size, faults)
  const newSamplePage = async (role: SampleRole, userId?: string, size: SizeName = 'reference') => {
    const page = await open(size)
    const reply = await page.request.post('/api/v1/sample/sign-in', {
      headers: { 'accept-session': 'cookie', origin: baseUrl },
      data: { role, ...(userId ? { user_id: userId } : {}) },
    })
    if (!reply.ok()) throw new Error(`Signing in as ${role}: ${reply.status()} ${await reply.text()}`)
    return page
  }
  const tools: Tools = {
    browser,
    baseUrl,
    serverOutput: () => shared?.output() ?? '',
    newPage: (size = 'reference') => open(size),
    newSamplePage,
    newStudentPage: (userId) => newSamplePage('student', userId),
    checkAxe,
    care: cares.find((care) => care === options.pace) ?? null,
    say: (text) => say(text.replace(/^/gm, '       ')),
    takePictures: (page, picture) => takePictures(page, name, picture),
    startServer: async (startOptions) => {
      const server = await startServer(startOptions)
      own.push(server)
      return server
    },
  }
  try {
    await run(tools)
    return faults.length === 0 ? null : faults.join('\n')
  } catch (error) {
    const pictures = await takeFailurePictures(browser, name)
    return [(error as Error).stack ?? String(error), ...faults, ...pictures].join('\n')
  } finally {
    for (const context of browser.contexts()) await context.close()
    for (const server of own) await server.remove()
  }
}
