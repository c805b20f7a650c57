import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClassWithQuiz, openClassWithQuiz } from '../../testing/class-with-quiz.ts'
import type { QuizDevice } from '../../testing/quiz-device.ts'
import { attemptCompleted, markChanged, responseMarked } from '../events.ts'
import { explainMark, listMarkExcerpts } from '../explain.ts'

let house: ClassWithQuiz
let essay: number
beforeAll(async () => {
  house = await openClassWithQuiz()
  essay = house.placeOf('extended_text')
})
afterAll(() => house.test.close())

const ESSAY = 'RAM is fast and forgets. A drive is slow and keeps. So a computer has both of them.'

async function handIn(student = 0): Promise<{ line: QuizDevice; assignment: string; markId: string }> {
  const assignment = await house.publish()
  const line = await house.start(assignment, student)
  await line.answer(essay, { text: ESSAY })
  await line.save({ type: 'question_shown', position: 1, payload: {} })
  await line.answer(1, house.right(1))
  await line.finish()
  const { questions } = (await line.results()).body
  return { line, assignment, markId: questions?.find(({ position }) => position === essay)?.mark_id ?? '' }
}

const queue = async (assignment_id: string) =>
  house.teacher.call('listMarkingQueue', { query: { assignment_id } })
const decide = (mark_id: string, awarded: Record<string, number>, feedback = '') =>
  house.teacher.call('decideMark', { params: { mark_id }, body: { awarded, feedback } })

async function awardsOf(
  assignment: string,
  points: (most: number) => number,
): Promise<Record<string, number>> {
  const { body } = await queue(assignment)
  const scheme = body.items[0]?.scheme
  if (scheme?.mode !== 'mark_scheme') throw new Error('the example has a mark scheme')
  return Object.fromEntries(scheme.parts.map((part) => [part.id, points(part.points)]))
}

const announced = async (attemptId: string) =>
  (await house.test.db.selectFrom('outbox').select(['topic', 'payload']).orderBy('id').execute()).filter(
    ({ payload }) => (payload as { attempt_id?: string }).attempt_id === attemptId,
  )

describe('the marking queue', () => {
  test('holds the answer and the scheme, and no name and no id of the student', async () => {
    const { assignment, markId } = await handIn()
    const { body, text } = await queue(assignment)
    expect(body.items).toHaveLength(1)
    expect(body.items[0]).toMatchObject({
      mark_id: markId,
      answer_text: ESSAY,
      words: 18,
      quiz_title: 'Parts of a computer',
      classroom_name: '8B',
      scheme: { mode: 'mark_scheme', points_available: 6 },
    })
    expect(text).not.toContain('Ada')
    expect(text).not.toContain(house.studentIds[0])
  })

  test('pages without losing or doubling an answer', async () => {
    const assignment = await house.publish()
    for (const student of [0, 1, 2]) {
      const line = await house.start(assignment, student)
      await line.answer(essay, { text: `${ESSAY} ${student % 2}` })
      await line.finish()
    }
    const seen: string[] = []
    const read = async (cursor: string | null): Promise<void> => {
      const { body } = await house.teacher.call('listMarkingQueue', {
        query: { assignment_id: assignment, limit: 1, ...(cursor ? { cursor } : {}) },
      })
      seen.push(...body.items.map(({ answer_text }) => answer_text.slice(-1)))
      if (body.next_cursor) await read(body.next_cursor)
    }
    await read(null)
    expect(seen.toSorted()).toEqual(['0', '0', '1'])
    expect(seen.join('')).toMatch(/^(001|100)$/)
    const broken = await house.teacher.call('listMarkingQueue', { query: { cursor: 'bm90IGEgY3Vyc29y' } })
    expect(broken.status).toBe(410)
  })
})

