import type { Page } from 'playwright-core'
import { openPage } from '../browser.ts'
import { must, mustEqual } from '../expect.ts'
import type { Journey, Tools } from '../journey.ts'
import type { RunningServer } from '../server.ts'

export const title = 'A school is set up from a pasted list of 30; two broken rows are named first'
export const ownServer = true

const admin = { email: 'head@example.org', password: 'a long enough riddle 9' }
const students = Array.from({ length: 30 }, (_, at) => ({
  first: `First${String.fromCharCode(65 + (at % 26))}`,
  last: `Last${String.fromCharCode(65 + Math.floor(at / 26))}${String.fromCharCode(97 + (at % 26))}`,
}))
const goodList = students.map(({ first, last }) => `${first} ${last}`).join('\n')
/** Row 3 has no last name, row 7 a year that no school has. */
const brokenList = students
  .map(({ first, last }, at) =>
    at === 2 ? first : at === 6 ? `${first}, ${last}, Year 99` : `${first} ${last}`,
  )
  .join('\n')

export const run: Journey['run'] = async (tools) => {
  const server = await tools.startServer()
  const faults: string[] = []
  const page = await openPage(tools.browser, server.baseUrl, 'reference', faults)
  await makeSchool(page, server, tools)
  await refuseBrokenRows(page, tools)
  const card = await importAndPrint(page, tools)
  await teachMyself(page, tools)
  await signInAsStudent(tools, server, card, faults)
  mustEqual(faults, [], 'what must never happen')
}

async function makeSchool(page: Page, server: RunningServer, { checkAxe, takePictures }: Tools) {
  const token = /setup token: (\S+)/.exec(server.output())?.[1]
  must(token, 'The server printed no setup token.')
  await page.goto('/')
  await page.getByRole('link', { name: 'Set up our school' }).click()
  await page.getByText('The sample school on this server is removed first.').waitFor()
  await page.getByLabel('Name of the school').fill('Hill School')
  await page.getByLabel('Your first name').fill('Rosa')
  await page.getByLabel('Your last name').fill('Head')
  await page.getByLabel('Your e-mail').fill(admin.email)
  await page.reload()
  mustEqual(
    await page.getByLabel('Name of the school').inputValue(),
    'Hill School',
    'what was typed, after a reload',
  )
  await page.getByLabel('Setup token').fill('WRONG-TOKEN')
  await page.getByLabel('Password').fill(admin.password)
  await page.getByRole('button', { name: 'Set up the school' }).click()
  await page.getByText('The setup token does not match').waitFor()
  await checkAxe(page, 'set up, wrong token')
  await takePictures(page, 'set-up')
  await page.getByLabel('Setup token').fill(token)
  await page.getByRole('button', { name: 'Set up the school' }).click()
  await page.getByRole('heading', { name: 'The first class' }).waitFor()
  await checkAxe(page, 'the first class, empty')
}

async function readList(page: Page, list: string) {
  await page.getByLabel('The list').fill(list)
  await page.getByLabel('Class', { exact: true }).fill('8C Computing')
  await page.getByLabel('Year, for lines that name none').selectOption('8')
  await page.getByRole('button', { name: 'Read the list' }).click()
  await page.getByRole('heading', { name: 'What this list would do' }).waitFor()
}

async function refuseBrokenRows(page: Page, { checkAxe, takePictures }: Tools) {
  await readList(page, brokenList)
  const rows = page.getByRole('region', { name: 'Rows to mend' }).locator('tbody tr')
  await rows.first().waitFor()
  const named = await rows.evaluateAll((all) =>
    all.map((row) => [...row.children].slice(0, 2).map((cell) => cell.textContent)),
  )
  mustEqual(
    named,
    [
      ['3', students[2]?.first],
      ['7', `${students[6]?.first}, ${students[6]?.last}, Year 99`],
    ],
    'the rows to mend',
  )
  await checkAxe(page, 'rows to mend')
  await takePictures(page, 'rows-to-mend')
  mustEqual(await page.getByRole('button', { name: /^Import \d+/ }).count(), 0, 'a button that imports')
  mustEqual(await countStudents(page), 0, 'students made from a broken list')
  await page.getByRole('button', { name: 'Change the list' }).click()
  mustEqual(await page.getByLabel('The list').inputValue(), brokenList, 'the list, kept as it was typed')
}

async function importAndPrint(page: Page, { checkAxe, takePictures }: Tools) {
  await readList(page, goodList)
  await page.getByText('30 rows: 30 new').waitFor()
  await checkAxe(page, 'preview of the list')
  await takePictures(page, 'preview')
  await page.getByRole('button', { name: 'Import 30 pupils' }).click()
  const cards = page.getByRole('region', { name: 'Sign-in cards' }).getByRole('listitem')
  await cards.first().waitFor()
  mustEqual(await cards.count(), 30, 'sign-in cards')
  mustEqual(await countStudents(page), 30, 'students')
  await checkAxe(page, 'sign-in cards')
  await takePictures(page, 'sign-in-cards')
  const [, username, password] = await cards.first().locator('code').allTextContents()
  must(username && password, 'The first card names no user name or no password.')
  return { username, password }
}

async function teachMyself(page: Page, { checkAxe }: Tools) {
  await page.getByRole('button', { name: 'Go on: a teacher' }).click()
  await page.getByRole('heading', { name: 'A teacher', exact: true }).waitFor()
  await checkAxe(page, 'a teacher for the first class')
  await page.getByRole('button', { name: 'I teach these classes myself' }).click()
  await page.getByRole('heading', { name: 'Home' }).waitFor()
  await page.getByText('30 pupils.').waitFor()
  await checkAxe(page, 'home of a new teacher')
}

async function signInAsStudent(
  tools: Tools,
  server: RunningServer,
  card: { username: string; password: string },
  faults: string[],
) {
  const page = await openPage(tools.browser, server.baseUrl, 'reference', faults)
  await page.goto('/')
  await page.getByLabel('User name or e-mail').fill(card.username)
  await page.getByLabel('Password').fill(card.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: /^Hello / }).waitFor()
}

async function countStudents(page: Page): Promise<number> {
  const reply = await page.request.get('/api/v1/users?role=student&limit=200')
  return ((await reply.json()) as { items: unknown[] }).items.length
}
