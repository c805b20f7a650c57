import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClassWithQuiz, openClassWithQuiz } from '../../testing/class-with-quiz.ts'
import { QuizDevice } from '../../testing/quiz-device.ts'
import { findAttempt } from '../store/attempts.ts'
import { findDifferences } from './rebuild-attempt.ts'

let house: ClassWithQuiz
beforeAll(async () => {
  house = await openClassWithQuiz()
})
afterAll(() => house.test.close())

const differences = (attemptId: string) =>
  house.test.db.transaction().execute(async (tx) => {
    const attempt = await findAttempt(tx, attemptId)
    return attempt ? findDifferences(tx, attempt) : ['no attempt']
  })

const texts = ['random access memory', 'memory', 'ROM', 'keyboard', '', '  ']

/** What a student and two devices may do, in any order. */
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      text: fc.constantFrom(...texts),
      on: fc.constantFrom('d1', 'd2'),
      hold: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('deliver', 'claim', 'check', 'hint', 'show', 'flag', 'bad', 'finish', 'decide'),
      on: fc.constantFrom('d1', 'd2'),
    }),
  },
)

async function play(
  steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[],
): Promise<string> {
  const text = house.placeOf('text_input')
  const essay = house.placeOf('extended_text')
  const first = await house.start(
    await house.publish({ feedback_mode: 'immediate', max_question_retries: 2 }),
  )
  const lines = { d1: first, d2: new QuizDevice(first.client, first.attemptId, 'd2', 0) }
  const held: { line: QuizDevice; event: Record<string, unknown> }[] = []
  const at = (position: number) => ({ params: { attempt_id: first.attemptId, position } })
  for (const one of steps) {
    const line = lines[one.on as 'd1' | 'd2']
    if (one.do === 'answer') {
      const event = line.event({ position: text, payload: { text: one.text } })
      if (one.hold) held.push({ line, event })
      else await line.send([event])
      if (one.text === 'ROM') await line.answer(essay, { text: 'A drive keeps what RAM forgets.' })
    } else if (one.do === 'deliver')
      for (const { line: from, event } of held.splice(0).reverse()) await from.send([event])
    else if (one.do === 'claim') {
      const { body } = await line.client.call('claimAttempt', {
        params: { attempt_id: first.attemptId },
        body: { device_id: line.deviceId, device_label: '' },
      })
      line.epoch = body.writer?.epoch ?? line.epoch
    } else if (one.do === 'check') await line.check(text)
    else if (one.do === 'hint') await line.client.call('showHint', { ...at(text), body: line.writer })
    else if (one.do === 'show') await line.client.call('showAnswer', { ...at(text), body: line.writer })
    else if (one.do === 'flag')
      await line.save({ type: 'flagged', position: text, payload: { flagged: true } })
    else if (one.do === 'bad') await line.save({ position: text, payload: { points: 1 } })
    else if (one.do === 'finish') await line.finish()
    else await decideAll()
  }
  return first.attemptId
}

async function decideAll(): Promise<void> {
  const { body } = await house.teacher.call('listMarkingQueue')
  for (const item of body.items) {
    if (item.scheme.mode !== 'mark_scheme') continue
    const awarded = Object.fromEntries(item.scheme.parts.map(({ id }, index) => [id, index % 2]))
    await house.teacher.call('decideMark', {
      params: { mark_id: item.mark_id },
      body: { awarded, feedback: '' },
    })
  }
}

describe('rebuilding an attempt from its events', () => {
  test('gives the stored responses and marks, whatever was done in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        expect(await differences(await play(steps))).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test('names the response and the mark that somebody altered in the database', async () => {
    const line = await house.start(await house.publish(), 1)
    const place = house.placeOf('text_input')
    await line.answer(place, { text: 'memory' })
    await line.finish()
    await house.test.db
      .updateTable('responses')
      .set({ answer: '{"text":"random access memory"}' })
      .where('attempt_id', '=', line.attemptId)
      .where('position', '=', place)
      .execute()
    await house.test.db
      .updateTable('marks')
      .set({ fraction: '1', score: '1' })
      .where('attempt_id', '=', line.attemptId)
      .where('position', '=', place)
      .execute()
    expect(await differences(line.attemptId)).toEqual([`response ${place}`, expect.stringMatching(/^mark /)])
  })
})
