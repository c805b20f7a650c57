import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../testing/harness.ts'
import { fillSampleSchool } from './fill.ts'

/** The sample school's whole story, at the level that logs most; `progress` is what the command line prints. */
let house: TestHouse
const progress: string[] = []
beforeAll(async () => {
  house = await openTestHouse()
  house.clock.freeze(null)
  await fillSampleSchool(house.house, (line) => progress.push(line))
}, 300_000)
afterAll(() => house.close())

const marked = 'marked-words-7141'

/** Calls that are refused or fail, each carrying words that no log may hold. */
async function failInEveryWay(): Promise<void> {
  const anyone = house.anyone()
  const credentials = { email: `${marked}@example.org`, password: marked }
  await anyone.call('signIn', { body: credentials })
  await anyone.call('signIn', { body: { ...credentials, [marked]: marked } as never })
  await anyone.call('signIn', { payload: `{"email": "${marked}` })
  await anyone.call('refreshTokens', { body: { refresh_token: marked } })
  await anyone.call('resetPassword', { body: { token: marked, new_password: marked } })
  await house.anyone({ authorization: `Bearer ${marked}`, cookie: `waymark=${marked}` }).call('showMe')
  await anyone.call('explain', { params: { subject_type: marked, subject_id: marked } })
}

test('a demo day leaves no name, user name, e-mail, answer, password or token in the logs', async () => {
  await failInEveryWay()
  const people = await house.db.selectFrom('users').select(['first_name', 'last_name', 'email']).execute()
  const students = await house.db.selectFrom('students').select('username').execute()
  const answers = await house.db
    .selectFrom('responses')
    .select('answer')
    .where('answer', 'is not', null)
    .execute()
  const names = people.flatMap(({ first_name, last_name, email }) => [first_name, last_name, email ?? ''])
  const written = answers.flatMap(({ answer }) => textsIn(JSON.parse(answer ?? 'null')))
  const words = [...names, ...students.map(({ username }) => username), ...written, marked]
  const wanted = [...new Set(words)].filter((word) => /\p{L}{3}/u.test(word))
  const lines = [...house.logLines, ...progress]
  expect(house.logLines.length).toBeGreaterThan(200)
  expect(wanted.length).toBeGreaterThan(60)
  expect(wanted.filter((word) => lines.some((line) => holds(line, word)))).toEqual([])
  expect(lines.filter((line) => line.includes('eyJ'))).toEqual([])
})

/** What a person typed: parts' ids are the quiz's, not theirs. */
function textsIn(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null || !('text' in answer)) return []
  return [String(answer.text).slice(0, 40)]
}

/** As a word of its own: a name of three letters is in many an id. Plain numbers are not looked for: times are full of them. */
const holds = (line: string, word: string): boolean =>
  line.split(word).some((before, at, parts) => {
    const after = parts[at + 1]
    return after !== undefined && !/\w$/.test(before) && !/^\w/.test(after)
  })
