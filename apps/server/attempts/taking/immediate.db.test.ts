import type { SettingsChange } from '@waymark/contract/attempts/assignments.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClassWithQuiz, openClassWithQuiz } from '../../testing/class-with-quiz.ts'
import type { QuizDevice } from '../../testing/quiz-device.ts'
import { responseMarked } from '../events.ts'

let house: ClassWithQuiz
let text: number
beforeAll(async () => {
  house = await openClassWithQuiz()
  text = house.placeOf('text_input')
})
afterAll(() => house.test.close())

const RIGHT = { text: 'random access memory' }
const HALF = { text: 'memory' }
const NONE = { text: 'keyboard' }

const begin = async (settings: SettingsChange = {}): Promise<QuizDevice> =>
  house.start(await house.publish({ feedback_mode: 'immediate', ...settings }))

const ask = <O extends 'showAnswer' | 'showHint' | 'showScaffold'>(line: QuizDevice, operation: O) =>
  line.client.call(operation, {
    params: { attempt_id: line.attemptId, position: text },
    body: line.writer,
  } as never)

async function tryAnswer(line: QuizDevice, payload: unknown) {
  await line.answer(text, payload)
  return (await line.check(text)).body
}

const markOf = async (line: QuizDevice, position = text) =>
  (await line.results()).body.questions?.find((question) => question.position === position)

describe('feedback at once', () => {
  test('says how right an answer is and how many tries are left; the right answer only when it is right', async () => {
    const line = await begin({ max_question_retries: 2 })
    const first = await tryAnswer(line, NONE)
    expect(first).toMatchObject({ verdict: 'not_yet', score: 0, max_score: 1, try_no: 1, tries_left: 2 })
    expect(first).not.toHaveProperty('correct_answer')
    expect(await tryAnswer(line, HALF)).toMatchObject({ verdict: 'partly', score: 0.5, tries_left: 1 })
    const right = await tryAnswer(line, RIGHT)
    expect(right).toMatchObject({ verdict: 'correct', score: 1, tries_left: 0 })
    expect(right.correct_answer).toContain('random access memory')
  })

  test('the same answer again gives the same reply and uses no try', async () => {
    const line = await begin()
    const first = await tryAnswer(line, NONE)
    expect((await line.check(text)).body).toEqual(first)
  })

  test('what only the end marked is shown after its release, with its right answer after theirs', async () => {
    const assignmentId = await house.publish({
      feedback_mode: 'immediate',
      allow_question_retry: false,
      marks_release: 'manual',
      answers_release: 'manual',
    })
    const line = await house.start(assignmentId)
    await line.answer(text, NONE)
    await line.finish()
    const checkShown = async () =>
      (await line.get()).body.questions.find(({ position }) => position === text)?.check
    const release = (what: 'marks' | 'answers') =>
      house.teacher.call('releaseResults', { params: { assignment_id: assignmentId }, body: { what } })
    expect(await checkShown()).toBeNull()
    await release('marks')
    expect(await checkShown()).toBeNull()
    await release('answers')
    expect(await checkShown()).toMatchObject({ score: 0, correct_answer: expect.any(String) })
  })

  test('when the tries are used up the right answer shows, and a further answer counts no more', async () => {
    const line = await begin({ max_question_retries: 1 })
    await tryAnswer(line, NONE)
    expect(await tryAnswer(line, HALF)).toMatchObject({ tries_left: 0, correct_answer: expect.any(String) })
    await line.answer(text, RIGHT)
    expect((await line.check(text)).body).toMatchObject({
      error_code: 'wrong_state',
      details: { reason: 'settled' },
    })
    await line.finish()
    expect(await markOf(line)).toMatchObject({ score: 0.5, own_answer: HALF })
  })

  test('the best check before the answer was shown is the score', async () => {
    const line = await begin()
    await tryAnswer(line, HALF)
    await tryAnswer(line, NONE)
    expect((await ask(line, 'showAnswer')).body.correct_answer).toContain('random access memory')
    await line.answer(text, RIGHT)
    expect((await line.check(text)).body).toMatchObject({ details: { reason: 'settled' } })
    await line.finish()
    expect(await markOf(line)).toMatchObject({ score: 0.5, verdict: 'partly', own_answer: HALF })
  })

  test('what is saved when the answer is shown is checked first; what comes after counts for nothing', async () => {
    const saved = await begin()
    await saved.answer(text, HALF)
    await ask(saved, 'showAnswer')
    await saved.finish()
    expect(await markOf(saved)).toMatchObject({ score: 0.5 })

    const nothing = await house.start(await house.publish({ feedback_mode: 'immediate' }), 1)
    await ask(nothing, 'showAnswer')
    await nothing.answer(text, RIGHT)
    await nothing.finish()
    expect(await markOf(nothing)).toMatchObject({ score: 0, verdict: 'not_answered' })
  })

  test('an answer that was saved and never checked is marked at the end', async () => {
    const line = await begin()
    await tryAnswer(line, NONE)
    await line.answer(text, RIGHT)
    await line.finish()
    expect(await markOf(line)).toMatchObject({ score: 1, verdict: 'correct' })
  })

  test('an essay, an empty answer and a deferred quiz have nothing to check', async () => {
    const line = await begin()
    const essay = house.placeOf('extended_text')
    await line.answer(essay, house.right(essay))
    expect((await line.check(essay)).body).toMatchObject({ details: { reason: 'marked_by_teacher' } })
    expect((await line.check(text)).body).toMatchObject({ details: { reason: 'not_answered' } })
    expect((await line.check(99)).status).toBe(404)
    const deferred = await house.start(await house.publish())
    await deferred.answer(text, RIGHT)
    expect((await deferred.check(text)).body).toMatchObject({ details: { reason: 'feedback_at_the_end' } })
    expect((await ask(deferred, 'showAnswer')).status).toBe(409)
  })

  test('each check is announced once, with its number, and not again at the end', async () => {
    const line = await begin()
    await tryAnswer(line, NONE)
    await ask(line, 'showHint')
    await tryAnswer(line, RIGHT)
    await line.finish()
    const announced = await house.test.db
      .selectFrom('outbox')
      .select(['topic', 'payload'])
      .where('key', '=', house.studentIds[0] ?? '')
      .orderBy('id')
      .execute()
    const marks = announced
      .filter(({ topic }) => topic === 'response.marked')
      .map(({ payload }) => responseMarked.payload.parse(payload))
      .filter(({ attempt_id }) => attempt_id === line.attemptId)
    expect(marks.map((mark) => [mark.try_no, mark.score, mark.hints_used])).toEqual([
      [1, 0, 0],
      [2, 1, 1],
    ])
  })

  test('the state comes back after a reload: last check, hint shown, tries left', async () => {
    const line = await begin()
    await tryAnswer(line, NONE)
    await ask(line, 'showHint')
    const question = (await line.get()).body.questions.find(({ position }) => position === text)
    expect(question).toMatchObject({ check: { verdict: 'not_yet', tries_left: 3 }, hint: expect.any(String) })
    expect(question?.shown_answer).toBeNull()
  })
})

