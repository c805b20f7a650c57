import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { openPage } from '../browser.ts'
import { must, mustEqual } from '../expect.ts'
import type { Journey, Tools } from '../journey.ts'
import { answerSomehow } from '../steps/first-answer.ts'
import { aPerson, type Person, stopwatch } from '../steps/person.ts'
import { untilQuestion, untilSaved } from '../steps/taking.ts'

/**
 * The way of docs/running/first-quiz.md. With `--pace try` or `--pace care` it prints how many minutes each
 * step would take a person: a try makes 5 questions and reads what it needs, with care 10 and every word.
 */
export const title =
  'A newcomer goes from an empty folder to a marked quiz made from a lesson file of their own'
export const ownServer = true

/** A lesson plan on another subject than the sample's, as LibreOffice writes it. */
const lesson = fileURLToPath(new URL('../files/rivers-lesson-2.docx', import.meta.url))
const classList = `first_name,last_name,year_group,class
Amara,Bello,7,7G Geography
Ben,Carter,7,7G Geography
Chloe,Davies,7,7G Geography`
/** As the file is called inside. */
const quiz = 'Rivers – Lesson 2: How a river shapes the land'

interface Visit {
  page: Page
  person: Person
  tools: Tools
  questions: number
}

export const run: Journey['run'] = async (tools) => {
  const people: Person[] = []
  const { begin, table } = stopwatch(() => people)
  const faults: string[] = []
  const open = async (baseUrl: string): Promise<Visit> => {
    const person = aPerson(tools.care)
    people.push(person)
    const page = await openPage(tools.browser, baseUrl, 'reference', faults)
    return { page, person, tools, questions: tools.care === 'try' ? 5 : 10 }
  }
  begin('start')
  const server = await tools.startServer()
  const teacher = await open(server.baseUrl)
  begin('set up the school')
  await setUpSchool(teacher, server.output())
  begin('class and sign-in cards')
  const card = await importClass(teacher)
  begin('unit and lesson file')
  await uploadLesson(teacher)
  begin('settings and proposal')
  await proposeQuiz(teacher)
  begin('review')
  await approveAll(teacher)
  begin('publish')
  await publish(teacher)
  const student = await open(server.baseUrl)
  await goHome(teacher)
  begin('sign in as a pupil')
  await signIn(student, card)
  begin('take the quiz, to the results')
  await takeQuiz(student)
  if (tools.care !== null) tools.say(table())
  await seeNews(teacher)
  await markEssays(teacher)
  await openMean(teacher)
  mustEqual(faults, [], 'what must never happen')
}

async function setUpSchool({ page, person }: Visit, output: string) {
  const [, token] = /setup token: (\S+)/.exec(output) ?? []
  must(token, 'The server printed no setup token.')
  await page.goto('/')
  const setUp = page.getByRole('link', { name: 'Set up our school' })
  await setUp.waitFor()
  await person.read(page.locator('main'))
  await person.press(setUp)
  const tokenField = page.getByLabel('Setup token')
  await tokenField.waitFor()
  await person.read(page.locator('main'))
  await person.paste(tokenField, token)
  await person.type(page.getByLabel('Name of the school'), 'Riverside School')
  await person.type(page.getByLabel('Your first name'), 'Maya')
  await person.type(page.getByLabel('Your last name'), 'Okafor')
  await person.type(page.getByLabel('Your e-mail'), 'maya@riverside.example')
  await person.type(page.getByLabel('Password'), 'rivers run downhill 7')
  await person.press(page.getByRole('button', { name: 'Set up the school' }))
  await page.getByRole('heading', { name: 'The first class' }).waitFor()
}

/** Answers what the first sign-in card says. */
async function importClass({ page, person }: Visit): Promise<{ username: string; password: string }> {
  const main = page.locator('main')
  await person.read(main)
  await person.paste(page.getByLabel('The list'), classList)
  await person.press(page.getByRole('button', { name: 'Read the list' }))
  await page.getByText('New classes: 7G Geography.').waitFor()
  await person.read(main)
  await person.press(page.getByRole('button', { name: 'Import 3 pupils' }))
  const cards = page.getByRole('region', { name: 'Sign-in cards' }).getByRole('listitem')
  await cards.first().waitFor()
  await person.read(main)
  const [, username, password] = await cards.first().locator('code').allTextContents()
  must(username && password, 'The first card names no user name or no password.')
  await person.press(page.getByRole('button', { name: 'Go on: a teacher' }))
  const ownClasses = page.getByRole('button', { name: 'I teach these classes myself' })
  await ownClasses.waitFor()
  await person.read(main)
  await person.press(ownClasses)
  await page.getByRole('heading', { name: 'First steps' }).waitFor()
  return { username, password }
}

