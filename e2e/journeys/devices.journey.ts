import type { Page } from 'playwright-core'
import { sampleApi } from '../api.ts'
import { must, mustEqual } from '../expect.ts'
import type { Journey, Tools } from '../journey.ts'
import { claimOn, type Device, startOn } from '../steps/device.ts'
import { publishAllKinds } from '../steps/quiz.ts'
import { openSampleClass } from '../steps/school.ts'
import { answersOnServer, attemptIdOn, startQuiz, untilSaved } from '../steps/taking.ts'

export const title = 'One place writes at a time: a closed tab, a second tab, a second computer, late answers'

/** Question 8 takes text; question 3 a single word. */
const essay = 8
const word = 3
const closedAfterMs = 1000

export const run: Journey['run'] = async (tools) => {
  const school = await openSampleClass(tools.baseUrl)
  const [writer, merger] = [school.studentId('Davies'), school.studentId('Kaur')]
  const quiz = await publishAllKinds(school, { title: 'In two places', studentIds: [writer, merger] })
  const page = await closeAndGoOn(tools, writer, quiz.assignmentId)
  await writeInTwoTabs(tools, page)
  await mergeLateAnswers(tools, merger, quiz.assignmentId)
}

/** The tab is closed a second after the last key; the text is there at another computer. */
async function closeAndGoOn(tools: Tools, studentId: string, assignmentId: string): Promise<Page> {
  const text = 'Written on the first computer'
  const first = await tools.newStudentPage(studentId)
  await startQuiz(first, assignmentId)
  const attemptId = attemptIdOn(first)
  await openEssay(first, attemptId)
  await essayBox(first).pressSequentially(text)
  await first.waitForTimeout(closedAfterMs)
  await first.close()

  const second = await tools.newStudentPage(studentId)
  await openEssay(second, attemptId, 'This quiz is open on another device.')
  await tools.checkAxe(second, 'open on another device')
  await tools.takePictures(second, 'another-device')
  await second.getByRole('button', { name: 'Continue here' }).click()
  await essayBox(second).waitFor()
  mustEqual(await essayBox(second).inputValue(), text, 'the text at the second computer')
  return second
}

/** A second tab reads until it is told to go on; then the first one reads. */
async function writeInTwoTabs(tools: Tools, first: Page): Promise<void> {
  const attemptId = attemptIdOn(first)
  const second = await first.context().newPage()
  await openEssay(second, attemptId, 'This quiz is open in another tab.')
  await tools.checkAxe(second, 'open in another tab')
  await second.getByRole('button', { name: 'Continue here' }).click()
  await essayBox(second).fill('Written in the second tab')
  await untilSaved(second)
  await first.getByText('This quiz is open in another tab.').waitFor()
  mustEqual(await essayBox(first).count(), 0, 'fields to write in, in the first tab')
  await first.getByRole('button', { name: 'Continue here' }).click()
  await essayBox(first).waitFor()
  mustEqual(await essayBox(first).inputValue(), 'Written in the second tab', 'the text back in the first tab')
  await essayBox(first).fill('Written in the first tab again')
  await untilSaved(first)
  await second.getByText('This quiz is open in another tab.').waitFor()
  mustEqual(
    (await answersOnServer(first, attemptId)).get(essay),
    { text: 'Written in the first tab again' },
    'the text on the server',
  )
}

/** The three merges of 03 §7, and the two answers side by side for the student to pick from. */
async function mergeLateAnswers(tools: Tools, studentId: string, assignmentId: string): Promise<void> {
  const student = await sampleApi(tools.baseUrl, 'student', studentId)
  const old = await startOn(student, assignmentId, 'Old laptop')
  const now = await claimOn(student, old.attemptId, 'New laptop')
  const [a, b, c] = [{ text: 'A' }, { text: 'B' }, { text: 'C' }]
  const counts = async (wanted: unknown, merge: string) => {
    const { questions } = await student.call('getAttempt', { params: { attempt_id: old.attemptId } })
    mustEqual(questions[word - 1]?.answer, wanted, merge)
  }
  await lateAnswer(old, a, 9, 'accepted')
  await counts(a, 'an answer that arrives late where nothing else is')
  await lateAnswer(old, c, 11, 'accepted')
  await lateAnswer(old, a, 10, 'superseded')
  await counts(c, 'two late answers in the wrong order')
  await now.answer(word, b, 2)
  await counts(b, 'an answer in the newer place')
  await lateAnswer(old, a, 12, 'superseded')
  await counts(b, 'an answer that arrives late where a newer place has one')
  await pickBetween(tools, studentId, old.attemptId)
}

async function lateAnswer(device: Device, answer: unknown, seq: number, wanted: string): Promise<void> {
  const { results } = await device.answer(word, answer, seq)
  mustEqual(results[0]?.result, wanted, `what became of number ${seq}`)
}

async function pickBetween(tools: Tools, studentId: string, attemptId: string): Promise<void> {
  const page = await tools.newStudentPage(studentId)
  await page.goto(`/attempts/${attemptId}/questions/${word}`)
  await page.getByRole('button', { name: 'Continue here' }).click()
  await page.getByText('Another answer came from Old laptop. Which one counts?').waitFor()
  await tools.checkAxe(page, 'two answers to pick from')
  await tools.takePictures(page, 'two-answers')
  await page.getByRole('button', { name: 'Use the other answer' }).click()
  await untilSaved(page)
  const held = (await answersOnServer(page, attemptId)).get(word)
  mustEqual(held, { text: 'A' }, 'the answer that was picked')
  must((await page.getByText('Which one counts?').count()) === 0, 'The choice is still offered.')
}

const essayBox = (page: Page) => page.getByLabel('Your answer', { exact: true })

/** Opens the question with the long text; where another place writes, waits for the sentence that says so. */
async function openEssay(page: Page, attemptId: string, elsewhere?: string): Promise<void> {
  await page.goto(`/attempts/${attemptId}/questions/${essay}`)
  await (elsewhere ? page.getByText(elsewhere) : essayBox(page)).waitFor()
}
