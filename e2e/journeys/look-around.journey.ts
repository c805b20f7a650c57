import type { Page } from 'playwright-core'
import { mustEqual } from '../expect.ts'
import { type Journey, sizes, type Tools } from '../journey.ts'
import { checkNoRed } from '../steps/colours.ts'
import { cream, dark, highContrast, largeText, light, rightToLeft, speak, wear } from '../steps/looks.ts'
import { checkReach } from '../steps/reach.ts'
import { openSampleClass } from '../steps/school.ts'
import { drawn, openSettled } from '../steps/settled.ts'

export const title = "One looks around as every role; a pupil's screens hold in every size, look and state"

interface Screen {
  name: string
  path: string
  /** The read that the screen shows; part of its address. */
  read: string
}

export const run: Journey['run'] = async (tools) => {
  await beEveryRole(tools)
  const { studentId } = await openSampleClass(tools.baseUrl)
  const page = await tools.newStudentPage(studentId('Brown'))
  const screens = await screensOf(page)
  for (const screen of screens) {
    await lookInSizes(tools, page, screen)
    await lookInThemes(tools, page, screen)
    await lookLoading(tools, page, screen)
    await lookFailed(tools, page, screen)
  }
  await lookMirrored(tools, page, screens)
  await lookOffline(tools, page)
}

const firstScreens = { pupil: /^Hello /, teacher: 'Home', administrator: 'Accounts' } as const

/** From the door of an empty server into each role, and from role to role by the strip. */
async function beEveryRole(tools: Tools): Promise<void> {
  for (const [role, heading] of Object.entries(firstScreens)) {
    const page = await tools.newPage()
    await page.goto('/')
    await page
      .getByRole('button', {
        name: `Look around as ${role === 'pupil' || role === 'teacher' ? 'a' : 'an'} ${role}`,
      })
      .click()
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    await tools.checkAxe(page, `first screen of the ${role}`)
    await page.context().close()
  }
  const page = await tools.newPage()
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await tools.checkAxe(page, 'the door')
  await tools.takePictures(page, 'door')
  await page.getByRole('button', { name: 'Look around as a pupil' }).click()
  for (const [role, heading] of Object.entries(firstScreens).toReversed()) {
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByLabel('You are:').selectOption({ label: `${role[0]?.toUpperCase()}${role.slice(1)}` })
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  }
  await page.context().close()
}

/** The screens of a pupil outside a quiz, with a quiz that is open and one that is done. */
async function screensOf(page: Page): Promise<Screen[]> {
  const { available, completed } = (await (await page.request.get('/api/v1/me/quizzes')).json()) as {
    available: { assignment_id: string }[]
    completed: { attempt_id: string | null }[]
  }
  const open = available[0]?.assignment_id
  const done = completed.find(({ attempt_id }) => attempt_id !== null)?.attempt_id
  if (!open || !done) throw new Error('The pupil has no quiz to start or none that is done.')
  return [
    { name: 'today', path: '/today', read: '/me/quizzes' },
    { name: 'quiz-start', path: `/quizzes/${open}`, read: '/me/quizzes' },
    { name: 'results', path: `/attempts/${done}/results`, read: '/results' },
    { name: 'progress', path: '/progress', read: '/progress' },
    { name: 'me', path: '/me', read: '' },
    { name: 'not-found', path: '/nothing/here', read: '' },
  ]
}

async function lookInSizes(tools: Tools, page: Page, screen: Screen): Promise<void> {
  await openSettled(page, screen.path)
  mustEqual(await page.locator('h1').count(), 1, `headings of the first order on ${screen.name}`)
  for (const [name, size] of Object.entries(sizes)) {
    await page.setViewportSize(size)
    await drawn(page)
    await tools.checkAxe(page, `${screen.name}, ${name}`)
    await checkReach(page, `${screen.name}, ${name}`)
  }
  await page.setViewportSize(sizes.reference)
  await tools.takePictures(page, screen.name)
}

async function lookInThemes(tools: Tools, page: Page, { name }: Screen): Promise<void> {
  for (const look of [dark, cream, highContrast, largeText, light]) {
    await wear(page, look)
    await tools.checkAxe(page, `${name}, ${look.name}`)
    await checkReach(page, `${name}, ${look.name}`)
    await checkNoRed(page, `${name}, ${look.name}`)
    if (look !== light) await tools.takePictures(page, `${name}-${look.name.replaceAll(/\W+/g, '-')}`)
  }
}

const reads = (read: string) => (url: URL) =>
  url.pathname.startsWith('/api/v1/') && url.pathname.endsWith(read)

async function lookLoading(tools: Tools, page: Page, screen: Screen): Promise<void> {
  if (!screen.read) return
  const held: (() => void)[] = []
  await page.route(reads(screen.read), (route) => new Promise((go) => held.push(() => go(route.abort()))))
  await page.goto(screen.path)
  await page.getByText('Still loading. This takes longer than usual.').first().waitFor()
  await tools.checkAxe(page, `${screen.name}, loading`)
  for (const go of held) go()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
}

async function lookFailed(tools: Tools, page: Page, screen: Screen): Promise<void> {
  if (!screen.read) return
  const problem = {
    status: 500,
    error_code: 'fault',
    message: 'The fault is on our side.',
    details: {},
    request_id: 'r-1',
  }
  await page.route(reads(screen.read), (route) => route.fulfill({ status: 500, json: problem }))
  await page.goto(screen.path)
  await page.getByRole('alert').getByText(problem.message).first().waitFor()
  await tools.checkAxe(page, `${screen.name}, failed`)
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await page.getByRole('alert').waitFor({ state: 'detached' })
}

async function lookMirrored(tools: Tools, page: Page, screens: readonly Screen[]): Promise<void> {
  await speak(page, rightToLeft)
  for (const screen of screens) {
    await openSettled(page, screen.path)
    await tools.checkAxe(page, `${screen.name}, right to left`)
    await checkReach(page, `${screen.name}, right to left`)
  }
  await tools.takePictures(page, 'right-to-left')
  await speak(page, 'en-GB')
}

/** The network goes: what was seen stays with the time of its data, what was not says why it is missing. */
async function lookOffline(tools: Tools, page: Page): Promise<void> {
  await page.clock.install()
  await page.goto('/today')
  const stop = (name: string) => page.getByRole('link', { name, exact: true })
  await page.getByRole('heading', { level: 1, name: /^Hello / }).waitFor()
  await page.getByRole('main').getByRole('link').first().waitFor()
  await page.context().setOffline(true)
  await stop('Progress').click()
  // Asking again and the wait between the tries take no time on the page's own clock.
  await page.clock.fastForward('00:30')
  await page.getByText('The network is gone. This page needs it. Nothing is lost.').waitFor()
  await tools.checkAxe(page, 'progress, offline without data')
  await stop('Today').click()
  await page.clock.fastForward('00:30')
  await page.getByText(/^The network is gone\. You see what was here on .+ at \d\d:\d\d\.$/).waitFor()
  await page.getByRole('main').getByRole('link').first().waitFor()
  await tools.checkAxe(page, 'today, offline with data')
  await tools.takePictures(page, 'today-offline')
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('The network is gone.').waitFor({ state: 'detached' })
}
