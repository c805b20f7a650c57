import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ClassWithQuiz, openClassWithQuiz } from './class-with-quiz.ts'

/**
 * The same thing wanted twice in the same moment. On PostgreSQL the two really run side by side; on the
 * embedded database, with its one connection, they take turns.
 */
let house: ClassWithQuiz
beforeAll(async () => {
  house = await openClassWithQuiz()
})
afterAll(() => house.test.close())

const TIMES = 8
const atOnce = <T>(work: (turn: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: TIMES }, (_, turn) => work(turn)))
const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).sort()

const student = () => house.students[0] ?? expect.unreachable()
const countMarks = async (attemptId: string) =>
  (await house.test.db.selectFrom('marks').select('id').where('attempt_id', '=', attemptId).execute()).length

describe('at the same moment', () => {
  it('starts of one quiz make one attempt', async () => {
    const assignment_id = await house.publish()
    const answers = await atOnce((turn) =>
      student().call('startAttempt', {
        params: { assignment_id },
        body: { device_id: `d${turn}`, device_label: '' },
      }),
    )
    expect(statuses(answers)).toEqual([...Array(TIMES - 1).fill(200), 201])
    expect(new Set(answers.map(({ body }) => body.attempt_id)).size).toBe(1)
  })

  it('saves and ends of one attempt mark each question once, and nothing saved is lost', async () => {
    const line = await house.start(await house.publish())
    const text = house.placeOf('text_input')
    const events = Array.from({ length: TIMES }, () =>
      line.event({ position: text, payload: { text: 'memory' } }),
    )
    const [saves, ends] = await Promise.all([
      atOnce((turn) => line.send([events[turn] ?? {}])),
      atOnce(() => line.finish()),
    ])
    expect(statuses(saves)).toEqual(Array(TIMES).fill(200))
    expect(statuses(ends)).toEqual(Array(TIMES).fill(200))
    expect(await countMarks(line.attemptId)).toBe(house.questions.length)
    const { devices } = (await line.get()).body
    expect(devices[0]?.accepted_through).toBe(TIMES)
  })

  it('decisions about one answer: the first stands, the others are told', async () => {
    const line = await house.start(await house.publish())
    const essay = house.placeOf('extended_text')
    await line.answer(essay, house.right(essay))
    await line.finish()
    const queue = await house.teacher.call('listMarkingQueue', { query: {} })
    const item = queue.body.items.at(-1) ?? expect.unreachable()
    const awarded = Object.fromEntries(item.scheme.parts.map(({ id }) => [id, 1]))
    const answers = await atOnce(() =>
      house.teacher.call('decideMark', { params: { mark_id: item.mark_id }, body: { awarded } }),
    )
    expect(statuses(answers)).toEqual([200, ...Array(TIMES - 1).fill(409)])
  })

  it('releases of marks and of answers both hold', async () => {
    for (let round = 0; round < TIMES; round += 1) {
      const assignment_id = await house.publish({ marks_release: 'manual', answers_release: 'manual' })
      const release = (what: 'marks' | 'answers') =>
        house.teacher.call('releaseResults', { params: { assignment_id }, body: { what } })
      expect(statuses(await Promise.all([release('marks'), release('answers')]))).toEqual([200, 200])
      const { body } = await house.teacher.call('getAssignment', { params: { assignment_id } })
      expect(body.marks_released_at).not.toBeNull()
      expect(body.answers_released_at).not.toBeNull()
    }
  })

  it('a later bell and looks at the class leave the same attempts, whoever comes first', async () => {
    const assignment_id = await house.publish({}, { until: '2026-03-02T11:00:00Z' })
    await Promise.all(house.students.map((_, at) => house.start(assignment_id, at)))
    house.test.clock.freeze(new Date('2026-03-02T11:30:00Z'))
    const params = { assignment_id }
    const answers = await atOnce<{ status: number }>((turn) =>
      turn % 2 === 0
        ? house.teacher.call('getClassResults', { params })
        : (house.students[turn % house.students.length] ?? student()).call('listMyQuizzes'),
    )
    house.test.clock.freeze(new Date('2026-03-02T10:00:00Z'))
    expect(statuses(answers)).toEqual(Array(TIMES).fill(200))
  })

  it('writes under one Idempotency-Key are done once', async () => {
    const params = { quiz_id: house.quizId }
    const body = { classroom_ids: [house.classroomId], available_from: '2026-03-02T09:00:00Z' }
    const before = await countAssignments()
    const answers = await atOnce(() =>
      house.teacher.call('publishQuiz', { params, body, headers: { 'idempotency-key': 'one' } }),
    )
    expect(await countAssignments()).toBe(before + 1)
    expect(answers.every(({ status }) => status === 201 || status === 429)).toBe(true)
    const again = await house.teacher.call('publishQuiz', {
      params,
      body,
      headers: { 'idempotency-key': 'one' },
    })
    expect(again.headers['idempotency-replayed']).toBe('true')
    const other = await house.teacher.call('publishQuiz', {
      params,
      body: { ...body, available_from: '2026-03-03T09:00:00Z' },
      headers: { 'idempotency-key': 'one' },
    })
    expect(other.status).toBe(422)
  })
})

const countAssignments = async () =>
  (await house.test.db.selectFrom('assignments').select('id').execute()).length
