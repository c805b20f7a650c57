import { keyOf } from '@waymark/questions/kinds.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ClassWithQuiz, openClassWithQuiz } from '../../testing/class-with-quiz.ts'

let house: ClassWithQuiz
beforeAll(async () => {
  house = await openClassWithQuiz()
})
afterAll(() => house.test.close())

/** Fields that a student meets while answering; the words of all others tell something of the key. */
const shown = new Set(['id', 'kind', 'preset', 'stem', 'text', 'language', 'input', 'name', 'competency_ids'])

/** Parts are named by ids of six characters, which a student must know. */
const PART_ID = 6

/** Texts of a question that no student may read before the release. */
function hiddenIn(value: unknown, field = ''): string[] {
  if (typeof value === 'string') return shown.has(field) || value.length <= PART_ID ? [] : [value]
  if (typeof value !== 'object' || value === null || shown.has(field)) return []
  return Object.entries(value).flatMap(([name, part]) => hiddenIn(part, Array.isArray(value) ? field : name))
}

/** Names of fields that only authors and markers know. */
const keyFields = [
  'is_correct',
  'fraction',
  'accepted',
  'feedback',
  'misconception_id',
  'score',
  'correct_answer',
]

test('no reply to a student holds a key, feedback, hint or mark before its release', async () => {
  const assignmentId = await house.publish({ marks_release: 'manual', answers_release: 'manual' })
  const [client = expect.unreachable()] = house.students
  const replies: Record<string, string> = {}
  const start = await client.call('startAttempt', {
    params: { assignment_id: assignmentId },
    body: { device_id: 'd1', device_label: '' },
  })
  const line = await house.start(assignmentId)
  const params = { attempt_id: line.attemptId }
  replies.start = start.text
  replies.bundle = (await client.call('getBundle', { params })).text
  replies.save = (await line.answer(house.placeOf('text_input'), { text: 'a keyboard' })).text
  replies.check = (await line.check(house.placeOf('text_input'))).text
  replies.running = (await line.get()).text
  replies.finish = (await line.finish()).text
  await house.test.runUntilQuiet()
  replies.ended = (await line.get()).text
  replies.results = (await line.results()).text
  replies.quizzes = (await client.call('listMyQuizzes')).text
  replies.progress = (
    await client.call('getProgress', { params: { student_id: house.studentIds[0] ?? '' } })
  ).text
  const typedKeys = house.questions
    .filter(({ kind }) => kind === 'text_input' || kind === 'numeric')
    .map((question) => keyOf(question))
  const hidden = [...house.questions.flatMap((question) => hiddenIn(question)), ...typedKeys]
  expect(hidden.length).toBeGreaterThan(40)
  for (const [name, text] of Object.entries(replies)) {
    expect(
      hidden.filter((words) => text.includes(JSON.stringify(words).slice(1, -1))),
      name,
    ).toEqual([])
    expect(
      keyFields.filter((field) => text.includes(`"${field}":`)),
      name,
    ).toEqual([])
  }
})
