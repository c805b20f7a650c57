import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type ClassWithQuiz, openClassWithQuiz } from '../../testing/class-with-quiz.ts'
import type { QuizDevice } from '../../testing/quiz-device.ts'
import { ringBells } from '../marking/ring-bells.ts'

let house: ClassWithQuiz
const opened: ClassWithQuiz[] = []
beforeEach(async () => {
  house = await openClassWithQuiz()
  opened.push(house)
})
afterAll(() => Promise.all(opened.map(({ test }) => test.close())))

const at = (time: string) => house.test.clock.freeze(new Date(`2026-03-02T${time}:00.000Z`))
const until = '2026-03-02T10:45:00Z'
const RAM = { text: 'random access memory' }

const text = () => house.placeOf('text_input')
const attemptOf = (line: QuizDevice) =>
  house.test.db.selectFrom('attempts').selectAll().where('id', '=', line.attemptId).executeTakeFirstOrThrow()

describe('the bell', () => {
  test('whoever never pressed Finish has marks for all saved answers after it, without anybody looking', async () => {
    const line = await house.start(await house.publish({}, { until }))
    await line.answer(text(), RAM)
    at('10:46')
    await ringBells(house.test.context())
    expect(await attemptOf(line)).toMatchObject({ status: 'completed', ended_by: 'bell', score: '1.00' })
    expect((await attemptOf(line)).ended_at).toEqual(new Date(until))
  })

  test('rings by being looked at, so a dead timetable changes nothing', async () => {
    const assignment = await house.publish({}, { until })
    const line = await house.start(assignment)
    await line.answer(text(), RAM)
    at('10:45')
    expect((await line.get()).body).toMatchObject({ status: 'completed', ended_by: 'bell' })
    const other = await house.start(await house.publish({}, { until: '2026-03-02T11:00:00Z' }), 1)
    await other.answer(text(), RAM)
    at('11:30')
    expect((await other.results()).body).toMatchObject({ state: 'answers', ended_by: 'bell' })
  })

  test('what arrives a minute later is kept and changes nothing; nobody acts any more', async () => {
    const line = await house.start(await house.publish({ feedback_mode: 'immediate' }, { until }))
    await line.answer(text(), RAM)
    at('10:46')
    expect((await line.check(text())).body).toMatchObject({ error_code: 'attempt_ended' })
    expect((await line.answer(text(), { text: 'ROM' })).body).toMatchObject({
      status: 'completed',
      results: [{ result: 'late_held' }],
    })
    expect((await line.finish()).body).toMatchObject({ status: 'completed', ended_by: 'bell' })
  })

  test('with nothing saved leaves the attempt abandoned', async () => {
    const line = await house.start(await house.publish({}, { until }))
    at('10:45')
    await ringBells(house.test.context())
    expect(await attemptOf(line)).toMatchObject({ status: 'abandoned', ended_by: 'bell' })
  })

  test('ends the attempt once, however many read it at the same moment', async () => {
    const line = await house.start(await house.publish({}, { until }))
    await line.answer(text(), RAM)
    at('10:45')
    await Promise.all([line.get(), line.get(), ringBells(house.test.context()), line.results()])
    const bells = await house.test.db
      .selectFrom('attempt_events')
      .select('ord')
      .where('attempt_id', '=', line.attemptId)
      .where('type', '=', 'bell')
      .execute()
    expect(bells).toHaveLength(1)
  })
})

