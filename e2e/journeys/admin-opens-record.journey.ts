import type { Page, Request } from 'playwright-core'
import { sampleApi } from '../api.ts'
import { must, mustEqual } from '../expect.ts'
import type { Journey } from '../journey.ts'
import { keysOf } from '../steps/keyboard.ts'
import { openSampleClass, type SampleClass } from '../steps/school.ts'

export const title =
  'An admin says why a record is opened: by keyboard, once a page; the student reads it in the own access log'

const header = 'x-access-reason'

export const run: Journey['run'] = async ({ baseUrl, newSamplePage, checkAxe, takePictures }) => {
  const sample = await openSampleClass(baseUrl)
  const studentId = sample.studentId('Chen')
  const attemptId = await findAttempt(sample, studentId)
  const page = await newSamplePage('admin')
  const reason = `Zoë’s parents asked, ${Date.now()}`
  const asked = requestsOf(page)

  await page.goto(`/students/${studentId}`)
  await question(page).waitFor()
  await checkAxe(page, 'a record that asks for the reason')
  await takePictures(page, 'reason-asked')
  must(!(await page.locator('main').textContent())?.includes('Chen'), 'The name is there before the reason.')
  await keysOf(page).press('Open the record')
  await page.getByText('Write your reason first.').waitFor()
  await checkAxe(page, 'a record without a reason')
  await state(page, reason)
  await openEverything(page)
  await checkAxe(page, 'a record that was opened')
  mustCarry(asked.splice(0), reason)

  await leaveAndComeBack(page)
  await checkAttempt(page, attemptId, reason)
  await page.goto(`/classes/${sample.classroomId}/mastery`)
  await checkDrawerOfMap(page, checkAxe)

  await mustBeAudited(page, studentId, reason)
  const student = await sampleApi(baseUrl, 'student', studentId)
  const log = await student.call('listAccessLog', { params: { student_id: studentId } })
  const read = log.items.filter((entry) => entry.actor_role === 'admin' && entry.reason === reason)
  must(read.length >= 4, `The student reads the reason ${read.length} times.`)
}

const question = (page: Page) => page.getByLabel('Why do you open this record?')

async function state(page: Page, reason: string) {
  await keysOf(page).typeInto('Why do you open this record?', reason)
  await keysOf(page).press('Open the record')
  await question(page).waitFor({ state: 'detached' })
}

/** An attempt of the student of which there are marks. */
async function findAttempt({ teacher }: SampleClass, studentId: string): Promise<string> {
  const { items } = await teacher.call('listStudentTimeline', { params: { student_id: studentId } })
  const attemptId = items.find(({ attempt_id }) => attempt_id !== null)?.attempt_id
  must(attemptId, 'The student has finished no quiz.')
  return attemptId
}

/** What the page asks the server about students, from now on. */
function requestsOf(page: Page): Request[] {
  const asked: Request[] = []
  page.on('request', (request) => {
    if (/\/api\/v1\/(students|explain|attempts)\//.test(request.url())) asked.push(request)
  })
  return asked
}

/** The timeline, a figure of it in the drawer, and the subjects: none asks again. */
async function openEverything(page: Page) {
  await page.getByRole('heading', { level: 1, name: /Chen/ }).waitFor()
  mustEqual(await page.evaluate(() => document.activeElement?.tagName), 'H1', 'what has the focus')
  await page.locator('main .figure').first().click()
  const drawer = page.getByRole('dialog', { name: 'What this rests on' })
  await drawer.locator('blockquote').first().waitFor()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  await page.getByRole('tab', { name: 'Subjects' }).click()
  await page.locator('main .figure').first().waitFor()
}

/** Each request was answered but the first, which had no reason; the others carried it as ASCII. */
function mustCarry(asked: Request[], reason: string) {
  const sent = asked.map((request) => request.headers()[header])
  mustEqual(sent[0], undefined, 'the reason of the first request')
  must(sent.length >= 4, `Only ${sent.length} requests were made.`)
  for (const one of sent.slice(1)) mustEqual(one, encodeURIComponent(reason), 'the reason of a request')
}

/** The reason ends with the page. */
async function leaveAndComeBack(page: Page) {
  await page.getByRole('link', { name: 'Classes', exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Classes' }).waitFor()
  await page.goBack()
  await question(page).waitFor()
}

async function checkAttempt(page: Page, attemptId: string, reason: string) {
  await page.goto(`/attempts/${attemptId}/results`)
  await state(page, reason)
  await page.locator('main li.card blockquote').first().waitFor()
  await page.getByRole('tab', { name: 'What happened' }).click()
  await page.locator('main table').waitFor()
}

/** In the drawer over a class one reason opens one student, not the next. */
async function checkDrawerOfMap(page: Page, checkAxe: (page: Page, state: string) => Promise<void>) {
  const drawer = page.getByRole('dialog', { name: 'What this rests on' })
  await page.locator('[data-at="0,0"]').click()
  await question(page).waitFor()
  await checkAxe(page, 'the drawer that asks for the reason')
  await state(page, 'A look at the first')
  await drawer.locator('.evidence-value').waitFor()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  await page.locator('[data-at="1,0"]').click()
  await question(page).waitFor()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
}

async function mustBeAudited(page: Page, studentId: string, reason: string) {
  const reply = await page.request.get(`/api/v1/audit?student_id=${studentId}&action=student.opened`)
  const { items } = (await reply.json()) as { items: { actor_role: string | null; reason: string | null }[] }
  const looks = items.filter(({ actor_role }) => actor_role === 'admin')
  must(
    looks.every((look) => look.reason),
    'An admin opened the record without a reason.',
  )
  must(looks.filter((look) => look.reason === reason).length >= 4, 'The audit lacks the reason.')
}
