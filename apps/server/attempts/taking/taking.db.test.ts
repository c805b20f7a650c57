import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClassWithQuiz, openClassWithQuiz } from '../../testing/class-with-quiz.ts'
import { QuizDevice } from '../../testing/quiz-device.ts'

let house: ClassWithQuiz
beforeAll(async () => {
  house = await openClassWithQuiz()
})
afterAll(() => house.test.close())

const device = { device_id: 'd1', device_label: 'Chromebook' }

describe('starting', () => {
  test('201 for a new attempt, 200 with the same one while it runs', async () => {
    const params = { assignment_id: await house.publish() }
    const [student] = house.students
    const first = await student?.call('startAttempt', { params, body: device })
    const again = await student?.call('startAttempt', { params, body: device })
    expect([first?.status, again?.status]).toEqual([201, 200])
    expect(again?.body.attempt_id).toBe(first?.body.attempt_id)
    expect(first?.text.length).toBeLessThan(8 * 1024)
  })

  test('two presses in the same moment make one attempt', async () => {
    const params = { assignment_id: await house.publish() }
    const press = () => house.students[0]?.call('startAttempt', { params, body: device })
    const replies = await Promise.all([press(), press(), press()])
    expect(new Set(replies.map((reply) => reply?.body.attempt_id)).size).toBe(1)
    expect(replies.map((reply) => reply?.status).sort()).toEqual([200, 200, 201])
  })

  test('is refused with the reason and the time', async () => {
    const student = house.students[0]
    const start = async (assignment_id: string) =>
      (await student?.call('startAttempt', { params: { assignment_id }, body: device }))?.body
    const early = await house.publish({}, { from: '2026-03-03T09:00:00Z' })
    expect(await start(early)).toMatchObject({
      error_code: 'not_open_yet',
      details: { opens_at: '2026-03-03T09:00:00.000Z' },
    })
    const closed = await house.publish({}, { until: '2026-03-02T09:30:00Z' })
    expect(await start(closed)).toMatchObject({ error_code: 'window_closed' })
    const used = await house.publish()
    await (await house.start(used)).finish()
    expect(await start(used)).toMatchObject({ error_code: 'no_attempts_left' })
  })

  test('an override excuses, opens, or gives a further attempt; without it the class’s window holds again', async () => {
    const assignment_id = await house.publish({}, { until: '2026-03-02T09:30:00Z' })
    const [student_id = ''] = house.studentIds
    const params = { assignment_id, student_id }
    const start = async () =>
      (await house.students[0]?.call('startAttempt', { params: { assignment_id }, body: device }))?.status
    expect(await start()).toBe(409)
    await house.teacher.call('setOverride', { params, body: { available_until: '2026-03-02T12:00:00Z' } })
    expect(await start()).toBe(201)
    await house.teacher.call('setOverride', { params, body: { excused: true } })
    const mine = await house.students[0]?.call('listMyQuizzes')
    expect(mine?.body.available.some((quiz) => quiz.assignment_id === assignment_id)).toBe(true)
    expect((await house.teacher.call('listOverrides', { params })).body.overrides).toHaveLength(1)
    expect((await house.teacher.call('removeOverride', { params })).status).toBe(204)
    expect((await house.teacher.call('removeOverride', { params })).status).toBe(404)
  })

  test('is not found for whom it is not meant', async () => {
    const { body } = await house.teacher.call('publishQuiz', {
      params: { quiz_id: house.quizId },
      body: {
        classroom_ids: [house.classroomId],
        student_ids: [house.studentIds[1] ?? ''],
        available_from: '2026-03-02T09:00:00Z',
      },
    })
    const params = { assignment_id: body.assignments[0]?.assignment_id ?? '' }
    const statuses = await Promise.all(
      house.students
        .slice(0, 2)
        .map(async (one) => (await one.call('startAttempt', { params, body: device })).status),
    )
    expect(statuses).toEqual([404, 201])
  })

  test('everybody gets an order of their own, and the snapshot can be recomputed from its hash', async () => {
    const assignment = await house.publish({ question_order: 'shuffled' })
    const stems = await Promise.all(
      [0, 1, 2].map(async (student) => {
        const line = await house.start(assignment, student)
        const { body } = await line.client.call('getBundle', { params: { attempt_id: line.attemptId } })
        expect(body.snapshot_hash).toMatch(/^[0-9a-f]{64}$/)
        return body.questions.map(({ stem }) => stem).join('|')
      }),
    )
    expect(new Set(stems).size).toBeGreaterThan(1)
  })
})

describe('what a student’s device gets', () => {
  test('holds no key, no feedback and no hint of any kind, in bundle, attempt and early results', async () => {
    const assignment = await house.publish({ marks_release: 'manual' })
    const line = await house.start(assignment)
    const { text: bundle } = await line.client.call('getBundle', { params: { attempt_id: line.attemptId } })
    await line.answer(1, house.right(1))
    const attempt = (await line.get()).text
    await line.finish()
    const results = (await line.results()).text
    const secrets = [
      'is_correct',
      'correct_pairs',
      'correct_position',
      'accepted_answers',
      'rejected_answers',
      'slips',
      'fraction',
      'mark_scheme',
      '"feedback"',
      'difficulty',
      'competency_ids',
      'source_refs',
      'random access memory',
      'Not quite',
      ...house.questions.flatMap(({ hint }) => hint ?? []),
    ]
    for (const secret of secrets) {
      expect(bundle).not.toContain(secret)
      expect(attempt).not.toContain(secret)
      expect(results).not.toContain(secret)
    }
    expect(JSON.parse(results)).toMatchObject({ state: 'waiting', marks_at: null })
    expect(JSON.parse(results)).not.toHaveProperty('score')
  })

  test('is nobody else’s', async () => {
    const line = await house.start(await house.publish())
    const params = { attempt_id: line.attemptId }
    const classmate = house.students[1]
    for (const operation of ['getAttempt', 'getBundle', 'getAttemptResults'] as const) {
      expect((await classmate?.call(operation, { params }))?.status).toBe(404)
      expect((await house.teacher.call(operation, { params })).status).toBe(404)
    }
  })
})