describe('changing an assignment', () => {
  const change = (assignment_id: string, body: object, revision = '1') =>
    house.teacher.call('changeAssignment', {
      params: { assignment_id },
      body,
      headers: { 'if-match': `"${revision}"` },
    })

  test('a later end holds at once for who is running; an earlier one shortens nobody', async () => {
    const assignment = await house.publish({}, { until })
    const line = await house.start(assignment)
    expect((await change(assignment, { available_until: '2026-03-02T11:15:00Z' })).status).toBe(200)
    expect((await line.get()).body.deadline_at).toBe('2026-03-02T11:15:00.000Z')
    await change(assignment, { available_until: '2026-03-02T10:10:00Z' }, '2')
    expect((await line.get()).body.deadline_at).toBe('2026-03-02T11:15:00.000Z')
    const second = await house.students[1]?.call('startAttempt', {
      params: { assignment_id: assignment },
      body: { device_id: 'd1', device_label: '' },
    })
    expect(second?.body).toMatchObject({ deadline_at: '2026-03-02T10:10:00.000Z' })
    const { body } = await house.teacher.call('listTimeline', {
      params: { attempt_id: line.attemptId },
      query: { types: 'time_changed' },
    })
    expect(body.items.map(({ text }) => text)).toEqual(['More time was given.'])
  })

  test('one student’s own end reaches the running attempt', async () => {
    const assignment = await house.publish({}, { until })
    const line = await house.start(assignment)
    await house.teacher.call('setOverride', {
      params: { assignment_id: assignment, student_id: house.studentIds[0] ?? '' },
      body: { available_until: '2026-03-02T11:00:00Z' },
    })
    expect((await line.get()).body.deadline_at).toBe('2026-03-02T11:00:00.000Z')
  })

  test('settings hold for attempts begun afterwards', async () => {
    const assignment = await house.publish()
    const before = await house.start(assignment, 0)
    await change(assignment, { settings: { allow_hints: false } })
    const after = await house.start(assignment, 1)
    expect([(await before.get()).body.allow_hints, (await after.get()).body.allow_hints]).toEqual([
      true,
      false,
    ])
  })

  test('a stale change is refused with both texts, and an end before the beginning by name', async () => {
    const assignment = await house.publish()
    await change(assignment, { settings: { max_attempts: 2 } })
    expect((await change(assignment, { settings: { max_attempts: 3 } })).body).toMatchObject({
      error_code: 'edit_conflict',
      details: { revision: 2, yours: { settings: { max_attempts: 3 } } },
    })
    expect((await change(assignment, { available_until: '2026-03-01T10:00:00Z' }, '2')).body).toMatchObject({
      error_code: 'invalid',
      details: { pointer: '/available_until' },
    })
  })
})

describe('publishing', () => {
  test('a quiz with errors answers every finding and publishes nothing', async () => {
    const { body: unit } = await house.teacher.call('createUnit', {
      body: { title: 'Empty', subject: 'Computing', year_group: 8 },
    })
    const { body: quiz } = await house.teacher.call('createQuiz', {
      body: { unit_id: unit.id, title: 'Empty' },
    })
    const { status, body } = await house.teacher.call('publishQuiz', {
      params: { quiz_id: quiz.id },
      body: { classroom_ids: [house.classroomId], available_from: '2026-03-02T09:00:00Z' },
    })
    expect(status).toBe(409)
    expect(body).toMatchObject({
      error_code: 'gate_failed',
      details: { findings: [{ code: 'question_count' }] },
    })
    const { body: list } = await house.teacher.call('listAssignments', { query: { quiz_id: quiz.id } })
    expect(list.items).toEqual([])
  })

  test('one class too many publishes to none', async () => {
    const { status } = await house.teacher.call('publishQuiz', {
      params: { quiz_id: house.quizId },
      body: {
        classroom_ids: [house.classroomId, '01900000-0000-7000-8000-00000000dead'],
        available_from: '2026-03-02T09:00:00Z',
      },
    })
    expect(status).toBe(404)
    const { body } = await house.teacher.call('listAssignments', { query: { quiz_id: house.quizId } })
    expect(body.items).toEqual([])
  })

  test('the same key twice publishes once', async () => {
    const publish = () =>
      house.teacher.call('publishQuiz', {
        params: { quiz_id: house.quizId },
        body: { classroom_ids: [house.classroomId], available_from: '2026-03-02T09:00:00Z' },
        headers: { 'idempotency-key': 'one press' },
      })
    const [first, again] = [await publish(), await publish()]
    expect(again.body).toEqual(first.body)
    const { body } = await house.teacher.call('listAssignments', { query: { quiz_id: house.quizId } })
    expect(body.items).toHaveLength(1)
  })

  test.each([
    { title: 'an end before the beginning', body: { available_until: '2026-03-02T08:00:00Z' } },
    { title: 'a student of no class', body: { student_ids: ['01900000-0000-7000-8000-00000000dead'] } },
    { title: 'a setting nobody knows', body: { settings: { time_limit_minutes: 40 } } },
  ])('$title is refused by name', async ({ body }) => {
    const { status } = await house.teacher.call('publishQuiz', {
      params: { quiz_id: house.quizId },
      body: { classroom_ids: [house.classroomId], available_from: '2026-03-02T09:00:00Z', ...body } as never,
    })
    expect(status).toBe(422)
  })

  test('a version that an attempt holds is frozen: an edit makes the next, and running work stays as begun', async () => {
    const line = await house.start(await house.publish())
    const before = (await line.client.call('getBundle', { params: { attempt_id: line.attemptId } })).text
    const quiz = await house.teacher.call('getQuiz', { params: { quiz_id: house.quizId } })
    const first = quiz.body.questions[0]
    const edited = await house.teacher.call('changeQuestion', {
      params: { question_id: first?.id ?? '' },
      body: { question: { ...(first?.question as object), stem: 'Fill in the two gaps.' } as never },
      headers: { 'if-match': String(first?.revision) },
    })
    expect(edited.status).toBe(200)
    expect((await line.client.call('getBundle', { params: { attempt_id: line.attemptId } })).text).toBe(
      before,
    )
  })
})

