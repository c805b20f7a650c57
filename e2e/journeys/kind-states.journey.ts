import type { Page } from 'playwright-core'
import { type ApiCaller, sampleApi } from '../api.ts'
import { must, mustEqual } from '../expect.ts'
import { type Journey, sizes, type Tools } from '../journey.ts'
import { checkNoRed } from '../steps/colours.ts'
import { kindScripts } from '../steps/kinds.ts'
import { cream, dark, highContrast, largeText, light, rightToLeft, speak, wear } from '../steps/looks.ts'
import { decideEssays } from '../steps/marking.ts'
import { publishAllKinds } from '../steps/quiz.ts'
import { checkReach } from '../steps/reach.ts'
import { openSampleClass, type SampleClass } from '../steps/school.ts'
import { type KindState, kindStates, seed } from '../steps/states.ts'
import { showQuestion } from '../steps/taking.ts'

export const title = 'Every kind of question in every state, in every look, has nothing for axe to say'

/** One student of the class for each state. */
const sitters: Record<KindState, string> = {
  empty: 'Adeyemi',
  answered: 'Ahmed',
  correct: 'Brown',
  partly: 'Costa',
  not_yet: 'Hughes',
  read_only: 'Kowalski',
  hint_open: 'Lewis',
  offline: 'Chen',
}

export const run: Journey['run'] = async (tools) => {
  const school = await openSampleClass(tools.baseUrl)
  await mustKnowEveryKind(school.teacher)
  const studentIds = kindStates.map((state) => school.studentId(sitters[state]))
  const { assignmentId } = await publishAllKinds(school, {
    title: 'All kinds in all states',
    studentIds,
    settings: { feedback_mode: 'immediate', answers_release: 'on_finish' },
  })
  for (const state of kindStates) {
    const studentId = school.studentId(sitters[state])
    const student = await sampleApi(tools.baseUrl, 'student', studentId)
    const attemptId = await seed(student, assignmentId, state)
    const page = await openAttempt(tools, studentId, attemptId)
    await lookThrough(tools, page, state)
    if (state === 'correct' || state === 'partly' || state === 'not_yet')
      await lookAtResults(tools, page, state, school)
    await page.context().close()
  }
}

/** A kind of question without a script, and so without its states, fails here. */
async function mustKnowEveryKind(teacher: ApiCaller): Promise<void> {
  const { kinds } = await teacher.call('listQuestionKinds', {})
  const scripted = kindScripts.map(({ kind }) => kind).toSorted()
  mustEqual(kinds.map(({ code }) => code).toSorted(), scripted, 'kinds of question beside those with scripts')
}

async function openAttempt(tools: Tools, studentId: string, attemptId: string): Promise<Page> {
  const page = await tools.newStudentPage(studentId)
  await page.goto(`/attempts/${attemptId}/questions/1`)
  await page.getByRole('button', { name: 'Continue here' }).click()
  await page.locator('#question').waitFor()
  return page
}

async function lookThrough(tools: Tools, page: Page, state: KindState): Promise<void> {
  for (const [at, { kind }] of kindScripts.entries()) {
    await bringAbout(page, at, state)
    for (const look of looksFor(state)) {
      await wear(page, look)
      await tools.checkAxe(page, `${kind}, ${state}, ${look.name}`)
      await checkNoRed(page, `${kind}, ${state}, ${look.name}`)
      if (look === largeText) await checkReach(page, `${kind}, ${state}, ${look.name}`)
      if (look === largeText) await checkMoves(page, `${kind}, ${state}, ${look.name}`)
    }
    await wear(page, light)
    if (state === 'answered') await zoomIn(page, kind)
    if (state === 'not_yet' || state === 'read_only') await tools.takePictures(page, `${kind}-${state}`)
  }
  await page.context().setOffline(false)
  await speak(page, rightToLeft)
  for (const [at, { kind }] of kindScripts.entries()) {
    await bringAbout(page, at, state)
    must(
      (await page.locator('html').getAttribute('dir')) === 'rtl',
      'The page does not run from right to left.',
    )
    await tools.checkAxe(page, `${kind}, ${state}, right to left`)
    await checkReach(page, `${kind}, ${state}, right to left`)
    if (state === 'answered') await tools.takePictures(page, `${kind}-right-to-left`)
  }
  await page.context().setOffline(false)
  await speak(page, 'en-GB')
}

const looksFor = (state: KindState) =>
  state === 'not_yet' || state === 'answered'
    ? [light, highContrast, largeText, dark, cream]
    : [light, highContrast, largeText]

/** Shows a question and sees that it is in the state that is to be looked at. */
async function bringAbout(page: Page, at: number, state: KindState): Promise<void> {
  const script = kindScripts[at]
  await showQuestion(page, at + 1, kindScripts.length)
  const byRule = !script?.byTeacher
  if (byRule && state === 'correct') await page.locator('.verdict-correct').waitFor()
  if (byRule && state === 'partly' && script?.answers.partly) await page.locator('.verdict-partly').waitFor()
  if (byRule && state === 'not_yet') await page.locator('.verdict-not_yet').waitFor()
  if (state === 'hint_open') await page.getByText(script?.question.hint ?? '').waitFor()
  if (state !== 'offline') return
  await page.context().setOffline(true)
  await page.locator('#tools summary').click()
  await page.locator('#tools button[aria-pressed]').click()
  await page.locator('.save-line-warns').waitFor()
}

/** The ways to move an item stand side by side or one below the other, never two and one. */
async function checkMoves(page: Page, state: string): Promise<void> {
  const lines = await page.locator('.place-moves').evaluateAll((rows) =>
    rows.map((row) => {
      const controls = [...row.querySelectorAll('select, button')]
      return new Set(controls.map((control) => Math.round(control.getBoundingClientRect().top))).size
    }),
  )
  for (const count of lines) must(count === 1 || count === 3, `The moves stand on ${count} lines: ${state}`)
}

/** At 400 % of 1366 × 768 the page has 342 × 192 pixels of its own. */
async function zoomIn(page: Page, kind: string): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 342, height: 192 })
  await checkReach(page, `${kind} at 400 %`)
  await checkMoves(page, `${kind} at 400 %`)
  await page.setViewportSize(sizes.phone)
  await checkMoves(page, `${kind} on a phone`)
  if (before) await page.setViewportSize(before)
}

const awardedFor = { correct: 1, partly: 0.5, not_yet: 0 } as const

/** The same verdicts on the results page, where also those of a teacher are. */
async function lookAtResults(
  tools: Tools,
  page: Page,
  state: 'correct' | 'partly' | 'not_yet',
  { teacher }: SampleClass,
): Promise<void> {
  await page.goto(page.url().replace(/questions\/\d+$/, 'finish'))
  await page.getByRole('button', { name: 'Finish the quiz' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Finish the quiz' }).click()
  await page.getByRole('heading', { name: 'Your questions' }).waitFor()
  await decideEssays(teacher, awardedFor[state])
  await page.reload()
  await page.getByRole('heading', { name: 'Your questions' }).waitFor()
  await page.locator('.verdict-waiting').waitFor({ state: 'detached' })
  for (const summary of await page.locator('main summary').all()) await summary.click()
  for (const look of [light, highContrast, largeText, dark, cream]) {
    await wear(page, look)
    await tools.checkAxe(page, `results, ${state}, ${look.name}`)
    await checkNoRed(page, `results, ${state}, ${look.name}`)
  }
  await wear(page, light)
  await tools.takePictures(page, `results-${state}`)
}
