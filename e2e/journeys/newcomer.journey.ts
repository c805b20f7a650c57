import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { openPage } from '../browser.ts'
import { must, mustEqual } from '../expect.ts'
import type { Journey, Tools } from '../journey.ts'
import { answerSomehow } from '../steps/first-answer.ts'
import { untilQuestion, untilSaved } from '../steps/taking.ts'

export const title =
  'A newcomer goes from an empty folder to a marked quiz made from a lesson file of their own'

/** A lesson plan on another subject than the sample's, as LibreOffice writes it. */
const lesson = fileURLToPath(new URL('../files/rivers-lesson-2.docx', import.meta.url))
const classList = `first_name,last_name,year_group,class
Amara,Bello,7,7G Geography
Ben,Carter,7,7G Geography
Chloe,Davies,7,7G Geography`
const quiz = 'How a river shapes the land'
const questions = 10

export const run: Journey['run'] = async (tools) => {
  const server = await tools.startServer()
  const faults: string[] = []
  const teacher = await openPage(tools.browser, server.baseUrl, 'reference', faults)
  await setUpSchool(teacher, server.output())
  const card = await importClass(teacher)
  await uploadLesson(teacher)
  await proposeQuiz(teacher, tools)
  await approveAll(teacher)
  await publish(teacher)
  const student = await openPage(tools.browser, server.baseUrl, 'reference', faults)
  await takeQuiz(student, card)
  await markEssays(teacher)
  await openMean(teacher, tools)
  mustEqual(faults, [], 'what must never happen')
}

async function setUpSchool(page: Page, output: string) {
  const [, token] = /setup token: (\S+)/.exec(output) ?? []
  must(token, 'The server printed no setup token.')
  await page.goto('/')
  await page.getByRole('link', { name: 'Set up our school' }).click()
  await page.getByLabel('Setup token').fill(token)
  await page.getByLabel('Name of the school').fill('Riverside School')
  await page.getByLabel('Your first name').fill('Maya')
  await page.getByLabel('Your last name').fill('Okafor')
  await page.getByLabel('Your e-mail').fill('maya@riverside.example')
  await page.getByLabel('Password').fill('rivers run downhill 7')
  await page.getByRole('button', { name: 'Set up the school' }).click()
  await page.getByRole('heading', { name: 'The first class' }).waitFor()
}

/** Answers what the first sign-in card says. */
async function importClass(page: Page): Promise<{ username: string; password: string }> {
  await page.getByLabel('The list').fill(classList)
  await page.getByRole('button', { name: 'Read the list' }).click()
  await page.getByText('New classes: 7G Geography.').waitFor()
  await page.getByRole('button', { name: 'Import 3 pupils' }).click()
  const cards = page.getByRole('region', { name: 'Sign-in cards' }).getByRole('listitem')
  await cards.first().waitFor()
  const [, username, password] = await cards.first().locator('code').allTextContents()
  must(username && password, 'The first card names no user name or no password.')
  await page.getByRole('button', { name: 'Go on: a teacher' }).click()
  await page.getByRole('button', { name: 'I teach these classes myself' }).click()
  await page.getByRole('heading', { name: 'First steps' }).waitFor()
  return { username, password }
}

async function uploadLesson(page: Page) {
  await page.getByRole('link', { name: 'Create a quiz' }).click()
  await page.getByLabel('Title').fill('Rivers')
  await page.getByLabel('Subject').fill('Geography')
  await page.getByRole('button', { name: 'Make the unit' }).click()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await choosing).setFiles(lesson)
  const found = page.locator('.card', { hasText: 'rivers-lesson-2.docx' })
  await found.getByText('5 objectives').waitFor({ timeout: 60_000 })
  await found.getByText('3 misconceptions').waitFor()
  await found.getByText('1 list of steps').waitFor()
  await page.getByRole('link', { name: 'Go on to the settings' }).click()
}

