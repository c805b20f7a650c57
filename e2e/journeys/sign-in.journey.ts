import type { Page } from 'playwright-core'
import { type ApiCaller, apiOf, sampleApi } from '../api.ts'
import { openPage } from '../browser.ts'
import { must, mustEqual } from '../expect.ts'
import type { Journey, Tools } from '../journey.ts'
import type { RunningServer } from '../server.ts'
import { keysOf } from '../steps/keyboard.ts'
import { openSampleClass } from '../steps/school.ts'

export const title =
  'A student of an imported list signs in, in one place at a time; hostile names are plain text'
export const ownServer = true

const admin = { email: 'head@example.org', password: 'a long enough riddle 9' }
const student = { username: 'mills.a', password: 'seven green bottles' }
/** Markup that would run, an override that turns what follows around, and a formula for spreadsheets. */
const hostile = { first_name: '<img src=x onerror="window.harmed=1">', last_name: '\u202Egnirts=1+1' }
const formula = { first_name: '=1+1', last_name: 'Formula' }

interface House {
  tools: Tools
  server: RunningServer
  open: () => Promise<Page>
}

export const run: Journey['run'] = async (tools) => {
  const server = await tools.startServer()
  const faults: string[] = []
  const house = { tools, server, open: () => openPage(tools.browser, server.baseUrl, 'reference', faults) }
  await showHostileNames(house)
  const head = await setUpSchool(server)
  await importStudent(head, server)
  const first = await signInAtLast(house)
  await signInElsewhere(house, first)
  mustEqual(faults, [], 'what must never happen')
}

/** Every screen of staff and student that shows names, with two names made to do harm. */
async function showHostileNames({ tools, server, open }: House): Promise<void> {
  const { baseUrl } = server
  const school = await openSampleClass(baseUrl)
  const studentId = school.studentId('Adeyemi')
  const sampleAdmin = await sampleApi(baseUrl, 'admin')
  await sampleAdmin.call('changeUser', { params: { user_id: studentId }, body: hostile })
  await sampleAdmin.call('changeUser', { params: { user_id: school.studentId('Ahmed') }, body: formula })
  const { items } = await school.teacher.call('listAssignments', {
    query: { classroom_id: school.classroomId },
  })
  const assignmentId = items.find(({ completed }) => completed > 5)?.assignment_id
  must(assignmentId, 'The class has no finished quiz.')
  const { rows } = await school.teacher.call('getClassResults', {
    params: { assignment_id: assignmentId },
    query: { sort: 'name', direction: 'up' },
  })
  const attemptId = rows.find(({ student_id }) => student_id === studentId)?.attempt_id

  const pageAs = async (role: string, user_id?: string) => {
    const page = await open()
    const reply = await page.request.post('/api/v1/sample/sign-in', {
      headers: { 'accept-session': 'cookie', origin: baseUrl },
      data: { role, ...(user_id ? { user_id } : {}) },
    })
    must(reply.ok(), `No sign-in as ${role}: ${await reply.text()}`)
    return page
  }
  const page = await pageAs('teacher')
  for (const path of [
    `/classes/${school.classroomId}`,
    `/classes/${school.classroomId}/list`,
    `/classes/${school.classroomId}/mastery`,
    `/assignments/${assignmentId}/results`,
    `/students/${studentId}`,
    `/attempts/${attemptId}/results`,
  ])
    await seesPlainText(page, path)
  await tools.takePictures(page, 'hostile-name')
  await tools.checkAxe(page, 'a student with a hostile name')
  await fileIsHarmless(page, assignmentId)
  await seesPlainText(await pageAs('admin'), '/people')
  await seesPlainText(await pageAs('student', studentId), '/today')
}

async function seesPlainText(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.locator('h1').waitFor()
  await page.getByText(hostile.first_name).first().waitFor()
  for (const media of ['print', 'screen'] as const) {
    await page.emulateMedia({ media })
    const harmed = await page.evaluate(
      () => 'harmed' in window || document.querySelector('img[src="x"]') !== null,
    )
    must(!harmed, `The name is markup on ${path} (${media}).`)
  }
  mustEqual(await textsTurned(page), [], `texts on ${path} that the name turns around`)
}

/** Texts in which the override goes on beyond the name: neither framed nor alone in its element. */
function textsTurned(page: Page): Promise<string[]> {
  return page.evaluate((name) => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? ''
      let frame = node.parentElement as Element
      const isOpen = ({ display, unicodeBidi }: CSSStyleDeclaration) =>
        display === 'inline' && unicodeBidi === 'normal'
      while (isOpen(getComputedStyle(frame)) && frame.parentElement) frame = frame.parentElement
      const rest = text.split(name)[1] ?? ''
      const isAlone = rest === '' && frame.textContent?.endsWith(name)
      if (text.includes(name) && !rest.startsWith('\u2069') && !isAlone) found.push(text)
    }
    return found
  }, hostile.last_name)
}

