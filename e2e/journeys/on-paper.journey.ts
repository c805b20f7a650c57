import type { Locator, Page } from 'playwright-core'
import { sampleApi } from '../api.ts'
import { must, mustEqual } from '../expect.ts'
import type { Journey } from '../journey.ts'
import { startOn } from '../steps/device.ts'
import { publishAllKinds } from '../steps/quiz.ts'
import { openSampleClass } from '../steps/school.ts'

export const title =
  'On paper, in grey, results and progress say in words what colour and folding say on screen'

export const run: Journey['run'] = async ({ baseUrl, newSamplePage, newStudentPage }) => {
  const school = await openSampleClass(baseUrl)
  const student = school.studentId('Costa')
  const quiz = await publishAllKinds(school, {
    title: 'A quiz for paper',
    studentIds: [student],
    settings: { answers_release: 'on_finish' },
  })
  const device = await startOn(await sampleApi(baseUrl, 'student', student), quiz.assignmentId, 'Chromebook')
  for (const [position, { answers }] of quiz.scripts)
    await device.answer(position, position % 2 === 0 ? answers.correct : answers.not_yet)
  await device.finish()

  const own = await newStudentPage(student)
  await own.emulateMedia({ media: 'print' })
  await readResults(own, device.attemptId, quiz.scripts.size)
  await readProgress(own)
  const teacher = await newSamplePage('teacher')
  await teacher.emulateMedia({ media: 'print' })
  await readClassResults(teacher, quiz.assignmentId)
  await readMap(teacher, school.classroomId)
}

/** What would stand on the paper: the text that is laid out, and nothing that is folded or left out in print. */
// biome-ignore lint/performance/useDomNodeTextContent: the text of the DOM holds what the paper leaves out
const printed = (part: Locator) => part.first().innerText()

/** Each question with its verdict in a word, the own answer and the right one, without a press. */
async function readResults(page: Page, attemptId: string, questions: number): Promise<void> {
  await page.goto(`/attempts/${attemptId}/results`)
  await page.getByRole('heading', { name: 'Your questions' }).waitFor()
  const cards = await page.getByRole('article').all()
  mustEqual(cards.length, questions, 'questions on the paper')
  const texts = await Promise.all(cards.map(printed))
  const verdict = /\b(Correct|Partly|Not yet|Waiting for your teacher)\b/
  for (const text of texts) {
    must(verdict.test(text), `A question has no verdict in words: ${text}`)
    must(text.includes('Your answer:'), `A question lacks the own answer: ${text}`)
    must(text.includes('The right answer:'), `A question lacks the right answer: ${text}`)
  }
  must(
    texts.some((text) => text.includes('Not yet')),
    'No answer was not yet right: nothing was tested.',
  )
  const paper = await printed(page.getByRole('main'))
  must(/Marks as of \d/.test(paper), 'The paper does not say as of when.')
  must(paper.includes('Lucas Costa, '), 'The paper does not say whose results they are.')
}

async function readProgress(page: Page): Promise<void> {
  await page.goto('/progress')
  await page.getByRole('heading', { name: 'The last 30 days' }).waitFor()
  const text = await printed(page.getByRole('main'))
  must(
    /\? Not enough evidence yet[\s\S]*more question/.test(text),
    `No "?" with what would settle it:\n${text}`,
  )
  must(/You finished \d+ quiz/.test(text), 'The last 30 days are not on the paper.')
}

/** One result: a spread does not exist, and the paper says why. */
async function readClassResults(page: Page, assignmentId: string): Promise<void> {
  await page.goto(`/assignments/${assignmentId}/results`)
  await page.locator('.tiles').waitFor()
  const spread = await printed(page.locator('.tiles .card', { hasText: 'Spread' }))
  must(/\?\s+Too few results/.test(spread), `The spread of one result: ${spread}`)
  mustEqual(
    await page.locator('.tiles .card', { hasText: 'Spread' }).getByRole('button').count(),
    0,
    'buttons',
  )
  const text = await printed(page.getByRole('main'))
  must(/answer waits for a mark/.test(text), 'The paper does not say that a mark is missing.')
  must(!/Release the|Download/.test(text), 'The paper has buttons on it.')
}

/** A cell without enough evidence says "?" and how many answers would settle it; the signs are explained. */
async function readMap(page: Page, classroomId: string): Promise<void> {
  await page.goto(`/classes/${classroomId}/mastery`)
  await page.locator('.heatmap .cell').first().waitFor()
  const open = page.locator('.cell-not_enough_evidence')
  must((await open.count()) > 0, 'Every cell has enough evidence: nothing was tested.')
  for (const text of await open.allInnerTexts())
    must(
      /^\?\s+needs \d+ more answers?$/.test(text.trim()),
      `A cell does not say what would settle it: ${text}`,
    )
  must(/●\s+secure/.test(await printed(page.getByRole('main'))), 'The signs are not explained on the paper.')
}
