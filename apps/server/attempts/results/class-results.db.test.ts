import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClassWithQuiz, openClassWithQuiz } from '../../testing/class-with-quiz.ts'

let house: ClassWithQuiz
let assignment: string
let text: number
beforeAll(async () => {
  house = await openClassWithQuiz()
  assignment = await house.publish()
  text = house.placeOf('text_input')
  const answers = ['random access memory', 'memory', ' Memory. ']
  for (const [student, answer] of answers.entries()) {
    const line = await house.start(assignment, student)
    await line.save({ type: 'question_shown', position: text, payload: {} })
    await line.answer(text, { text: answer })
    if (student < 2) await line.finish()
  }
  const named = await house.start(assignment, 3)
  await named.answer(text, { text: 'ROM' })
  await named.finish()
})
afterAll(() => house.test.close())

const results = (query = {}) =>
  house.teacher.call('getClassResults', { params: { assignment_id: assignment }, query })
const file = (query = {}) =>
  house.teacher.call('downloadClassResults', { params: { assignment_id: assignment }, query })

describe('class results', () => {
  test('tell who has done what, with the basis of every figure', async () => {
    const { status, body } = await results()
    expect(status).toBe(200)
    expect(body.basis).toMatchObject({
      attempts_counted: 3,
      rule: 'best',
      excluded: { running: 1 },
      as_of: '2026-03-02T10:00:00.000Z',
    })
    expect(body.tiles).toMatchObject({ completed: 3, expected: 4 })
    expect(body.histogram.reduce((sum, { count }) => sum + count, 0)).toBe(3)
    expect(body.rows.map(({ name, status: state }) => [name, state])).toEqual([
      ['Ada Byron', 'completed'],
      ['=1+1 Formula', 'completed'],
      ['Cal Newport', 'in_progress'],
      ['Ben Okri', 'completed'],
    ])
    expect(body.questions.map(({ position }) => position)).toEqual(
      house.questions.map((_, index) => index + 1),
    )
  })

  test.each([{}, { sort: 'percentage', direction: 'down' }, { search: 'a' }, { band: 1 }])(
    'file, table and tiles agree under %o',
    async (query) => {
      const { body } = await results(query)
      const sheet = await file(query)
      expect(sheet.text.startsWith('\ufeffName,')).toBe(true)
      const lines = sheet.text.trim().split('\r\n').slice(1)
      expect(lines.map((line) => line.split(',')[0]?.replace(/^'/, ''))).toEqual(
        body.rows.map(({ name }) => name),
      )
      expect(lines.map((line) => line.split(',')[3])).toEqual(
        body.rows.map(({ percentage }) => (percentage === null ? '' : String(percentage))),
      )
      expect(body.tiles.completed).toBe(body.rows.filter((row) => row.status === 'completed').length)
      expect(body.basis.attempts_counted).toBe(body.rows.filter((row) => row.percentage !== null).length)
    },
  )

  test('the file bears class, quiz and day, and a formula in a name does no harm', async () => {
    const { headers, text: sheet } = await file()
    expect(headers['content-disposition']).toContain('8B-Parts%20of%20a%20computer-2026-03-02.csv')
    expect(headers['content-type']).toContain('text/csv')
    expect(sheet).toContain("\r\n'=1+1 Formula,")
  })

  test('equal answers stand together after the kind’s own normalisation', async () => {
    const running = await house.start(assignment, 2)
    await running.finish()
    const { body } = await house.teacher.call('listQuestionResponses', {
      params: { assignment_id: assignment, position: text },
    })
    expect(body.groups.map(({ verdict, students }) => [verdict, students.length])).toEqual([
      ['partly', 2],
      ['correct', 1],
      ['not_yet', 1],
    ])
    expect(body.groups[0]?.students.map(({ name }) => name)).toEqual(['Ben Okri', 'Cal Newport'])
  })

  test('a look at the class is written down, and a stranger finds nothing', async () => {
    await results()
    const looks = await house.test.db
      .selectFrom('audit_logs')
      .select('action')
      .where('action', '=', 'classroom.opened')
      .execute()
    expect(looks.length).toBeGreaterThan(0)
    const colleague = house.test.as({
      userId: '01900000-0000-7000-8000-000000000009',
      schoolId: house.schoolId,
      role: 'teacher',
    })
    for (const operation of [
      'getClassResults',
      'downloadClassResults',
      'getAssignment',
      'listOverrides',
    ] as const)
      expect((await colleague.call(operation, { params: { assignment_id: assignment } })).status).toBe(404)
    const { body } = await colleague.call('listMarkingQueue')
    expect(body.items).toEqual([])
  })
})

describe('the timeline of an attempt', () => {
  test('tells in plain words what happened, in order, page by page', async () => {
    const { body } = await results({ search: 'Ada' })
    const attempt_id = body.rows[0]?.attempt_id ?? ''
    const read = async (cursor?: string) =>
      (
        await house.teacher.call('listTimeline', {
          params: { attempt_id },
          query: { limit: 3, ...(cursor ? { cursor } : {}) },
        })
      ).body
    const first = await read()
    const second = await read(first.next_cursor ?? undefined)
    expect([...first.items, ...second.items].map((entry) => entry.text)).toEqual([
      'Started the quiz.',
      'Opened the question.',
      'Answered: random access memory',
      'Finished the quiz.',
    ])
    expect(second.next_cursor).toBeNull()
    const seen = await house.test.db
      .selectFrom('audit_logs')
      .select('student_id')
      .where('action', '=', 'student.opened')
      .execute()
    expect(seen.map(({ student_id }) => student_id)).toContain(house.studentIds[0])
  })
})