/** Names in the file: quoted for the reader of CSV, and no cell that a spreadsheet would reckon. */
async function fileIsHarmless(page: Page, assignmentId: string): Promise<void> {
  const text = await (await page.request.get(`/api/v1/assignments/${assignmentId}/results.csv`)).text()
  must(text.includes('<img src=x onerror=""window.harmed=1"">'), 'The file lacks the name with markup.')
  must(text.includes("'=1+1"), 'The file lacks the name that begins with "=", made harmless.')
  must(!/(^|,|")=1\+1/m.test(text), 'A cell of the file begins with "=".')
}

async function setUpSchool(server: RunningServer): Promise<ApiCaller> {
  const [, setup_token] = /setup token: (\S+)/.exec(server.output()) ?? []
  must(setup_token, 'The server printed no setup token.')
  const open = apiOf(server.baseUrl)
  await open.call('setUpSchool', {
    body: {
      setup_token,
      school: { name: 'Hill School', time_zone: 'Europe/London', locale: 'en-GB' },
      admin: { ...admin, first_name: 'Rosa', last_name: 'Head' },
    },
  })
  const signedIn = await open.call('signIn', { body: admin })
  must('access_token' in signedIn, 'The new admin was given no token.')
  return apiOf(server.baseUrl, signedIn.access_token)
}

async function importStudent(head: ApiCaller, server: RunningServer): Promise<void> {
  const csv = `username,first_name,last_name,year_group,class,password\n${student.username},Ada,Mills,8,8C,${student.password}\n`
  const form = new FormData()
  form.set('file', new Blob([csv], { type: 'text/csv' }), 'students.csv')
  const { access_token } = (await apiOf(server.baseUrl).call('signIn', { body: admin })) as {
    access_token: string
  }
  const reply = await fetch(`${server.baseUrl}/api/v1/rosters/imports?create_classes=true`, {
    method: 'POST',
    headers: { authorization: `Bearer ${access_token}` },
    body: form,
  })
  mustEqual(reply.status, 202, `the list, which was answered ${await reply.clone().text()}`)
  const { import_id } = (await reply.json()) as { import_id: string }
  const params = { import_id }
  const isReading = async () => (await head.call('showRosterImport', { params })).state === 'reading'
  while (await isReading()) await new Promise((resolve) => setTimeout(resolve, 50))
  await head.call('applyRosterImport', { params })
}

/** A wrong password and an unknown name get the same words; the right ones open Today. By keyboard alone. */
async function signInAtLast({ tools, open }: House): Promise<Page> {
  const page = await open()
  await page.goto('/')
  await page.getByRole('heading', { level: 1, name: 'Sign in to Waymark' }).waitFor()
  await tools.checkAxe(page, 'sign-in')
  await tools.takePictures(page, 'sign-in')
  const said: (string | null)[] = []
  for (const [name, password] of [
    [student.username, 'seven red bottles'],
    ['nobody.n', student.password],
  ] as const) {
    await giveNames(page, name, password)
    await page.getByRole('alert').waitFor()
    said.push(await page.getByRole('alert').textContent())
  }
  mustEqual(said[0], said[1], 'the words for a wrong password beside those for a wrong name')
  must(said[0] && !/wrong|incorrect|failed|invalid/i.test(said[0]), `The words do not help: ${said[0]}`)
  await tools.checkAxe(page, 'sign-in, refused')
  await tools.takePictures(page, 'sign-in-refused')
  await giveNames(page, student.username, student.password)
  await page.getByRole('heading', { level: 1, name: 'Hello Ada' }).waitFor()
  await tools.checkAxe(page, 'Today of a new student')
  await tools.takePictures(page, 'today-empty')
  return page
}

async function giveNames(page: Page, name: string, password: string): Promise<void> {
  const keys = keysOf(page)
  // The words of the try before go as soon as the next one is sent.
  await keys.typeInto('User name or e-mail', name)
  await keys.typeInto('Password', password)
  const answered = page.waitForResponse((reply) => reply.url().endsWith('/auth/login'))
  await page.keyboard.press('Enter')
  await answered
}

/** The second sign-in ends the first, which learns it at its next step and can go on in place. */
async function signInElsewhere({ tools, open }: House, first: Page): Promise<void> {
  const second = await open()
  await second.goto('/')
  await giveNames(second, student.username, student.password)
  await second.getByRole('heading', { level: 1, name: 'Hello Ada' }).waitFor()
  await first.getByRole('link', { name: 'Progress' }).click()
  const again = first.getByRole('dialog', { name: 'Sign in again' })
  await again.waitFor()
  await tools.checkAxe(first, 'sign in again, in place')
  await tools.takePictures(first, 'sign-in-again')
  await again.getByLabel('Password').fill(student.password)
  await again.getByRole('button', { name: 'Sign in' }).click()
  await again.waitFor({ state: 'detached' })
  await second.reload()
  await second.getByRole('heading', { level: 1, name: 'Sign in to Waymark' }).waitFor()
}
