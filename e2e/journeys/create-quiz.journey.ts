import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { must, mustEqual } from '../expect.ts'
import type { Journey, Tools } from '../journey.ts'
import { type Keys, keysOf } from '../steps/keyboard.ts'

export const title = 'A teacher makes a quiz from a lesson file and publishes it, by keyboard alone'

const lesson = fileURLToPath(
  new URL('../../apps/server/sample/files/lesson-1-computer-systems.pptx', import.meta.url),
)
const plan = fileURLToPath(
  new URL('../../apps/server/sample/files/lesson-3-binary-numbers.docx', import.meta.url),
)

interface Visit {
  tools: Tools
  page: Page
  keys: Keys
  /** Looks at the page with axe and takes its pictures. */
  look: (state: string, picture: string) => Promise<void>
}

export const run: Journey['run'] = async (tools) => {
  const page = await tools.newSamplePage('teacher')
  const look = async (state: string, picture: string) => {
    await tools.checkAxe(page, state)
    await tools.takePictures(page, picture)
  }
  const visit = { tools, page, keys: keysOf(page), look }
  await makeUnit(visit)
  await uploadFiles(visit)
  await correctMaterial(visit)
  await proposeQuiz(visit)
  await reviewQuestions(visit)
  await previewQuiz(visit)
  await publishQuiz(visit)
  await seeInToday(tools)
}

async function makeUnit({ page, keys, look }: Visit) {
  await page.goto('/create')
  await page.getByRole('heading', { name: 'Make a new unit' }).waitFor()
  await look('step 1, the unit', 'unit')
  await keys.typeInto('Title', 'Inside the computer room')
  await keys.typeInto('Subject', 'Computing')
  await keys.press('Make the unit')
  await page.getByText('No file is in this unit yet.').waitFor()
}

async function uploadFiles({ page, keys, look }: Visit) {
  const choosing = page.waitForEvent('filechooser')
  await keys.press('Choose files')
  const broken = { name: 'notes.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') }
  await (await choosing).setFiles([broken])
  await page.getByRole('alert').getByText('notes.exe', { exact: true }).waitFor()
  await look('step 2, a file that cannot be used', 'file-refused')
  const again = page.waitForEvent('filechooser')
  await keys.press('Choose files')
  await (await again).setFiles([plan, lesson])
  await page.getByRole('link', { name: 'Go on to the settings' }).waitFor({ timeout: 60_000 })
  mustEqual(
    await page.locator('.card h3').allTextContents(),
    ['lesson-3-binary-numbers.docx', 'lesson-1-computer-systems.pptx'],
    'the files of the unit',
  )
  await look('step 2, files that were read', 'materials')
}

async function correctMaterial({ page, keys, look }: Visit) {
  await keys.press('Look at what was found and correct it: lesson-1-computer-systems.pptx')
  await page.getByRole('tab', { name: /^Objectives/ }).waitFor()
  await look('what was found in a file', 'found')
  await keys.tabTo(page.getByRole('tab', { name: /^Objectives/ }))
  await page.keyboard.press('ArrowRight')
  await keys.press('Add a key word')
  await page.keyboard.type('Motherboard')
  await page.getByText('Your changes are kept on this computer until you save them.').waitFor()
  await page.reload()
  await page.getByRole('tab', { name: /^Key words/ }).click()
  const last = page.getByLabel('Word or phrase').last()
  mustEqual(await last.inputValue(), 'Motherboard', 'what was typed before the reload')
  await keys.mainAction()
  await page
    .getByText(/is not complete/)
    .first()
    .waitFor()
  await keys.tabTo(page.getByLabel('What it means').last())
  await page.keyboard.type('the board that joins all parts of a computer')
  await keys.mainAction()
  await page.waitForURL(/materials$/)
  await page.getByText('6 key words').waitFor()
}

