import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ClassWithQuiz, openClassWithQuiz } from '../../testing/class-with-quiz.ts'
import { QuizDevice } from '../../testing/quiz-device.ts'

let house: ClassWithQuiz
let line: QuizDevice
let choice: number
let text: number

beforeAll(async () => {
  house = await openClassWithQuiz()
  choice = house.placeOf('multiple_choice')
  text = house.placeOf('text_input')
})
afterAll(() => house.test.close())
beforeEach(async () => {
  line = await house.start(await house.publish())
})

const answerAt = async (position: number, of = line) =>
  (await of.get()).body.questions.find((question) => question.position === position)

const RAM = { text: 'RAM' }
const ROM = { text: 'ROM' }
const memory = { text: 'memory' }

describe('saving events', () => {
  test('an acknowledged answer is there, and a repeat of it changes nothing', async () => {
    const event = line.event({ position: text, payload: RAM })
    const first = await line.send([event])
    expect(first.body).toMatchObject({
      accepted_through: 1,
      missing: [],
      results: [{ device_seq: 1, result: 'accepted' }],
      writer_epoch: 1,
      status: 'in_progress',
    })
    const again = await line.send([event])
    expect(again.body.results).toEqual([{ device_seq: 1, result: 'repeat' }])
    expect(await answerAt(text)).toMatchObject({ answer: RAM, answered: true, device_seq: 1 })
  })

  test('a gap blocks nothing; it is named, and closes when it is filled', async () => {
    const events = [RAM, ROM, memory, RAM].map((payload) => line.event({ position: text, payload }))
    const [one, two, three, four] = events as [object, object, object, object] as Record<string, unknown>[]
    const { body: beyond } = await line.send([one, four] as Record<string, unknown>[])
    expect(beyond).toMatchObject({ accepted_through: 1, missing: [[2, 3]] })
    const { body: filled } = await line.send([three, two] as Record<string, unknown>[])
    expect(filled).toMatchObject({ accepted_through: 4, missing: [] })
    expect(filled.results.map(({ result }) => result)).toEqual(['superseded', 'superseded'])
    expect(await answerAt(text)).toMatchObject({ answer: RAM, device_seq: 4, conflict: null })
  })

  test.each([
    { title: 'an unknown question', but: { position: 99 }, reason: 'unknown_question' },
    { title: 'no question', but: { position: null }, reason: 'unknown_question' },
    { title: 'a foreign option', but: { payload: { selected_option: 'zzzzzz' } }, reason: 'unknown_id' },
    {
      title: 'points in the answer',
      but: { payload: { selected_option: 'x', score: 1 } },
      reason: 'answer_invalid',
    },
    { title: 'points in the event', but: { score: 1 }, reason: 'shape:unknown_field' },
    { title: 'an unknown type', but: { type: 'answer_checked' }, reason: 'shape:type' },
    { title: 'a field of another type', but: { mono_ms: 'soon' }, reason: 'shape:mono_ms' },
    { title: 'an epoch that is not the device’s', but: { writer_epoch: 7 }, reason: 'not_writer' },
    {
      title: 'a payload above 64 KB',
      but: { payload: { text: 'x'.repeat(70_000) } },
      reason: 'payload_too_large',
    },
    { title: 'an infinite epoch', but: { writer_epoch: Number('1e999') }, reason: 'shape:writer_epoch' },
  ])(
    'a batch with one bad event ($title) keeps it as invalid and saves the others',
    async ({ but, reason }) => {
      const bad = line.event({ position: choice, but })
      const good = line.event({ position: text, payload: RAM })
      const { status, body } = await line.send([bad, good])
      expect(status).toBe(200)
      expect(body.results).toEqual([
        { device_seq: 1, result: 'invalid', reason },
        { device_seq: 2, result: 'accepted' },
      ])
      expect(body.accepted_through).toBe(2)
      expect(await answerAt(choice)).toMatchObject({ answer: null, answered: false })
      expect(await answerAt(text)).toMatchObject({ answer: RAM })
    },
  )

  test('an event without a number is kept too, and answered in its place', async () => {
    const bad = line.event({ position: text, payload: RAM, but: { device_seq: 'one' } })
    const { body } = await line.send([bad])
    expect(body.results).toEqual([{ device_seq: null, result: 'invalid', reason: 'shape:device_seq' }])
    const stored = await house.test.db
      .selectFrom('attempt_events')
      .select(['device_id', 'result'])
      .where('attempt_id', '=', line.attemptId)
      .where('result', '=', 'invalid')
      .execute()
    expect(stored).toEqual([{ device_id: 'unnumbered:d1', result: 'invalid' }])
  })

  test('the earlier answer stands when the next one is invalid', async () => {
    await line.answer(text, RAM)
    await line.answer(text, { text: 7 })
    expect(await answerAt(text)).toMatchObject({ answer: RAM })
  })

  test('the same number with another content is refused by name, and both are kept', async () => {
    await line.answer(text, RAM)
    const other = new QuizDevice(line.client, line.attemptId, 'd1', 1)
    const clash = other.event({ position: text, payload: ROM })
    const next = other.event({ position: choice, payload: house.right(choice) })
    const { status, body } = await other.send([clash, next])
    expect(status).toBe(409)
    expect(body).toMatchObject({
      error_code: 'sequence_reused',
      details: { device_seqs: [1], accepted_through: 2 },
    })
    expect((await other.send([clash])).status).toBe(409)
    expect(await answerAt(text)).toMatchObject({ answer: RAM })
    expect(await answerAt(choice)).toMatchObject({ answered: true })
    const kept = await house.test.db
      .selectFrom('attempt_events')
      .select('event')
      .where('attempt_id', '=', line.attemptId)
      .where('device_seq', '=', 1)
      .where('device_id', 'in', ['d1', 'reused:d1'])
      .execute()
    expect(kept.map(({ event }) => JSON.parse(event).payload)).toEqual(expect.arrayContaining([RAM, ROM]))
  })

  test('hostile text is stored and comes back as it was', async () => {
    const hostile = { text: `\u0000 \ud800 ‮ <img onerror=alert(1)> =1+1 ${'😀'.repeat(20)}` }
    const essay = house.placeOf('extended_text')
    const { body } = await line.answer(essay, hostile)
    expect(body.results[0]?.result).toBe('accepted')
    expect((await answerAt(essay))?.answer).toEqual(hostile)
  })

  test('a head that differs from the device’s own is noted and refuses nothing', async () => {
    const first = await line.send([line.event({ position: text, payload: RAM })])
    const edited = await line.send([line.event({ position: text, payload: ROM })], '0'.repeat(64))
    expect([first.status, edited.status]).toEqual([200, 200])
    const device = await house.test.db
      .selectFrom('attempt_devices')
      .select(['chain_head', 'chain_broken_from'])
      .where('attempt_id', '=', line.attemptId)
      .executeTakeFirstOrThrow()
    expect(device).toEqual({ chain_head: line.head, chain_broken_from: 2 })
  })

  test('the chain goes on over a gap that is filled later', async () => {
    const events = [1, 2, 3].map(() => line.event({ position: text, payload: RAM }))
    await line.send(events.slice(2))
    await line.send(events.slice(0, 2), 'a head in the middle of the line')
    const device = await house.test.db
      .selectFrom('attempt_devices')
      .select(['chain_head', 'chain_broken_from'])
      .where('attempt_id', '=', line.attemptId)
      .executeTakeFirstOrThrow()
    expect(device).toEqual({ chain_head: line.head, chain_broken_from: null })
  })

  test('what arrives after the end is kept for the teacher and changes no answer', async () => {
    await line.answer(text, RAM)
    const late = line.event({ position: text, payload: ROM })
    await line.finish()
    const { status, body } = await line.send([late])
    expect(status).toBe(200)
    expect(body).toMatchObject({ status: 'completed', results: [{ device_seq: 2, result: 'late_held' }] })
    expect((await line.send([late])).body.results[0]?.result).toBe('repeat')
    expect(await answerAt(text)).toMatchObject({ answer: RAM })
  })

  test('another student, and a device that never began, save nothing here', async () => {
    const stranger = new QuizDevice(house.students[1] as never, line.attemptId, 'd1', 1)
    expect((await stranger.answer(text, ROM)).status).toBe(404)
    const unknown = new QuizDevice(line.client, line.attemptId, 'd9', 1)
    expect((await unknown.answer(text, ROM)).body.results[0]).toMatchObject({
      result: 'invalid',
      reason: 'not_writer',
    })
    expect(await answerAt(text)).toMatchObject({ answer: null })
  })
})

