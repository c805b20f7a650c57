import type { Page } from 'playwright-core'
import { must, mustEqual } from '../expect.ts'
import type { Journey } from '../journey.ts'
import { keysOf } from '../steps/keyboard.ts'
import { openSampleClass } from '../steps/school.ts'

export const title =
  'A count opens those it counts: the split of a class on the map, and the quizzes of a student'

export const run: Journey['run'] = async ({ baseUrl, newSamplePage, checkAxe, takePictures }) => {
  const { teacher, classroomId } = await openSampleClass(baseUrl)
  const page = await newSamplePage('teacher')
  await page.goto(`/classes/${classroomId}/mastery`)
  const split = page.locator('th .split button').first()
  await split.waitFor()
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

  await followQuizzes(page, classroomId)
  const { classrooms } = await teacher.call('getHome', {})
  const open = classrooms.find((one) => one.classroom_id === classroomId)?.quizzes_open ?? 0
  must(open > 0, 'No quiz of the class is open.')
  await followOpenQuizzes(page, classroomId, open)
}

const rowsOf = (page: Page) => page.locator('.heatmap tbody tr')
const showAll = (page: Page) => page.getByRole('button', { name: 'Show all pupils' })

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
