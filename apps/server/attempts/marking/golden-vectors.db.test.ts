import { listKinds } from '@waymark/questions/kinds.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClassWithQuiz, openClassWithQuiz } from '../../testing/class-with-quiz.ts'
import { QuizDevice } from '../../testing/quiz-device.ts'
import { type GoldenQuestion, ruleMarked, teacherMarked } from '../testing/golden-vectors.ts'

let house: ClassWithQuiz
beforeAll(async () => {
  house = await openClassWithQuiz()
})
afterAll(() => house.test.close())

interface StoredQuestion {
  id: string
  revision: number
  content: unknown
}

/** A quiz of these questions, and the questions as the library holds them: with ids of its own. */
async function author(golden: readonly GoldenQuestion[]) {
  const { body: first } = await house.teacher.call('getQuiz', { params: { quiz_id: house.quizId } })
  const objective = house.questions[0]?.competency_ids[0] ?? ''
  const made = await house.teacher.call('createQuiz', {
    body: { unit_id: first.unit_id, title: 'Golden vectors', objective_ids: [objective] },
  })
  const params = { quiz_id: made.body.id }
  for (const { name, kind, preset, points = 1, content } of golden) {
    const example = listKinds().find((one) => one.code === kind)?.example
    const question = {
      ...example,
      kind,
      preset: preset ?? null,
      points,
      stem: `Vectors of ${name}.`,
      content,
      competency_ids: [objective],
    }
    const added = await house.teacher.call('addQuestion', { params, body: { question } })
    expect(added.status, `${name}: ${added.text}`).toBe(201)
  }
  const { body } = await house.teacher.call('getQuiz', { params })
  const stored = body.questions.map(({ id, revision, question }): StoredQuestion => {
    return { id, revision, content: (question as { content: unknown }).content }
  })
  return { quizId: made.body.id, stored }
}

/** Which id of the library stands for which id of the author: both contents are one tree with the same places. */
function namesIn(given: unknown, stored: unknown, names = new Map<string, string>()): Map<string, string> {
  if (typeof given !== 'object' || typeof stored !== 'object' || !given || !stored) return names
  for (const [field, value] of Object.entries(given)) {
    const other: unknown = (stored as Record<string, unknown>)[field]
    if (field === 'id' && typeof value === 'string' && typeof other === 'string') names.set(value, other)
    namesIn(value, other, names)
  }
  return names
}

/** An answer in the library's ids. */
function rename(answer: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof answer === 'string') return names.get(answer) ?? answer
  if (Array.isArray(answer)) return answer.map((one) => rename(one, names))
  if (typeof answer !== 'object' || answer === null) return answer
  const fields = Object.entries(answer).map(([field, value]) => [
    names.get(field) ?? field,
    rename(value, names),
  ])
  return Object.fromEntries(fields)
}

const answerTo = (golden: GoldenQuestion, at: number, stored: StoredQuestion | undefined) =>
  rename(golden.answers[at]?.[0], namesIn(golden.content, stored?.content))

describe('every golden vector gives exactly its fraction through the API', () => {
  let quiz: Awaited<ReturnType<typeof author>>
  beforeAll(async () => {
    quiz = await author(ruleMarked)
  })

  const rounds = Math.max(...ruleMarked.map(({ answers }) => answers.length))
  test.each(Array.from({ length: rounds }, (_, round) => [round]))(
    'answer %i of each question',
    async (round) => {
      const device = { device_id: `d${round}`, device_label: 'Chromebook' }
      const begun = await house.teacher.call('previewQuiz', {
        params: { quiz_id: quiz.quizId },
        body: device,
      })
      const { attempt_id, writer } = begun.body
      const line = new QuizDevice(house.teacher, attempt_id, device.device_id, writer.epoch)
      const refused = new Map<number, string>()
      for (const [at, golden] of ruleMarked.entries()) {
        if (round >= golden.answers.length) continue
        const saved = await line.answer(at + 1, answerTo(golden, round, quiz.stored[at]))
        const [result] = saved.body.results
        if (result?.result === 'invalid') refused.set(at + 1, result.reason ?? '')
      }
      expect((await line.finish()).status).toBe(200)
      const { questions = [] } = (await line.results()).body
      const results = ruleMarked.map(({ name, answers }, at) => {
        const mark = questions.find(({ position }) => position === at + 1)
        const plain = mark?.verdict === 'not_answered' ? 'not_answered' : mark?.fraction
        return round < answers.length ? [name, refused.get(at + 1) ?? plain] : [name, undefined]
      })
      expect(results).toEqual(ruleMarked.map(({ name, answers }) => [name, answers[round]?.[1]]))
    },
  )
})

test('the points and levels that a teacher awards give exactly their fraction and score', async () => {
  const { quizId, stored } = await author(teacherMarked)
  for (const { id, revision } of stored) {
    const headers = { 'if-match': String(revision) }
    const approved = await house.teacher.call('approveQuestion', { params: { question_id: id }, headers })
    expect(approved.status, approved.text).toBe(200)
  }
  const published = await house.teacher.call('publishQuiz', {
    params: { quiz_id: quizId },
    body: {
      classroom_ids: [house.classroomId],
      available_from: '2026-03-02T09:00:00Z',
      available_until: null,
    },
  })
  const line = await house.start(published.body.assignments?.[0]?.assignment_id ?? '')
  for (const place of stored.keys()) await line.answer(place + 1, { text: 'RAM forgets. A drive keeps.' })
  await line.finish()
  for (const [at, golden] of teacherMarked.entries()) {
    for (const [nth, [, fraction]] of golden.answers.entries()) {
      const before = (await line.results()).body.questions?.[at]
      const awarded = answerTo(golden, nth, stored[at]) as Record<string, number>
      const params = { mark_id: before?.mark_id ?? '' }
      const decided = await house.teacher.call('decideMark', { params, body: { awarded } })
      expect(decided.status, decided.text).toBe(200)
      const after = (await line.results()).body.questions?.[at]
      expect([golden.name, after?.fraction, after?.score]).toEqual([golden.name, fraction, golden.score[nth]])
    }
  }
})