describe('two devices', () => {
  const claim = async (deviceId: string): Promise<QuizDevice> => {
    const { body } = await line.client.call('claimAttempt', {
      params: { attempt_id: line.attemptId },
      body: { device_id: deviceId, device_label: 'Library PC' },
    })
    return new QuizDevice(line.client, line.attemptId, deviceId, body.writer.epoch)
  }

  test('the text written a second before the tab closed is there on the other one', async () => {
    await line.answer(text, RAM)
    const { status, body } = await line.client.call('startAttempt', {
      params: { assignment_id: (await line.get()).body.assignment_id ?? '' },
      body: { device_id: 'd2', device_label: '' },
    })
    expect([status, body.attempt_id, body.writer.device_id]).toEqual([200, line.attemptId, 'd1'])
    const other = await claim('d2')
    expect(other.epoch).toBe(2)
    expect(await answerAt(text, other)).toMatchObject({ answer: RAM })
  })

  test('A of the old device arrives late, the question untouched: A counts', async () => {
    const late = line.event({ position: text, payload: RAM })
    await claim('d2')
    expect((await line.send([late])).body).toMatchObject({
      writer_epoch: 2,
      results: [{ result: 'accepted' }],
    })
    expect(await answerAt(text)).toMatchObject({ answer: RAM })
  })

  test('A of the old device arrives after B of the new one: B counts, the conflict is shown until it is settled', async () => {
    const late = line.event({ position: text, payload: RAM })
    const other = await claim('d2')
    await other.answer(text, ROM)
    expect((await line.send([late])).body.results[0]?.result).toBe('superseded')
    expect(await answerAt(text)).toMatchObject({
      answer: ROM,
      conflict: { answer: RAM, device_label: 'Chromebook' },
    })
    await other.answer(text, RAM)
    expect(await answerAt(text)).toMatchObject({ answer: RAM, conflict: null })
  })

  test('A at number 1, then C at number 2 of the old device, arriving the other way round: C counts', async () => {
    const a = line.event({ position: text, payload: RAM })
    const c = line.event({ position: text, payload: memory })
    await claim('d2')
    await line.send([c])
    expect((await line.send([a])).body.results[0]?.result).toBe('superseded')
    expect(await answerAt(text)).toMatchObject({ answer: memory, conflict: null })
  })

  test('the old device may not finish, check or ask for help; taking the quiz back makes it the writer again', async () => {
    await claim('d2')
    expect((await line.finish()).body).toMatchObject({
      error_code: 'writer_moved',
      details: { writer_epoch: 2 },
    })
    expect((await line.check(text)).body).toMatchObject({ error_code: 'writer_moved' })
    const back = await claim('d1')
    expect(back.epoch).toBe(3)
    expect((await claim('d1')).epoch).toBe(3)
    expect((await back.finish()).status).toBe(200)
  })
})
