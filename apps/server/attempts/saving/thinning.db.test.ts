import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ClassWithQuiz, openClassWithQuiz } from '../../testing/class-with-quiz.ts'
import { findDifferences } from '../marking/rebuild-attempt.ts'
import { findAttempt } from '../store/attempts.ts'
import { thinEvents } from './thin-events.ts'

let house: ClassWithQuiz
beforeAll(async () => {
  house = await openClassWithQuiz()
})
afterAll(() => house.test.close())

test('a crowded attempt is thinned: the answer, the rebuild and the device’s line stay whole, nothing is refused', async () => {
  const line = await house.start(await house.publish())
  const text = house.placeOf('text_input')
  const events = Array.from({ length: 40 }, (_, index) =>
    line.event({ position: text, payload: { text: `memory ${index}` } }),
  )
  await line.send(events)
  const { db } = house.test
  await db
    .updateTable('attempts')
    .set({ kept_event_count: 20_001 })
    .where('id', '=', line.attemptId)
    .execute()
  await thinEvents(house.test.context())
  const left = await db
    .selectFrom('attempt_events')
    .select('device_seq')
    .where('attempt_id', '=', line.attemptId)
    .where('device_id', '=', 'd1')
    .orderBy('device_seq')
    .execute()
  expect(left.map(({ device_seq }) => device_seq)).toEqual([1, 40])
  const again = await line.send(events.slice(10, 12))
  expect(again.body).toMatchObject({
    accepted_through: 40,
    results: [{ result: 'repeat' }, { result: 'repeat' }],
  })
  expect((await line.answer(text, { text: 'memory' })).body).toMatchObject({ accepted_through: 41 })
  await line.finish()
  const found = await db.transaction().execute(async (tx) => {
    const attempt = await findAttempt(tx, line.attemptId)
    return attempt ? findDifferences(tx, attempt) : ['no attempt']
  })
  expect(found).toEqual([])
})