async function proposeQuiz(page: Page, { checkAxe }: Tools) {
  await page.getByLabel('Title of the quiz').fill(quiz)
  await page.getByLabel('Number of questions').fill(String(questions))
  await page.getByRole('button', { name: 'Propose a quiz' }).click()
  const review = page.getByRole('link', { name: 'Review the questions' })
  await review.waitFor({ timeout: 60_000 })
  await page.getByText('Made by rules, without a language model.').waitFor()
  await checkAxe(page, 'a quiz made without a model')
  await review.click()
}

async function approveAll(page: Page) {
  for (let left = questions; left > 0; left -= 1) {
    await page.getByText(`${left} of ${questions} questions wait for approval.`).waitFor()
    await page.getByRole('button', { name: 'Approve', exact: true }).click()
  }
  await page.getByText('All questions are approved.').waitFor()
  const notes = page.getByRole('region', { name: 'Notes' }).getByText(/ is approved\.$/)
  mustEqual(await notes.allTextContents(), [`Question ${questions} is approved.`], 'notes on the page')
}

async function publish(page: Page) {
  await page.getByRole('button', { name: 'Publish' }).click()
  const dialog = page.getByRole('dialog', { name: `Publish ${quiz}` })
  await dialog.getByLabel('7G Geography').check()
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await dialog.getByText('The quiz is published.').waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('link', { name: 'Home', exact: true }).click()
  await page.getByRole('link', { name: '1 quiz is open.' }).waitFor()
}

async function takeQuiz(page: Page, { username, password }: { username: string; password: string }) {
  await page.goto('/')
  await page.getByLabel('User name or e-mail').fill(username)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: 'Open the quiz' }).click()
  await page.getByRole('button', { name: 'Start the quiz' }).click()
  for (let position = 1; position <= questions; position += 1) {
    await untilQuestion(page, position, questions)
    await answerSomehow(page, 'erosion')
    await untilSaved(page)
    await page.getByRole('button', { name: /^(Next question|Go to the finish)$/ }).click()
  }
  await page.getByText('Every question has an answer.').waitFor()
  await page.getByRole('button', { name: 'Finish the quiz' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Finish the quiz' }).click()
  await page.getByRole('heading', { name: 'Your questions' }).waitFor()
  mustEqual(await page.getByRole('article').count(), questions, 'questions with feedback')
}

/** The news reaches the teacher's page by itself; what rules cannot mark waits there. */
async function markEssays(page: Page) {
  await page.getByRole('button', { name: 'Update' }).click()
  await page.getByText(`1 pupil in 7G Geography finished ${quiz}`).waitFor()
  const waiting = page.getByRole('link', { name: /^\d+ answers? to mark$/ })
  if ((await waiting.count()) === 0) return
  const count = Number.parseInt((await waiting.textContent()) ?? '', 10)
  await waiting.click()
  for (let left = count; left > 0; left -= 1) {
    await page.getByText(`${left} still to mark.`).waitFor()
    const full = page.getByRole('radio', { name: '1', exact: true })
    for (const mark of await full.all()) await mark.check()
    await page.getByRole('button', { name: 'Save and next' }).click()
  }
  await page.getByText('No answer waits for a mark.').waitFor()
}

/** From the mean of the class by two presses to the answers under it. */
async function openMean(page: Page, { checkAxe }: Tools) {
  await page.getByRole('link', { name: 'Classes', exact: true }).click()
  await page.getByRole('link', { name: '7G Geography', exact: true }).click()
  await page.getByRole('link', { name: quiz, exact: true }).click()
  const mean = page.locator('.tiles .card', { hasText: 'Mean' }).getByRole('button')
  const shown = await mean.textContent()
  await mean.click()
  const drawer = page.getByRole('dialog', { name: 'What this rests on' })
  await drawer.getByText('1 piece of evidence').waitFor()
  mustEqual(await drawer.locator('.evidence-value').textContent(), shown, 'the mean in the drawer')
  await drawer.getByRole('link', { name: 'Open the original' }).click()
  await page.getByRole('heading', { name: `${quiz}: Amara Bello` }).waitFor()
  mustEqual(await page.locator('main li.card blockquote').count(), questions, 'answers on the screen')
  await checkAxe(page, 'the answers under a number')
}
