import type { Locator, Page } from 'playwright-core'
import { must, mustEqual } from '../expect.ts'
import type { Journey } from '../journey.ts'

export const title = 'Three numbers open down to the answer under them; screen, drawer and file agree'

export const run: Journey['run'] = async ({ newSamplePage, checkAxe, takePictures }) => {
  const page = await newSamplePage('teacher')
  const { classroomId, assignmentId } = await findResults(page)

  await page.goto(`/assignments/${assignmentId}/results`)
  const mean = page.locator('.tiles .card', { hasText: 'Mean' }).getByRole('button')
  await mean.waitFor()
  await checkAxe(page, 'quiz results')
  await takePictures(page, 'quiz-results')
  await openFromMean(page, mean)
  await checkAxe(page, 'an attempt as its teacher sees it')

  await page.goto(`/classes/${classroomId}/mastery`)
  await openFromMap(page)
  await checkAxe(page, 'mastery map with the drawer open')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  mustEqual(await focusedCell(page), '0,1', 'the cell with the focus after the drawer is closed')

  await page.goto(`/assignments/${assignmentId}/results`)
  await openFromTable(page)
  await compareWithFile(page, assignmentId)
}

/** A finished quiz of which somebody has marks. */
async function findResults(page: Page) {
  const home = (await (await page.request.get('/api/v1/home')).json()) as {
    classrooms: { classroom_id: string }[]
  }
  const classroomId = home.classrooms[0]?.classroom_id
  must(classroomId, 'The teacher has no class.')
  const overview = (await (await page.request.get(`/api/v1/classrooms/${classroomId}/overview`)).json()) as {
    quizzes: { assignment_id: string; completed: number; waiting: number }[]
  }
  const quiz = overview.quizzes.find(({ completed, waiting }) => completed > 5 && waiting === 0)
  must(quiz, 'The class has no quiz that is marked.')
  return { classroomId, assignmentId: quiz.assignment_id }
}

/** First press: the attempts under the mean. Second press: the answers of one of them. */
async function openFromMean(page: Page, mean: Locator) {
  const shown = await mean.textContent()
  await mean.click()
  const drawer = page.getByRole('dialog', { name: 'What this rests on' })
  await drawer.getByText('pieces of evidence').waitFor()
  mustEqual(await drawer.locator('.evidence-value').textContent(), shown, 'the mean in the drawer')
  await drawer.getByRole('link', { name: 'Open the original' }).first().click()
  const answer = page.locator('main li.card').first()
  await answer.locator('blockquote').waitFor()
  must((await answer.locator('blockquote').textContent())?.trim(), 'The answer itself is not on the screen.')
  must(/\d{1,2} \w+ \d{4}/.test((await answer.textContent()) ?? ''), 'The answer has no date.')
  must(
    /: \w+/.test((await page.locator('h1').textContent()) ?? ''),
    'The page does not say whose answer it is.',
  )
}

/** By keyboard: Tab into the map, an arrow, Enter. */
async function openFromMap(page: Page) {
  await page.locator('[data-at="0,0"]').focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  mustEqual(await focusedCell(page), '0,1', 'the cell an arrow leads to')
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: 'What this rests on' })
  await drawer.locator('blockquote').first().waitFor()
  must((await drawer.locator('blockquote mark').first().textContent())?.trim(), 'The drawer shows no answer.')
}

const focusedCell = (page: Page) =>
  page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset.at : null,
  )

async function openFromTable(page: Page) {
  const marks = page.locator('td .figure').first()
  const shown = await marks.textContent()
  await marks.click()
  const drawer = page.getByRole('dialog', { name: 'What this rests on' })
  await drawer.locator('blockquote').first().waitFor()
  mustEqual(await drawer.locator('.evidence-value').textContent(), shown, 'the marks in the drawer')
  await page.keyboard.press('Escape')
}

/** The file has the rows of the screen in the order of the screen. */
async function compareWithFile(page: Page, assignmentId: string) {
  await page.goto(`/assignments/${assignmentId}/results?sort=percentage&direction=down`)
  const names = page.getByRole('region', { name: /^\d+ pupils$/ }).locator('tbody th')
  await names.first().waitFor()
  const file = await page.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')
  const lines = (await (await page.request.get(file ?? '')).text()).trim().split('\r\n').slice(1)
  const onScreen = await names.allTextContents()
  mustEqual(lines.length, onScreen.length, 'rows in the file')
  for (const [at, name] of onScreen.entries())
    must(lines[at]?.includes(name), `Line ${at + 1} of the file is not ${name}: ${lines[at]}`)
}