async function proposeQuiz({ page, keys, look }: Visit) {
  await keys.press('Go on to the settings')
  await page.getByLabel('Title of the quiz').waitFor()
  await look('step 3, the settings', 'settings')
  await keys.typeInto('Title of the quiz', 'Parts of a computer')
  await keys.typeInto('Number of questions', '10')
  await keys.mainAction()
  await page.waitForURL(/\/generations\//)
  // The work goes on when the page is left.
  await page.reload()
  await page.getByRole('link', { name: 'Review the questions' }).waitFor({ timeout: 60_000 })
  await look('what came of the generation', 'proposal')
  await keys.mainAction()
  await page.waitForURL(/\/review$/)
}

async function reviewQuestions({ page, keys, look }: Visit) {
  await page.getByRole('heading', { name: 'Question 1 of 10' }).waitFor()
  await look('step 4, a question beside its source', 'review')
  const quotes = await page.locator('.source-text mark').count()
  must(quotes > 0, 'The question shows no quote in its source.')
  await keys.press('Publish')
  await page.getByRole('dialog', { name: 'Not ready to publish' }).waitFor()
  await look('what stands against publishing', 'not-ready')
  await page.keyboard.press('Escape')
  await moveFirstDown({ page, keys })
  await rejectAndBringBack({ page, keys })
  await page.goto(page.url().replace(/\/review\/.*/, '/review'))
  for (let place = 1; place <= 10; place += 1) {
    await page.getByText(`${11 - place} of 10 questions wait`).waitFor()
    await page.getByRole('button', { name: 'Approve', exact: true }).waitFor()
    await keys.mainAction()
  }
  await page.getByText('All questions are approved.').waitFor()
  mustEqual(
    await page.evaluate(() => document.activeElement?.tagName),
    'H2',
    'where the focus is after the last approval',
  )
}

async function moveFirstDown({ page, keys }: Pick<Visit, 'page' | 'keys'>) {
  const stems = () => page.locator('.order-stem').allTextContents()
  const first = (await stems())[0]?.replace(/^1 /, '')
  await keys.tabTo(page.getByRole('button', { name: 'Move question 1', exact: true }))
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.getByText('Place 2 of 10').waitFor({ state: 'attached' })
  const saved = page.waitForResponse((reply) => reply.url().endsWith('/reorder'))
  await page.keyboard.press('Space')
  must((await saved).ok(), 'The new order was not saved.')
  mustEqual((await stems())[1], `2 ${first}`, 'the question in the second place')
}

async function rejectAndBringBack({ page, keys }: Pick<Visit, 'page' | 'keys'>) {
  await keys.press('Reject')
  await page.getByRole('dialog', { name: /^Reject question/ }).waitFor()
  await keys.chooseRadio('It is not clear')
  await keys.mainAction()
  await page.getByText('9 of 9 questions wait').waitFor()
  await keys.press('Undo')
  await page.getByText('10 of 10 questions wait').waitFor()
}

/** The student's own pages; nothing of it may be in any result. */
async function previewQuiz({ page, keys, look }: Visit) {
  await keys.press('Preview as a pupil')
  await page.getByRole('heading', { name: 'Question 1 of 10' }).waitFor()
  await page.getByText('Preview. Nothing here counts in any result.').waitFor()
  await look('the preview', 'preview')
  await keys.press('End the preview')
  await page.getByText('All questions are approved.').waitFor()
}

async function publishQuiz({ page, keys, look }: Visit) {
  await keys.mainAction()
  await page.getByRole('dialog', { name: 'Publish Parts of a computer' }).waitFor()
  await keys.mainAction()
  await page.getByText('Choose at least one class.').waitFor()
  await look('publishing without a class', 'publish')
  await keys.tick('8B Computing')
  await keys.mainAction()
  await keys.mainAction()
  await page.getByText('The quiz is published.').waitFor()
  await look('a quiz that is published', 'published')
  await page.goto('/library')
  await page.getByRole('link', { name: 'Parts of a computer' }).waitFor()
  await look('the library', 'library')
}

/** Pressed twice, it is there once. */
async function seeInToday({ newSamplePage }: Tools) {
  const teacher = await newSamplePage('teacher')
  const reply = await teacher.request.get('/api/v1/assignments?limit=200')
  const { items } = (await reply.json()) as { items: { quiz_title: string; completed: number }[] }
  const mine = items.filter(({ quiz_title }) => quiz_title === 'Parts of a computer')
  mustEqual(
    mine.map(({ completed }) => completed),
    [0],
    'assignments of the quiz with their results',
  )
}
