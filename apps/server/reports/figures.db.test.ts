import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClassWithObjectives, openClassWithObjectives } from '../testing/class-with-objectives.ts'
import type { Client } from '../testing/harness.ts'
import type { QuizDevice } from '../testing/quiz-device.ts'

let house: ClassWithObjectives
let assignmentId: string
let line: QuizDevice
let objective: string
const begun = new Date('2026-03-02T10:00:00.000Z')
const finished = new Date('2026-03-02T10:20:00.000Z')
const marked = new Date('2026-03-03T15:00:00.000Z')
const looked = new Date('2026-03-05T08:00:00.000Z')

beforeAll(async () => {
  house = await openClassWithObjectives()
  assignmentId = await house.publish()
  objective = house.questions[0]?.competency_ids[0] ?? ''
  house.test.clock.freeze(begun)
  line = await house.start(assignmentId, 0)
  for (const [index] of house.questions.entries()) await line.answer(index + 1, house.right(index + 1))
  house.test.clock.freeze(finished)
  await line.finish()
  await house.test.runUntilQuiet()
})
afterAll(() => house.test.close())

const student = (at: number): Client => house.students[at] ?? expect.unreachable()
const explain = (client: Client, subject_type: string, subject_id: string) =>
  client.call('explain', { params: { subject_type, subject_id }, query: {} })
const classResults = async () =>
  (await house.teacher.call('getClassResults', { params: { assignment_id: assignmentId }, query: {} })).body

/** The instant that the same marks are as of, on every screen, in the file and in the drawer. */
async function instantsOfTheMarks() {
  const row = (await classResults()).rows.find(({ attempt_id }) => attempt_id === line.attemptId)
  const file = await house.teacher.call('downloadClassResults', {
    params: { assignment_id: assignmentId },
    query: {},
  })
  const params = { student_id: house.studentIds[0] ?? '' }
  const timeline = (await house.teacher.call('listStudentTimeline', { params, query: {} })).body
  const own = (await line.results()).body
  const mark = own.questions?.[0]?.mark_id ?? ''
  return {
    table: row?.as_of,
    file: file.text
      .split('\r\n')
      .find((each) => each.startsWith('Ada Byron'))
      ?.split(',')
      .at(-1),
    timeline: timeline.items.find(({ attempt_id }) => attempt_id === line.attemptId)?.as_of,
    own: own.as_of,
    drawer: (await explain(house.teacher, 'quiz_result', line.attemptId)).body.as_of,
    'own drawer': (await explain(student(0), 'quiz_result', line.attemptId)).body.as_of,
    'drawer of a mark': (await explain(house.teacher, 'mark', mark)).body.as_of,
  }
}

describe('figures that are not there yet', () => {
  test('a spread of one result does not exist, and says what it takes; the other figures do', async () => {
    const { tiles } = await classResults()
    expect(tiles).toMatchObject({ completed: 1, sd: null })
    const { body } = await explain(house.teacher, 'class_figure', `${assignmentId}~sd`)
    expect(body).toMatchObject({
      value: null,
      display: '?',
      state: 'not_enough_evidence',
      state_reasons: ['too_few_results'],
      would_settle: [{ kind: 'result', count: 2 }],
    })
  })

  test('what waits for a teacher is provisional, and no figure is known for a reason', async () => {
    const figures = ['completed', 'mean', 'sd', 'band_5'].map((name) => `${assignmentId}~${name}`)
    for (const id of figures) {
      const { body } = await explain(house.teacher, 'class_figure', id)
      expect(body.state === 'known').toBe(body.state_reasons.length === 0)
      expect(body.degraded_reasons).toEqual(body.state === 'known' ? ['marks_waiting'] : [])
    }
  })
})

describe('how a class divides on an objective', () => {
  const split = (name: string, client = house.teacher) =>
    explain(client, 'class_figure', `${house.classroomId}~${objective}~${name}`)

  test('each count of the map opens just those whom it counts', async () => {
    const map = await house.teacher.call('getClassMastery', {
      params: { classroom_id: house.classroomId },
      query: {},
    })
    const column = map.body.objectives.find(({ competency_id }) => competency_id === objective)
    const counts = Object.entries(column?.counts ?? {})
    expect(counts).toHaveLength(5)
    for (const [name, count] of counts) {
      const { body } = await split(name)
      expect([body.value, body.evidence.length]).toEqual([count, count])
      expect(body.display).toBe(`${count} of 4`)
    }
    const { body } = await split('not_enough_evidence')
    expect(body.evidence).toHaveLength(3)
    expect(body.evidence[0]).toMatchObject({
      kind: 'estimate',
      excerpt: 'Not enough evidence yet',
      href: expect.stringContaining(`~${objective}`),
    })
    expect(body.actions).toEqual([{ action: 'show_on_map', href: expect.stringContaining('standing=') }])
  })

  test.each([
    ['a student', () => split('secure', student(0))],
    ['a word that is no standing', () => split('clever')],
    [
      'a class that is not there',
      () => explain(house.teacher, 'class_figure', `${house.newId()}~${objective}~gap`),
    ],
    [
      'an objective that is not there',
      () => explain(house.teacher, 'class_figure', `${house.classroomId}~${house.newId()}~gap`),
    ],
    [
      'another teacher',
      () =>
        split('secure', house.test.as({ userId: house.newId(), schoolId: house.schoolId, role: 'teacher' })),
    ],
  ])('is "not found" for %s', async (_, open) => {
    expect((await open()).status).toBe(404)
  })
})

describe('the last 30 days', () => {
  const progress = async (at: number, client = student(at)) =>
    (await client.call('getProgress', { params: { student_id: house.studentIds[at] ?? '' } })).body
      .last_30_days

  test('hold the finished quizzes with the time worked, and nothing for who has finished none', async () => {
    const own = await progress(0)
    expect(own.quizzes).toMatchObject([
      { attempt_id: line.attemptId, title: 'Parts of a computer', ended_at: finished.toISOString() },
    ])
    expect(own.seconds).toBe(own.quizzes[0]?.seconds)
    expect(own.seconds).toBeGreaterThan(0)
    expect(await progress(1)).toEqual({ quizzes: [], seconds: 0 })
  })

  test('end after 30 days', async () => {
    const day = 86_400_000
    house.test.clock.freeze(new Date(finished.getTime() + 30 * day - 1))
    expect((await progress(0)).quizzes).toHaveLength(1)
    house.test.clock.freeze(new Date(finished.getTime() + 30 * day))
    expect((await progress(0)).quizzes).toEqual([])
    house.test.clock.freeze(finished)
  })

  test('are not for a classmate', async () => {
    const params = { student_id: house.studentIds[0] ?? '' }
    expect((await student(1).call('getProgress', { params })).status).toBe(404)
  })
})

describe('the same marks', () => {
  test('are as of one instant on every screen, in the file and in the drawer: when the newest was made', async () => {
    house.test.clock.freeze(looked)
    for (const [place, instant] of Object.entries(await instantsOfTheMarks()))
      expect(instant, place).toBe(finished.toISOString())
    house.test.clock.freeze(marked)
    const [item] = (await house.teacher.call('listMarkingQueue', { query: {} })).body.items
    const awarded = Object.fromEntries((item?.scheme.parts ?? []).map(({ id }) => [id, 1]))
    await house.teacher.call('decideMark', { params: { mark_id: item?.mark_id ?? '' }, body: { awarded } })
    house.test.clock.freeze(looked)
    for (const [place, instant] of Object.entries(await instantsOfTheMarks()))
      expect(instant, place).toBe(marked.toISOString())
  })
})