describe('hints', () => {
  test('never lower a mark: the same answers with and without give the same scores', async () => {
    const assignment = await house.publish()
    const plain = await house.start(assignment, 0)
    const helped = await house.start(assignment, 1)
    expect((await ask(helped, 'showHint')).body.hint).toContain('any place')
    expect((await ask(helped, 'showHint')).status).toBe(200)
    for (const line of [plain, helped])
      for (const [place, answer] of [
        [text, HALF],
        [house.placeOf('numeric'), { text: '1500' }],
      ] as const)
        await line.answer(place, answer)
    await plain.finish()
    await helped.finish()
    const scores = async (line: QuizDevice) =>
      (await line.results()).body.questions?.map(({ score }) => score)
    expect(await scores(helped)).toEqual(await scores(plain))
  })

  test('are refused where the teacher switched them off, and are not offered in the bundle', async () => {
    const line = await house.start(await house.publish({ allow_hints: false }))
    expect((await ask(line, 'showHint')).body).toMatchObject({ details: { reason: 'no_hints_here' } })
    const { body } = await line.client.call('getBundle', { params: { attempt_id: line.attemptId } })
    expect(body.questions.some((question) => question.hint_available)).toBe(false)
  })

  test('a question without a guided version says so', async () => {
    const line = await begin()
    expect((await ask(line, 'showScaffold')).body).toMatchObject({ details: { reason: 'no_scaffold' } })
  })
})
