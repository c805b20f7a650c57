import type { Page } from 'playwright-core'
import { must, mustEqual } from '../expect.ts'
import type { Journey, Tools } from '../journey.ts'
import { keysOf } from '../steps/keyboard.ts'
import { type PublishedQuiz, publishAllKinds } from '../steps/quiz.ts'
import { openSampleClass, type SampleClass } from '../steps/school.ts'
import {
  answersOnServer,
  attemptIdOn,
  saveLine,
  seeSaved,
  shellIsKept,
  startQuiz,
  untilQuestion,
  untilSaved,
} from '../steps/taking.ts'
import { eventsOnDevice, eventsOnServer } from '../steps/timeline.ts'

export const title = 'Without a network a quiz goes on, nothing typed is lost, and each event arrives once'

const keptHere = 'Saved on this computer. It will be sent when the network is back.'
const sentWithinMs = 5000

export const run: Journey['run'] = async (tools) => {
  const school = await openSampleClass(tools.baseUrl)
  const studentId = school.studentId('Evans')
  const quiz = await publishAllKinds(school, { title: 'With and without a network', studentIds: [studentId] })
  const page = await tools.newStudentPage(studentId)
  await startQuiz(page, quiz.assignmentId)
  await answerOnline(page, quiz)
  await answerOffline(page, quiz, tools)
  await reloadOffline(page, tools)
  await comeBack(page, quiz, school)
  await finishOffline(page, tools)
}

async function answerOnline(page: Page, { scripts }: PublishedQuiz): Promise<void> {
  const first = scripts.get(1)
  await untilQuestion(page, 1, scripts.size)
  await first?.answerByKeyboard(keysOf(page))
  await seeSaved(page, 1, first?.answers.correct)
  await shellIsKept(page)
}

/** Answers, moving about and marking go on; a hint waits and says so. */
async function answerOffline(page: Page, { scripts }: PublishedQuiz, tools: Tools): Promise<void> {
  const keys = keysOf(page)
  await page.context().setOffline(true)
  for (const [position, { answerByKeyboard }] of scripts) {
    if (position > 1) {
      await untilQuestion(page, position, scripts.size)
      await answerByKeyboard(keys)
      await saveLine(page).getByText(keptHere).waitFor()
    }
    if (position < scripts.size) await keys.mainAction()
  }
  await keys.tools()
  await keys.press('Show a hint')
  await page.getByText('This comes when the network is back. You can go on.').waitFor()
  await tools.checkAxe(page, 'a question without a network')
  await tools.takePictures(page, 'question-offline')
}

const half = 'Half of a thought, and then the lid was'

/** What was being typed when the page went is there again, and so is every answer before. */
async function reloadOffline(page: Page, tools: Tools): Promise<void> {
  const text = page.getByLabel('Your answer', { exact: true })
  await text.fill(half)
  await saveLine(page).getByText(keptHere).waitFor()
  await page.reload()
  await text.waitFor()
  mustEqual(await text.inputValue(), half, 'the text after a reload without a network')
  await saveLine(page).getByText(keptHere).waitFor()
  await tools.checkAxe(page, 'a question after a reload without a network')
}

/** The network is back: "Saved" within five seconds, everything there, each event once. */
async function comeBack(page: Page, { scripts }: PublishedQuiz, { teacher }: SampleClass): Promise<void> {
  const attemptId = attemptIdOn(page)
  await page.context().setOffline(false)
  await untilSaved(page, sentWithinMs)
  await seeSaved(page, scripts.size, { text: half })
  const held = await answersOnServer(page, attemptId)
  for (const position of scripts.keys())
    must(held.get(position), `The answer to question ${position} is lost.`)
  const onServer = await eventsOnServer(teacher, attemptId)
  const onDevice = await eventsOnDevice(page, attemptId)
  must(onDevice.length > scripts.size, 'The device holds no events to compare.')
  mustEqual(onServer, onDevice, 'the events of the server beside those of the device')
}

/** Finish without a network is kept and sent later. */
async function finishOffline(page: Page, tools: Tools): Promise<void> {
  const keys = keysOf(page)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Go to the finish' }).click()
  await page.getByRole('heading', { level: 1, name: 'Finish' }).waitFor()
  await keys.mainAction()
  await page.getByRole('dialog').waitFor()
  await keys.mainAction()
  await page.getByRole('heading', { level: 1, name: 'Not sent yet' }).waitFor()
  await tools.checkAxe(page, 'a finish without a network')
  await tools.takePictures(page, 'finish-offline')
  await page.context().setOffline(false)
  await page.getByRole('heading', { name: 'Your questions' }).waitFor()
}