describe('finishing', () => {
  test('lists what is unanswered first; ends once, however often it is asked', async () => {
    const line = await house.start(await house.publish())
    await line.answer(1, house.right(1))
    const finish = (confirm: boolean) =>
      line.client.call('finishAttempt', {
        params: { attempt_id: line.attemptId },
        body: { ...line.writer, confirm },
      })
    const asked = await finish(false)
    expect(asked.body.status).toBe('in_progress')
    expect(asked.body.unanswered).toEqual(house.questions.slice(1).map((_, index) => index + 2))
    const first = await finish(true)
    const again = await finish(true)
    expect(first.body).toMatchObject({ status: 'completed', results_state: 'marks' })
    expect(again.body).toEqual(first.body)
  })

  test('with nothing answered leaves an abandoned attempt', async () => {
    const line = await house.start(await house.publish())
    await line.save({ position: 1, type: 'question_shown', payload: {} })
    expect((await line.finish()).body.status).toBe('abandoned')
    expect((await line.results()).body).toMatchObject({ status: 'abandoned', message: null })
  })

  test('an answer of 0 is an answer; an empty one is not', async () => {
    const line = await house.start(await house.publish())
    const numeric = house.placeOf('numeric')
    await line.answer(numeric, { text: '0' })
    await line.answer(house.placeOf('text_input'), { text: '  ' })
    const { body } = await line.finish()
    expect(body.unanswered).not.toContain(numeric)
    expect(body.unanswered).toContain(house.placeOf('text_input'))
    const { questions } = (await line.results()).body
    const verdict = (kind: string) =>
      questions?.find(({ position }) => position === house.placeOf(kind))?.verdict
    expect([verdict('numeric'), verdict('text_input')]).toEqual(['not_yet', 'not_answered'])
  })
})

describe('a whole quiz', () => {
  test('every right answer gives full marks, the essay waits, and no right answer is shown yet', async () => {
    const line = await house.start(await house.publish())
    for (let place = 1; place <= house.questions.length; place += 1) {
      const { body } = await line.answer(place, house.right(place))
      expect(body.results).toEqual([{ device_seq: place, result: 'accepted' }])
    }
    expect((await line.finish()).body).toMatchObject({ status: 'completed', unanswered: [] })
    const { body } = await line.results()
    const essay = house.placeOf('extended_text')
    expect(body.questions?.map(({ verdict }) => verdict)).toEqual(
      house.questions.map((_, index) => (index + 1 === essay ? 'waiting' : 'correct')),
    )
    expect(body).toMatchObject({ state: 'marks', percentage: 100, marks_state: 'provisional', waiting: 1 })
    expect(body.message).toContain('so far')
    expect(body.questions?.every((question) => !('correct_answer' in question))).toBe(true)
  })

  test('is listed among what is to do, and then among what is done', async () => {
    const assignment_id = await house.publish()
    const find = async () => {
      const body = (await house.students[2]?.call('listMyQuizzes'))?.body
      const place = (list: 'available' | 'completed') =>
        body?.[list].find((quiz) => quiz.assignment_id === assignment_id)
      return { available: place('available'), completed: place('completed') }
    }
    expect((await find()).available).toMatchObject({
      state: 'open',
      quiz_title: 'Parts of a computer',
      classroom_name: '8B',
      question_count: house.questions.length,
      attempts_left: 1,
    })
    const quiz = (await house.teacher.call('getQuiz', { params: { quiz_id: house.quizId } })).body
    expect((await find()).available?.estimated_minutes).toBe(quiz.estimated_minutes)
    expect(quiz.estimated_minutes).toBeGreaterThan(0)
    const line = await house.start(assignment_id, 2)
    expect((await find()).available).toMatchObject({ state: 'running', running_attempt_id: line.attemptId })
    await line.answer(1, house.right(1))
    await line.finish()
    expect((await find()).available).toBeUndefined()
    expect((await find()).completed).toMatchObject({
      state: 'completed',
      attempt_id: line.attemptId,
      attempts_left: 0,
    })
  })
})

describe('a preview', () => {
  test('is a real attempt of the author, in no statistic and announced to nobody', async () => {
    const { status, body } = await house.teacher.call('previewQuiz', {
      params: { quiz_id: house.quizId },
      body: { ...device, settings: { feedback_mode: 'immediate' } },
    })
    expect([status, body.is_preview, body.assignment_id]).toEqual([201, true, null])
    const line = new QuizDevice(house.teacher, body.attempt_id, 'd1', 1)
    await line.answer(1, house.right(1))
    await line.finish()
    expect((await line.results()).body).toMatchObject({ state: 'answers' })
    const announced = await house.test.db
      .selectFrom('outbox')
      .select('id')
      .where('key', '=', house.teacherId)
      .execute()
    expect(announced).toEqual([])
  })
})