describe('releasing', () => {
  const ended = async (settings: object) => {
    const assignment = await house.publish(settings)
    const line = await house.start(assignment)
    await line.answer(text(), RAM)
    await line.finish()
    return { assignment, line }
  }

  test('marks on Friday and answers on Monday: Saturday’s reply has scores and no right answer', async () => {
    const { line } = await ended({
      marks_release: '2026-03-06T08:00:00Z',
      answers_release: '2026-03-09T08:00:00Z',
    })
    const waiting = await line.results()
    expect(waiting.body).toMatchObject({ state: 'waiting', marks_at: '2026-03-06T08:00:00.000Z' })
    expect(waiting.body).not.toHaveProperty('questions')
    house.test.clock.freeze(new Date('2026-03-07T10:00:00Z'))
    const saturday = await line.results()
    expect(saturday.body).toMatchObject({ state: 'marks', answers_at: '2026-03-09T08:00:00.000Z', score: 1 })
    expect(saturday.text).not.toContain('correct_answer')
    house.test.clock.freeze(new Date('2026-03-09T10:00:00Z'))
    const { questions } = (await line.results()).body
    expect(questions?.every(({ correct_answer }) => typeof correct_answer === 'string')).toBe(true)
  })

  test('by hand: marks, then answers, each at one press', async () => {
    const { assignment, line } = await ended({ marks_release: 'manual', answers_release: 'manual' })
    const release = (what: 'marks' | 'answers') =>
      house.teacher.call('releaseResults', { params: { assignment_id: assignment }, body: { what } })
    expect((await line.results()).body).toMatchObject({ state: 'waiting', marks_at: null })
    await release('marks')
    expect((await line.results()).body).toMatchObject({ state: 'marks', answers_at: null })
    await release('answers')
    await release('answers')
    expect((await line.results()).body.state).toBe('answers')
    const { body } = await house.teacher.call('listTimeline', {
      params: { attempt_id: line.attemptId },
      query: { types: 'released' },
    })
    expect(body.items.map(({ text }) => text)).toEqual([
      'The marks were shown.',
      'The right answers were shown.',
    ])
  })

  test('when all have closed: a student with a later end of their own holds the answers back', async () => {
    const assignment = await house.publish({}, { until })
    const line = await house.start(assignment)
    await line.answer(text(), RAM)
    await line.finish()
    await house.teacher.call('setOverride', {
      params: { assignment_id: assignment, student_id: house.studentIds[1] ?? '' },
      body: { available_until: '2026-03-02T11:30:00Z' },
    })
    at('11:00')
    expect((await line.results()).body).toMatchObject({
      state: 'marks',
      answers_at: '2026-03-02T11:30:00.000Z',
    })
    const told = async () => {
      const given = await house.teacher.call('getAssignment', { params: { assignment_id: assignment } })
      const { available, completed } = (await line.client.call('listMyQuizzes')).body
      const mine = [...available, ...completed].find(({ assignment_id }) => assignment_id === assignment)
      expect(mine?.release).toEqual(given.body.release)
      return given.body.release
    }
    const answers = { at: '2026-03-02T11:30:00.000Z' }
    const marks = { when: 'on_finish', at: null }
    expect(await told()).toEqual({ marks, answers: { ...answers, when: 'from' } })
    at('11:30')
    expect((await line.results()).body.state).toBe('answers')
    expect(await told()).toEqual({ marks, answers: { ...answers, when: 'since' } })
  })
})
