import type { Page } from 'playwright-core'
import { sampleApi } from '../api.ts'
import { must, mustEqual } from '../expect.ts'
import type { Journey, Tools } from '../journey.ts'
import { startOn } from '../steps/device.ts'
import { keysOf } from '../steps/keyboard.ts'
import { publishAllKinds } from '../steps/quiz.ts'
import { openSampleClass, type SampleClass } from '../steps/school.ts'

export const title =
  'A count opens those it counts: on the map, in a class, for a student, and what waits on Home'

export const run: Journey['run'] = async (tools) => {
  const school = await openSampleClass(tools.baseUrl)
  const { teacher, classroomId } = school
  const page = await tools.newSamplePage('teacher')
  await followSplit(page, classroomId, tools)
  await followQuizzes(page, classroomId)
  const { classrooms } = await teacher.call('getHome', {})
  const open = classrooms.find((one) => one.classroom_id === classroomId)?.quizzes_open ?? 0
  must(open > 0, 'No quiz of the class is open.')
  await followOpenQuizzes(page, classroomId, open)
  await followToMark(page, school, tools)
  await followWaiting(page, school, tools)
}

const rowsOf = (page: Page) => page.locator('.heatmap tbody tr')
const showAll = (page: Page) => page.getByRole('button', { name: 'Show all pupils' })

/** The number of those who stand so on an objective opens the map with just them. */
async function followSplit(page: Page, classroomId: string, { checkAxe, takePictures }: Tools) {
  await page.goto(`/classes/${classroomId}/mastery`)
  const split = page.locator('th .split button').first()
  await split.waitFor()
  const heads = await page.locator('.heatmap thead').boundingBox()
  must(heads && heads.height <= 120, `The heads of the map are ${heads?.height} px tall.`)
  const all = await rowsOf(page).count()
  const name = (await split.getAttribute('aria-label')) ?? ''
  const counted = Number(/\d+/.exec(name)?.[0])
  must(counted > 0 && counted < all, `"${name}" narrows nothing.`)

  await keysOf(page).tabTo(split)
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: 'What this rests on' })
  await drawer.locator('li.card').first().waitFor()
  mustEqual(await drawer.locator('li.card').count(), counted, `students under "${name}"`)
  await checkAxe(page, 'a count of the class with its evidence')
  await drawer.getByRole('link', { name: 'Show them on the map' }).click()
  await showAll(page).waitFor()
  mustEqual(await rowsOf(page).count(), counted, `rows of "${name}"`)
  mustEqual(await page.locator('th .split li[aria-current="true"]').count(), 1, 'the count that is shown')
  await checkAxe(page, 'the map narrowed to one standing')
  await takePictures(page, 'map-narrowed')
  await page.reload()
  await showAll(page).waitFor()
  mustEqual(await rowsOf(page).count(), counted, 'rows after a reload')
  await keysOf(page).press('Show all pupils')
  await showAll(page).waitFor({ state: 'detached' })
  mustEqual(await rowsOf(page).count(), all, 'rows without the filter')
}

/** The number of quizzes beside a name opens as many lines of that student's timeline. */
async function followQuizzes(page: Page, classroomId: string) {
  await page.goto(`/classes/${classroomId}`)
  const count = page.locator('a[href*="kind=quiz_completed"]').first()
  const counted = Number(await count.textContent())
  must(counted > 0, 'The first student has finished no quiz.')
  await count.click()
  await page.locator('main li.card').first().waitFor()
  mustEqual(await page.locator('main li.card').count(), counted, 'quizzes in the timeline')
}

/** The number of open quizzes on Home opens the class with just these. */
async function followOpenQuizzes(page: Page, classroomId: string, open: number) {
  await page.goto('/home')
  await page.locator(`main a[href="/classes/${classroomId}?quizzes=open"]`).click()
  const table = page.getByRole('region', { name: 'Quizzes of the class' })
  await table.locator('tbody tr').first().waitFor()
  mustEqual(await table.locator('tbody tr').count(), open, 'open quizzes')
}

/** "To mark" of a class opens the answers to just that quiz in just that class. */
async function followToMark(page: Page, { teacher, classroomId }: SampleClass, { checkAxe }: Tools) {
  await page.goto(`/classes/${classroomId}`)
  const count = page.locator('a[href^="/marking?assignment="]').first()
  const counted = Number(await count.textContent())
  must(counted > 0, 'No answer of the class waits for a mark.')
  await count.click()
  await page.getByText(/^Only .+, is shown\.$/).waitFor()
  mustEqual(await answersToMark(page), counted, 'answers of one quiz of one class')
  await checkAxe(page, 'the marking queue of one quiz of one class')
  await page.reload()
  await page.getByText(/^Only .+, is shown\.$/).waitFor()
  mustEqual(await answersToMark(page), counted, 'answers after a reload')
  await page.getByRole('button', { name: 'Show all answers to mark' }).click()
  await page.getByText(/^Only .+, is shown\.$/).waitFor({ state: 'detached' })
  await page.getByRole('article').waitFor()
  const { queues } = await teacher.call('getHome', {})
  mustEqual(await answersToMark(page), queues.marking, 'all answers to mark, as Home counts them')
}

async function answersToMark(page: Page): Promise<number> {
  const questions = page.getByRole('navigation', { name: 'Questions with answers to mark' })
  await questions.getByRole('button').first().waitFor()
  const counts = await questions.locator('.muted').allTextContents()
  return counts.reduce((sum, text) => sum + Number.parseInt(text, 10), 0)
}

/** The numbers of quizzes on Home open as many lines, which can be widened to all. */
async function followWaiting(page: Page, school: SampleClass, { baseUrl, checkAxe, takePictures }: Tools) {
  const student = school.studentId('Hughes')
  const { assignmentId, scripts } = await publishAllKinds(school, {
    title: 'Marks when the teacher says so',
    studentIds: [student],
    settings: { marks_release: 'manual' },
  })
  const device = await startOn(await sampleApi(baseUrl, 'student', student), assignmentId, 'Chromebook')
  const [first] = scripts
  must(first, 'The quiz has no question.')
  await device.answer(first[0], first[1].answers.correct)
  await device.finish()
  const { teacher, unitId } = school
  const { id } = await teacher.call('createQuiz', { body: { unit_id: unitId, title: 'Not given yet' } })
  for (const [name, address] of [
    [/ not published yet$/, '/library?quizzes=unpublished'],
    [/ marks are not released$/, '/classes/quizzes?awaiting=release'],
  ] as const) {
    await page.goto('/home')
    const count = page.getByRole('link', { name })
    const counted = Number.parseInt((await count.textContent()) ?? '', 10)
    must((await count.getAttribute('href')) === address, `The count leads to another place than ${address}.`)
    await count.click()
    mustEqual(await linesOf(page), counted, `lines of ${address}`)
    await checkAxe(page, `what waits, at ${address}`)
    await takePictures(page, address.includes('release') ? 'not-released' : 'not-published')
    await page.reload()
    mustEqual(await linesOf(page), counted, `lines of ${address} after a reload`)
    await page.getByRole('button', { name: 'Show all quizzes' }).click()
    await page.getByText(/^Only quizzes /).waitFor({ state: 'detached' })
    must((await linesOf(page)) > counted, 'Without the filter there are no more lines.')
  }
  await teacher.call('deleteQuiz', { params: { quiz_id: id } })
  await teacher.call('releaseResults', { params: { assignment_id: assignmentId }, body: { what: 'marks' } })
}

async function linesOf(page: Page): Promise<number> {
  const lines = page.locator('main table tbody tr')
  await lines.first().waitFor()
  return lines.count()
}