/** The list of first steps leads on. */
async function uploadLesson({ page, person }: Visit) {
  const main = page.locator('main')
  await person.read(main)
  await person.press(page.getByRole('link', { name: 'To do: Create a quiz from a lesson file' }))
  const unit = page.getByLabel('Title')
  await unit.waitFor()
  await person.read(main)
  await person.type(unit, 'Rivers')
  await person.type(page.getByLabel('Subject'), 'Geography')
  await person.press(page.getByRole('button', { name: 'Make the unit' }))
  const chooseFiles = page.getByRole('button', { name: 'Choose files' })
  await chooseFiles.waitFor()
  await person.read(main)
  const choosing = page.waitForEvent('filechooser')
  await person.press(chooseFiles)
  const chooser = await choosing
  // The folder, the file, "Open".
  person.find(3)
  await chooser.setFiles(lesson)
  const found = page.locator('.card', { hasText: 'rivers-lesson-2.docx' })
  await found.getByText('5 objectives').waitFor({ timeout: 60_000 })
  await found.getByText('3 misconceptions').waitFor()
  await found.getByText('1 list of steps').waitFor()
  await person.read(main)
  await person.press(page.getByRole('link', { name: 'Go on to the settings' }))
}

async function proposeQuiz({ page, person, tools, questions }: Visit) {
  const main = page.locator('main')
  const titleField = page.getByLabel('Title of the quiz')
  await titleField.waitFor()
  await person.read(main)
  mustEqual(await titleField.inputValue(), quiz, 'the title of the quiz')
  await person.type(page.getByLabel('Number of questions'), String(questions))
  await person.press(page.getByRole('button', { name: 'Propose a quiz' }))
  const review = page.getByRole('link', { name: 'Review the questions' })
  await review.waitFor({ timeout: 60_000 })
  await page.getByText('Made by rules, without a language model.').waitFor()
  if (tools.care === null) await tools.checkAxe(page, 'a quiz made without a model')
  await person.read(main)
  await person.press(review)
}

async function approveAll({ page, person, questions }: Visit) {
  const shown = page.locator('.review-question')
  for (let left = questions; left > 0; left -= 1) {
    await page.getByText(`${left} of ${questions} questions wait`).waitFor()
    await shown.getByRole('heading', { name: `Question ${questions - left + 1} of` }).waitFor()
    await person.read(shown.locator('.card'))
    await person.read(shown.locator('.texts > div').first())
    await person.read(page.locator('.desk article'))
    person.think()
    await person.readWithCare(page.locator('main'))
    await person.press(page.getByRole('button', { name: 'Approve', exact: true }))
  }
  await page.getByText('All questions are approved.').waitFor()
  const notes = page.getByRole('region', { name: 'Notes' }).getByText(/ is approved\.$/)
  mustEqual(await notes.allTextContents(), [`Question ${questions} is approved.`], 'notes on the page')
}

/** The only class is ticked already; the dialog says what students do next. */
async function publish({ page, person }: Visit) {
  await person.press(page.getByRole('button', { name: 'Publish' }))
  const dialog = page.getByRole('dialog', { name: `Publish ${quiz}` })
  must(await dialog.getByLabel('7G Geography').isChecked(), 'The only class is not ticked.')
  await person.read(dialog)
  await person.press(dialog.getByRole('button', { name: 'Publish', exact: true }))
  await dialog.getByText('The quiz is published.').waitFor()
  await dialog.getByText('Pupils open this address:').waitFor()
  await person.read(dialog)
}

async function signIn({ page, person }: Visit, card: { username: string; password: string }) {
  await page.goto('/')
  const name = page.getByLabel('User name or e-mail')
  await name.waitFor()
  await person.read(page.locator('main'))
  await person.type(name, card.username)
  await person.type(page.getByLabel('Password'), card.password)
  await person.press(page.getByRole('button', { name: 'Sign in' }))
  const openQuiz = page.getByRole('link', { name: 'Open the quiz' })
  await openQuiz.waitFor()
  await person.read(page.locator('main'))
  await person.press(openQuiz)
}

async function takeQuiz({ page, person, questions }: Visit) {
  const main = page.locator('main')
  const start = page.getByRole('button', { name: 'Start the quiz' })
  await start.waitFor()
  await person.read(main)
  await person.press(start)
  for (let position = 1; position <= questions; position += 1) {
    await untilQuestion(page, position, questions)
    await person.read(main)
    person.think()
    const lists = await main.getByRole('combobox').count()
    person.find(Math.max(1, lists))
    if ((await main.getByRole('textbox').count()) > 0) person.write('erosion')
    await answerSomehow(page, 'erosion')
    await untilSaved(page)
    await person.press(page.getByRole('button', { name: /^(Next question|Go to the finish)$/ }))
  }
  await page.getByText('Every question has an answer.').waitFor()
  await person.read(main)
  await person.press(page.getByRole('button', { name: 'Finish the quiz' }))
  await person.press(page.getByRole('dialog').getByRole('button', { name: 'Finish the quiz' }))
  await page.getByRole('heading', { name: 'Your questions' }).waitFor()
  mustEqual(await page.getByRole('article').count(), questions, 'questions with feedback')
}

async function goHome({ page }: Visit) {
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await page.getByRole('link', { name: 'Home', exact: true }).click()
  await page.getByRole('link', { name: '1 quiz is open.' }).waitFor()
}

/** The results reach the teacher's page by themselves. */
async function seeNews({ page }: Visit) {
  await page.getByRole('button', { name: 'Update' }).click()
  await page.getByText(`1 pupil in 7G Geography finished ${quiz}`).waitFor()
}

/** What rules cannot mark waits there. */
async function markEssays({ page }: Visit) {
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
async function openMean({ page, tools, questions }: Visit) {
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
  if (tools.care === null) await tools.checkAxe(page, 'the answers under a number')
}
