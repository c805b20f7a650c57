import type { Page } from 'playwright-core'
import { mustEqual } from '../expect.ts'
import type { Journey, Tools } from '../journey.ts'
import { type Keys, keysOf } from '../steps/keyboard.ts'
import { type PublishedQuiz, publishAllKinds } from '../steps/quiz.ts'
import { openSampleClass } from '../steps/school.ts'
import { seeSaved, untilQuestion } from '../steps/taking.ts'

export const title =
  'A quiz with every kind of question is taken by keyboard alone, marked at the end or at once'

interface Visit {
  tools: Tools
  page: Page
  keys: Keys
  quiz: PublishedQuiz
}

export const run: Journey['run'] = async (tools) => {
  const school = await openSampleClass(tools.baseUrl)
  const visit = async (lastName: string, title: string, feedback_mode: 'deferred' | 'immediate') => {
    const studentIds = [school.studentId(lastName)]
    const quiz = await publishAllKinds(school, { title, studentIds, settings: { feedback_mode } })
    const page = await tools.newStudentPage(studentIds[0])
    return { tools, page, keys: keysOf(page), quiz }
  }
  await takeDeferred(await visit('Davies', 'By keyboard, marked at the end', 'deferred'))
  await takeImmediate(await visit('Iqbal', 'By keyboard, checked at once', 'immediate'))
}

async function takeDeferred(visit: Visit): Promise<void> {
  const { page, keys, quiz } = visit
  await startFromToday(visit)
  for (const [position, { answers, answerByKeyboard }] of quiz.scripts) {
    await untilQuestion(page, position, quiz.scripts.size)
    await look(visit, `question ${position}, empty`)
    if (position === 1) await useTools(visit)
    await answerByKeyboard(keys)
    await seeSaved(page, position, answers.correct)
    await look(visit, `question ${position}, answered`, `answered-${position}`)
    await keys.mainAction()
  }
  await finish(visit)
  await seeVerdicts(visit)
  await openEvidence(visit)
}

async function takeImmediate(visit: Visit): Promise<void> {
  const { page, keys, quiz } = visit
  await startFromToday(visit)
  for (const [position, { answers, answerByKeyboard, byTeacher }] of quiz.scripts) {
    await untilQuestion(page, position, quiz.scripts.size)
    if (position === 1) await checkNotYet(visit)
    await answerByKeyboard(keys)
    await seeSaved(page, position, answers.correct)
    if (byTeacher) await page.getByText('Your teacher marks this one.').waitFor()
    else {
      await page.getByRole('button', { name: 'Check my answer' }).waitFor()
      await keys.mainAction()
      await page.locator('.verdict-correct').waitFor()
      await look(visit, `question ${position}, correct`)
    }
    await keys.mainAction()
  }
  await finish(visit)
  await seeVerdicts(visit)
}

/** From Today to the first question, with what to expect of the quiz in between. */
async function startFromToday(visit: Visit): Promise<void> {
  const { page, keys, quiz } = visit
  const link = page.locator(`a[href="/quizzes/${quiz.assignmentId}"]`)
  await page.goto('/')
  await link.waitFor()
  await look(visit, 'Today', 'today')
  await keys.tabTo(link)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Start the quiz' }).waitFor()
  await look(visit, 'Quiz start', 'start')
  await keys.mainAction()
}

/** The tools open by Ctrl+.: a hint, a mark, a break; then the focus is where it was. */
async function useTools(visit: Visit): Promise<void> {
  const { page, keys, quiz } = visit
  await keys.tools()
  await keys.press('Show a hint')
  await page.getByText(quiz.scripts.get(1)?.question.hint ?? '').waitFor()
  await keys.press('Mark to come back')
  await page.getByRole('button', { name: 'Remove the mark' }).waitFor()
  await look(visit, 'Tools open, hint shown', 'tools')
  await keys.press('Take a break')
  await page.getByRole('heading', { level: 1, name: 'Take your time' }).waitFor()
  await page.getByText('Your work is saved.').waitFor()
  await look(visit, 'Break', 'break')
  await keys.mainAction()
  await untilQuestion(page, 1, quiz.scripts.size)
}

/** An answer that is not right yet says so in words, and may be tried again. */
async function checkNotYet(visit: Visit): Promise<void> {
  const { page, keys } = visit
  await keys.chooseRadio('Keyboard')
  await page.getByRole('button', { name: 'Check my answer' }).waitFor()
  await keys.mainAction()
  await page.locator('.verdict-not_yet', { hasText: 'Not yet' }).waitFor()
  await page.getByText('You have 3 more tries.').waitFor()
  await look(visit, 'not yet', 'not-yet')
}

async function finish(visit: Visit): Promise<void> {
  const { page, keys } = visit
  await page.getByRole('heading', { level: 1, name: 'Finish' }).waitFor()
  await page.getByText('Every question has an answer.').waitFor()
  await page.locator('h1:focus').waitFor()
  await look(visit, 'Finish', 'finish')
  await keys.mainAction()
  await page.getByRole('dialog').waitFor()
  await look(visit, 'Finish, asked', 'finish-asked')
  await keys.mainAction()
  await page.getByRole('heading', { name: 'Your questions' }).waitFor()
}

/** Results: every question right but the one that waits for the teacher. */
async function seeVerdicts(visit: Visit): Promise<void> {
  const { page, quiz } = visit
  for (const [position, { byTeacher }] of quiz.scripts) {
    const card = page
      .getByRole('article')
      .filter({ has: page.getByText(`Question ${position}`, { exact: true }) })
    await card.locator(byTeacher ? '.verdict-waiting' : '.verdict-correct').waitFor()
  }
  await page.getByText('1 answer is with your teacher. Your marks can still change:').waitFor()
  mustEqual(await page.getByText(/with your teacher/).count(), 1, 'how often it is said')
  await look(visit, 'Results', 'results')
}

/** The total opens its drawer by Enter; Esc closes it and the focus is back on the total. */
async function openEvidence(visit: Visit): Promise<void> {
  const { page, keys } = visit
  const total = page
    .getByRole('button', { name: /show evidence/i })
    .or(page.getByRole('link', { name: /show evidence/i }))
    .first()
  await keys.tabTo(total)
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('listitem').first().waitFor()
  await look(visit, 'Evidence drawer', 'evidence')
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  await keys.tabTo(total)
}

async function look({ tools, page }: Visit, state: string, picture?: string): Promise<void> {
  await tools.checkAxe(page, state)
  if (picture) await tools.takePictures(page, picture)
}
