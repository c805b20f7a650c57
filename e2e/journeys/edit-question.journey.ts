import type { Page } from 'playwright-core'
import { sampleApi } from '../api.ts'
import { must, mustEqual } from '../expect.ts'
import type { Journey, Tools } from '../journey.ts'
import { type Keys, keysOf } from '../steps/keyboard.ts'

export const title = 'A question is edited: checks name the field, nothing typed is lost, two teachers meet'

export const run: Journey['run'] = async (tools) => {
  const path = await copyQuiz(tools.baseUrl)
  const page = await tools.newSamplePage('teacher')
  await page.goto(path)
  await page.getByText('Everything is saved.').waitFor()
  await tools.checkAxe(page, 'the question editor')
  await tools.takePictures(page, 'editor')
  const keys = keysOf(page)
  await seeChecks(tools, page, keys)
  await keepTest(tools, page, keys)
  await loseNetwork(tools, page)
  await leaveBlank(tools, page, keys)
  await meetAnotherTeacher(tools, page, path)
}

/** The first question of a copy of one of the sample school's quizzes. */
async function copyQuiz(baseUrl: string): Promise<string> {
  const teacher = await sampleApi(baseUrl, 'teacher')
  const { items } = await teacher.call('listQuizzes', { query: { status: 'published' } })
  const quiz = items.find(({ question_count }) => question_count >= 8)
  must(quiz, 'The sample school has no quiz of eight questions.')
  const copy = await teacher.call('duplicateQuiz', { params: { quiz_id: quiz.id }, body: {} })
  const question = copy.questions.find(({ kind }) => kind === 'multiple_choice')
  must(question, 'The quiz has no question with one right option.')
  return `/quizzes/${copy.id}/questions/${question.id}`
}

const line = (page: Page) => page.locator('.save-line')
const saved = (page: Page) =>
  line(page)
    .getByText(/^Saved /)
    .waitFor()

async function seeChecks({ checkAxe }: Tools, page: Page, keys: Keys) {
  await keys.typeInto('Hint', 'You fail when you guess.')
  await saved(page)
  await keys.tabTo(page.getByRole('tab', { selected: true }))
  await page.keyboard.press('ArrowRight')
  await page.getByText('1 thing to mend').waitFor()
  await checkAxe(page, 'a finding in the checks')
  await keys.press('Go to: Hint')
  mustEqual(
    await page.evaluate(() => (document.activeElement as HTMLElement).dataset.pointer),
    '/hint',
    'the field that the finding leads to',
  )
  await keys.mainAction()
  await page.getByRole('alert').getByText('Some checks do not pass yet.').waitFor()
  await keys.typeInto('Hint', 'Read each option again.')
  await page.getByText('1 thing to mend').waitFor({ state: 'detached' })
}

async function keepTest({ checkAxe }: Tools, page: Page, keys: Keys) {
  await page.getByRole('tab', { name: 'As a pupil sees it' }).click()
  await page.locator('[role=tabpanel] input[type=radio]').first().check()
  await keys.press('Check this answer')
  await keys.press('Keep this answer as a test')
  await page.getByRole('tab', { name: 'Tests (1)' }).click()
  await page.getByText(/^Must earn (0|100)% of the points\.$/).waitFor()
  await saved(page)
  await checkAxe(page, 'a stored test')
}

async function loseNetwork({ checkAxe }: Tools, page: Page) {
  const stem = page.getByLabel('Question text')
  const text = `${await stem.inputValue()} Select ONE.`
  await page.context().setOffline(true)
  await stem.fill(text)
  await line(page).getByText('Kept on this computer. It is saved when the network is back.').waitFor()
  await checkAxe(page, 'the editor without a network')
  await page.context().setOffline(false)
  await saved(page)
  await page.reload()
  mustEqual(await stem.inputValue(), text, 'the text written without a network')
}

async function leaveBlank({ checkAxe }: Tools, page: Page, keys: Keys) {
  const stem = page.getByLabel('Question text')
  const text = await stem.inputValue()
  await stem.fill('')
  await line(page).getByText('It is saved when the question is complete.').waitFor()
  await checkAxe(page, 'a question that is not complete')
  await page.reload()
  await line(page).getByText('It is saved when the question is complete.').waitFor()
  mustEqual(await stem.inputValue(), '', 'the blank text after a reload')
  await keys.typeInto('Question text', text)
  await saved(page)
}

async function meetAnotherTeacher(
  { newSamplePage, checkAxe, takePictures }: Tools,
  page: Page,
  path: string,
) {
  const other = await newSamplePage('teacher')
  await other.goto(path)
  await other.getByText('Everything is saved.').waitFor()
  await page.getByLabel('Hint').fill('Mine: read each option.')
  await saved(page)
  await other.getByLabel('Hint').fill('Theirs: think of the lesson.')
  await other.getByRole('heading', { name: 'Someone else changed this question' }).waitFor()
  await checkAxe(other, 'two texts of one question')
  await takePictures(other, 'conflict')
  const both = await other.locator('.versus').allTextContents()
  must(
    both.some((text) => text.includes('Mine: read') && text.includes('Theirs: think')),
    'The two texts do not stand side by side.',
  )
  await other.reload()
  await other.getByRole('button', { name: 'Save what I chose' }).click()
  await saved(other)
  mustEqual(
    await other.getByLabel('Hint').inputValue(),
    'Theirs: think of the lesson.',
    'the text chosen after a reload',
  )
}