describe('deciding a mark', () => {
  test('gives the points, settles the attempt, tells the student, and leaves the queue', async () => {
    const { line, assignment, markId } = await handIn()
    const { status, body } = await decide(markId, await awardsOf(assignment, (most) => most), 'Well argued.')
    expect(status).toBe(200)
    expect(body).toMatchObject({ supersedes: markId, score: 4, max_score: 4, outcome: 'correct', waiting: 0 })
    const results = (await line.results()).body
    expect(results).toMatchObject({ marks_state: 'final', waiting: 0 })
    const marked = results.questions?.find(({ position }) => position === essay)
    expect(marked).toMatchObject({ verdict: 'correct', score: 4, marker: 'human', mark_id: body.mark_id })
    expect(marked?.feedback[0]).toBe('Well argued.')
    expect((await queue(assignment)).body.items).toEqual([])
  })

  test('a later decision takes the place of the earlier one; neither is lost', async () => {
    const { line, assignment, markId } = await handIn()
    const none = await awardsOf(assignment, () => 0)
    const first = (await decide(markId, none)).body
    const full = Object.fromEntries(Object.keys(none).map((id, index) => [id, index === 0 ? 1 : 0]))
    const second = (await decide(first.mark_id, full)).body
    expect([first.score, second.score]).toEqual([0, 0.67])
    expect((await decide(markId, none)).body).toMatchObject({ error_code: 'wrong_state' })
    const facts = await house.test.db.transaction().execute((tx) => explainMark(tx, first.mark_id))
    expect(facts).toMatchObject({
      status: 'superseded',
      superseded_by: second.mark_id,
      superseded_reason: 'remarked',
      answer_text: ESSAY,
      marked_by: 'Jane Doe',
      student_id: house.studentIds[0],
    })
    expect(facts?.history.map(({ mark_id }) => mark_id)).toEqual(
      expect.arrayContaining([markId, second.mark_id]),
    )
    const topics = (await announced(line.attemptId)).map(({ topic }) => topic)
    expect(topics).toEqual([
      'response.marked',
      'attempt.completed',
      'response.marked',
      'mark.changed',
      'response.marked',
    ])
    const changed = (await announced(line.attemptId)).find(({ topic }) => topic === 'mark.changed')
    expect(markChanged.payload.parse(changed?.payload)).toMatchObject({
      mark_id: first.mark_id,
      new_mark_id: second.mark_id,
      reason: 'remarked',
    })
  })

  test('a missing or impossible award is refused by name and changes nothing', async () => {
    const { assignment, markId } = await handIn()
    const right = await awardsOf(assignment, () => 1)
    const [first = ''] = Object.keys(right)
    for (const awarded of [{}, { ...right, [first]: 99 }, { ...right, zzzzzz: 1 }]) {
      const { status, body } = await decide(markId, awarded)
      expect([status, (body as never as { error_code: string }).error_code]).toEqual([422, 'invalid'])
    }
    expect((await queue(assignment)).body.items).toHaveLength(1)
  })

  test('a mark made by rule is no teacher’s, and another school’s is not there', async () => {
    const { line } = await handIn()
    const byRule =
      (await line.results()).body.questions?.find(({ position }) => position === 1)?.mark_id ?? ''
    expect((await decide(byRule, {})).body).toMatchObject({ details: { reason: 'not_for_a_teacher' } })
    const other = house.test.as({
      userId: '01900000-0000-7000-8000-000000000001',
      schoolId: '01900000-0000-7000-8000-000000000002',
      role: 'teacher',
    })
    const foreign = await other.call('decideMark', { params: { mark_id: byRule }, body: { awarded: {} } })
    expect(foreign.status).toBe(404)
  })
})

describe('what is announced', () => {
  test('one mark per answer given, and the end of the attempt; nothing for what was left empty', async () => {
    const { line } = await handIn(1)
    const rows = await announced(line.attemptId)
    const marks = rows.filter(({ topic }) => topic === 'response.marked')
    expect(marks).toHaveLength(1)
    expect(responseMarked.payload.parse(marks[0]?.payload)).toMatchObject({
      student_id: house.studentIds[1],
      position: 1,
      try_no: 1,
      fraction: '1',
      hints_used: 0,
      revealed: false,
      marker: 'rule',
      duration_seconds: 5,
      competencies: [{ weight: 1 }],
    })
    const end = rows.find(({ topic }) => topic === 'attempt.completed')
    expect(attemptCompleted.payload.parse(end?.payload)).toMatchObject({
      questions_total: house.questions.length,
      questions_answered: 2,
      questions_correct: 1,
      waiting: 1,
    })
    expect(JSON.stringify(rows)).not.toContain(ESSAY.slice(0, 10))
  })

  test('the words of the answer are asked for at this room’s door', async () => {
    const { line, markId } = await handIn(2)
    const excerpts = await house.test.db
      .transaction()
      .execute((tx) => listMarkExcerpts(tx, [{ mark_id: markId, attempt_id: line.attemptId }], 10))
    expect(excerpts.get(markId)).toBe(ESSAY.slice(0, 10))
  })
})
