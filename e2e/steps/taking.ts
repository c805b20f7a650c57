import type { Call } from '@waymark/contract/endpoint.ts'
import type { Endpoints } from '@waymark/contract/endpoints.ts'
import type { Page } from 'playwright-core'

export type Attempt = Call<Endpoints['getAttempt']>['reply']

/** The attempt that is open on a page. */
export function attemptIdOn(page: Page): string {
  const [, id] = /\/attempts\/([^/]+)/.exec(page.url()) ?? []
  if (!id) throw new Error(`No attempt is open at ${page.url()}.`)
  return id
}

/** Waits until the page shows this question. */
export async function untilQuestion(page: Page, position: number, count: number): Promise<void> {
  await page.getByRole('heading', { level: 1, name: `Question ${position} of ${count}` }).waitFor()
}

export const saveLine = (page: Page) => page.locator('.save-line')

const savedAt = /^Saved \d\d:\d\d:\d\d$/

export async function untilSaved(page: Page, patienceMs = 15_000): Promise<void> {
  await saveLine(page).filter({ hasText: savedAt }).waitFor({ timeout: patienceMs })
}

/** What the server holds of an attempt, asked with the sign-in of the page itself. */
export async function answersOnServer(page: Page, attemptId: string): Promise<Map<number, unknown>> {
  const reply = await page.request.get(`/api/v1/attempts/${attemptId}`)
  if (!reply.ok()) throw new Error(`The attempt: ${reply.status()} ${await reply.text()}`)
  const { questions } = (await reply.json()) as Attempt
  return new Map(questions.map(({ position, answer }) => [position, answer]))
}

/** "Saved" on the screen is true: the server has this answer to the question. */
export async function seeSaved(page: Page, position: number, wanted: unknown): Promise<void> {
  await untilSaved(page)
  const held = (await answersOnServer(page, attemptIdOn(page))).get(position)
  if (canonical(held) !== canonical(wanted))
    throw new Error(
      `The page says that question ${position} is saved; the server has ${canonical(held)}, not ${canonical(wanted)}.`,
    )
}

/** An answer as text in which the order of fields never counts, and of a list only where it is the answer. */
function canonical(answer: unknown, name = ''): string {
  if (Array.isArray(answer)) {
    const parts = answer.map((part) => canonical(part))
    return `[${(name === 'order' ? parts : parts.sort()).join()}]`
  }
  if (typeof answer !== 'object' || answer === null) return JSON.stringify(answer) ?? 'null'
  const fields = Object.entries(answer).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([field, value]) => `${field}:${canonical(value, field)}`).join()}}`
}

/** From the start page of a quiz to its first question. */
export async function startQuiz(page: Page, assignmentId: string): Promise<void> {
  await page.goto(`/quizzes/${assignmentId}`)
  await page.getByRole('button', { name: /^(Start|Continue) the quiz$/ }).click()
  await page.getByRole('heading', { level: 1, name: /^Question 1 of/ }).waitFor()
}

/** Waits until the service worker holds what a reload without a network needs. */
export async function shellIsKept(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const entry = document.querySelector('script[src^="/assets/"]')?.getAttribute('src')
    return navigator.serviceWorker.controller !== null && (await caches.match(entry ?? '')) !== undefined
  })
}

/** Goes to a question of the open attempt as its links do, in whatever language the page is. */
export async function showQuestion(page: Page, position: number, count: number): Promise<void> {
  await page.evaluate(
    (path) => {
      history.pushState(null, '', path)
      dispatchEvent(new PopStateEvent('popstate'))
    },
    `/attempts/${attemptIdOn(page)}/questions/${position}`,
  )
  await page
    .locator('#question h1')
    .filter({ hasText: new RegExp(`${position}\\D+${count}`) })
    .waitFor()
  await page.waitForFunction(() => document.querySelector('#question [aria-busy="true"]') === null)
}
