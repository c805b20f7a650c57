import type { Page } from 'playwright-core'
import { must, mustEqual } from '../expect.ts'
import type { Journey } from '../journey.ts'

export const title = 'A teacher marks answers by the keys, goes back, and changes a mark'

export const run: Journey['run'] = async ({ newSamplePage, checkAxe, takePictures }) => {
  const page = await newSamplePage('teacher')
  const before = await countWaiting(page)
  must(before > 1, `The sample school has ${before} answers to mark; this journey needs two.`)
  await page.goto('/marking')
  await page.getByRole('article').waitFor()
  await checkAxe(page, 'an answer to mark')
  await takePictures(page, 'marking')
  mustEqual(await namesOnPage(page), [], 'names of students on the marking page')

  const answer = await page.locator('.answer').textContent()
  const parts = await page.locator('.scheme-part').count()
  const save = page.getByRole('button', { name: /^Save / })
  must(await save.isDisabled(), 'A decision with parts missing can be saved.')
  for (let part = 0; part < parts; part += 1) await page.keyboard.press('1')
  await page.getByLabel('Feedback to the pupil').fill('You say what it holds. Now say when it forgets.')
  await page.reload()
  await page.getByRole('article').waitFor()
  must(await save.isEnabled(), 'The decision typed before the reload is lost.')
  await checkAxe(page, 'a decision before it is saved')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/^Answer 2 of/).waitFor()
  must((await countWaiting(page)) < before, 'No answer left the queue.')

  await page.keyboard.press('p')
  await page.getByText(/^Saved: .* You can change it/).waitFor()
  mustEqual(await page.locator('.answer').textContent(), answer, 'the answer gone back to')
  await checkAxe(page, 'an answer that is marked')
  await page.keyboard.press('0')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/^Answer 2 of/).waitFor()

  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys for marking' }).waitFor()
  await checkAxe(page, 'the keys for marking')
  await page.keyboard.press('Escape')
  await page.getByLabel('Use the keys 0 to 9, N, P and ?').uncheck()
  await page.locator('h1').focus()
  await page.keyboard.press('p')
  await page.getByText(/^Answer 2 of/).waitFor()
  await page.getByLabel('Use the keys 0 to 9, N, P and ?').check()
}

async function countWaiting(page: Page): Promise<number> {
  const reply = await page.request.get('/api/v1/home')
  return ((await reply.json()) as { queues: { marking: number } }).queues.marking
}

/** Names are off: none of the students of the own classes may be read while marking. */
async function namesOnPage(page: Page): Promise<string[]> {
  const home = (await (await page.request.get('/api/v1/home')).json()) as {
    classrooms: { classroom_id: string }[]
  }
  const text = (await page.locator('main').textContent()) ?? ''
  const found: string[] = []
  for (const { classroom_id } of home.classrooms) {
    const reply = await page.request.get(`/api/v1/classrooms/${classroom_id}/students`)
    const { items } = (await reply.json()) as { items: { first_name: string; last_name: string }[] }
    found.push(...items.map(({ last_name }) => last_name).filter((name) => text.includes(name)))
  }
  return found
}
