import type { Locator, Page } from 'playwright-core'
import { must } from '../expect.ts'
import type { Journey } from '../journey.ts'

export const title =
  'A quiz is made though its page is left and its tab closed; the news say when it is ready and lead to it'

const left = 'Made while the page was left'
const closed = 'Made while the tab was closed'

export const run: Journey['run'] = async ({ newSamplePage, checkAxe, takePictures }) => {
  const page = await newSamplePage('teacher')
  await ask(page, left)
  await page.getByRole('link', { name: 'Home', exact: true }).click()
  await page.getByRole('region', { name: 'Notes' }).getByText(`${left} is ready for your review`).waitFor()
  await openNews(page)
  const news = page.getByRole('region', { name: 'Quizzes being made' })
  await news.waitFor()
  await checkAxe(page, 'the news, open')
  await takePictures(page, 'news')
  await news.getByRole('link', { name: `New: ${left} is ready for your review` }).click()
  await page.getByRole('heading', { level: 1, name: left }).waitFor()
  await openNews(page)
  await news.getByRole('link', { name: `${left} is ready for your review`, exact: true }).waitFor()
  await closeNews(page, news)

  await ask(page, closed)
  const another = await page.context().newPage()
  await page.close()
  await another.goto('/home')
  await openNews(another)
  await another.getByRole('link', { name: `New: ${closed} is ready for your review` }).click()
  await another.getByRole('heading', { level: 1, name: closed }).waitFor()
}

/** Other journeys' quizzes may be counted there, too. */
const openNews = (page: Page) => page.getByRole('button', { name: /^News( \(\d+\))?$/ }).click()

/** Escape brings the focus back to the button; leaving it for the page closes the news, too. */
async function closeNews(page: Page, news: Locator) {
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await news.waitFor({ state: 'hidden' })
  must(/^News/.test((await page.locator(':focus').textContent()) ?? ''), 'Escape lost the focus.')
  await openNews(page)
  await news.waitFor()
  await page.getByRole('heading', { level: 1 }).click()
  await news.waitFor({ state: 'hidden' })
}

/** As far as the page that shows the steps of the work. */
async function ask(page: Page, quiz: string) {
  await page.goto('/create')
  await page.getByRole('button', { name: 'Go on with this unit' }).click()
  await page.getByRole('link', { name: 'Go on to the settings' }).click()
  await page.getByLabel('Title of the quiz').fill(quiz)
  await page.getByRole('button', { name: 'Propose a quiz' }).click()
  await page.waitForURL(/\/generations\//)
}
