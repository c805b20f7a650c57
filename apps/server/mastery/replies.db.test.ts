import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type ClassWithObjectives,
  openClassWithObjectives,
  sentAnswer,
} from '../testing/class-with-objectives.ts'
import type { Client } from '../testing/harness.ts'
import { aStudent, type MadePerson } from '../testing/makers.ts'

let house: ClassWithObjectives
let objective: string
beforeAll(async () => {
  house = await openClassWithObjectives()
  objective = house.objectives[0] ?? ''
})
afterAll(() => house.test.close())

/** A student of the class about whom much is known, and the answers it is known from. */
let person: MadePerson
let student: Client
let answers: string[]
let made = 0
beforeEach(async () => {
  const own = { id: house.schoolId, slug: 'test', name: 'Test School' }
  made += 1
  person = await aStudent(house.test, own, { username: `reply.${made}` })
  const params = { classroom_id: house.classroomId }
  const enrolled = await house.teacher.call('enrolStudents', {
    params,
    body: { student_ids: [person.userId], usernames: [] } as never,
  })
  expect(enrolled.status, enrolled.text).toBeLessThan(300)
  student = house.test.as(person)
  answers = Array.from({ length: 8 }, () => house.newId())
  const events = answers.map((event_id) =>
    sentAnswer({ event_id, student_id: person.userId, competency_ids: [objective] }),
  )
  await house.newService().call('ingestEvents', { body: { events } })
  await house.test.runUntilQuiet()
})

const estimateId = () => `${person.userId}~${objective}`
const reply = (claim_id: string, stance: string, text = '') =>
  student.call('replyToClaim', { params: { claim_id }, body: { stance, text } as never })
const estimateFor = async (client: Client) => {
  const body = { student_id: person.userId, competency_id: objective }
  return (await client.call('queryMastery', { body })).body.competencies[0] ?? expect.unreachable()
}
const drawerOf = async (client: Client) => {
  const params = { subject_type: 'mastery', subject_id: estimateId() }
  return (await client.call('explain', { params, query: {} })).body
}
const pieceOf = async (eventId: string) => {
  const query = { student_id: person.userId, competency_id: objective }
  const { items } = (await house.teacher.call('listEvidence', { query })).body
  return items.find(({ event_id }) => event_id === eventId)?.evidence_id ?? expect.unreachable()
}

describe('a student’s reply to a claim', () => {
  test.each(['not_me', 'more_complicated'])(
    '%s: the estimate is contested at once, on every view, and its value stays',
    async (stance) => {
      const before = await estimateFor(house.teacher)
      expect(before.state).toBe('known')
      expect((await reply(estimateId(), stance, 'I had help at home.')).status).toBe(201)
      const contested = { ...before, state: 'contested', state_reasons: ['reply_open'] }
      expect(await estimateFor(house.teacher)).toEqual(contested)
      expect(await estimateFor(student)).toEqual(contested)
      const progress = await student.call('getProgress', { params: { student_id: person.userId } })
      const rung = progress.body.topics.flatMap(({ objectives }) => objectives)
      expect(rung.find(({ competency_id }) => competency_id === objective)).toMatchObject(contested)
      const map = await house.teacher.call('getClassMastery', {
        params: { classroom_id: house.classroomId },
        query: {},
      })
      const row = map.body.students.find(({ student_id }) => student_id === person.userId)
      expect(row?.cells.find(({ competency_id }) => competency_id === objective)?.state).toBe('contested')
      const { state, state_reasons, value, replies } = await drawerOf(house.teacher)
      expect({ state, state_reasons, value }).toEqual({
        state: 'contested',
        state_reasons: ['reply_open'],
        value: before.probability,
      })
      expect(replies).toMatchObject([
        {
          stance,
          text: 'I had help at home.',
          evidence_id: null,
          open: true,
          author: expect.stringMatching(/.+/),
        },
      ])
      await house.test.runUntilQuiet()
      expect(await estimateFor(house.teacher)).toEqual(contested)
    },
  )

  test('"this is me" contests nothing, and takes back what was said before to the same claim', async () => {
    await reply(estimateId(), 'this_is_me')
    expect((await estimateFor(house.teacher)).state).toBe('known')
    await reply(estimateId(), 'not_me')
    expect((await estimateFor(house.teacher)).state).toBe('contested')
    house.test.clock.freeze(new Date(house.test.clock.now().getTime() + 1000))
    await reply(estimateId(), 'this_is_me')
    expect((await estimateFor(house.teacher)).state).toBe('known')
    const { replies } = await drawerOf(house.teacher)
    expect(replies.map(({ stance, open }) => [stance, open])).toEqual([
      ['this_is_me', false],
      ['not_me', false],
      ['this_is_me', false],
    ])
  })

  test('to a piece of evidence stands beside it, as long as the piece counts', async () => {
    const piece = await pieceOf(answers[2] ?? '')
    expect((await reply(piece, 'not_me', 'Someone else sat at my place.')).status).toBe(201)
    expect((await estimateFor(student)).state_reasons).toEqual(['reply_open'])
    expect((await drawerOf(house.teacher)).replies).toMatchObject([{ evidence_id: piece, open: true }])
    const admin = house.test.as({ userId: house.newId(), schoolId: house.schoolId, role: 'admin' })
    const headers = { 'x-access-reason': 'the reply is right' }
    const asked = { mark_ids: [answers[2] ?? ''], reason: 'appeal' as const }
    const preview = await admin.call('recompute', { body: { dry_run: true, ...asked }, headers })
    expect(preview.body.moves[0]).toMatchObject({
      before: { state: 'contested' },
      after: { state: 'known', state_reasons: [] },
    })
    const { body } = await admin.call('recompute', { body: { dry_run: false, ...asked }, headers })
    await house.test.runUntilQuiet()
    expect((await estimateFor(student)).state).toBe('known')
    expect((await drawerOf(house.teacher)).replies).toMatchObject([{ evidence_id: null, open: false }])
    await admin.call('undoMasteryChange', { params: { change_id: body.change_id ?? '' } })
    await house.test.runUntilQuiet()
    expect((await estimateFor(student)).state).toBe('contested')
  })

  test('where too little is known says so beside the state, since there is no value to contest', async () => {
    const claim = `${person.userId}~${house.objectives[1]}`
    await reply(claim, 'not_me')
    const body = { student_id: person.userId, competency_id: house.objectives[1] ?? '' }
    const [estimate] = (await house.teacher.call('queryMastery', { body })).body.competencies
    expect(estimate).toMatchObject({ state: 'not_enough_evidence', probability: null })
    expect(estimate?.state_reasons).toContain('reply_open')
  })

  test('raises the version of the student, since what is shown has changed', async () => {
    const version = async () =>
      (await student.call('queryMastery', { body: { student_id: person.userId } })).body.version
    const before = await version()
    await reply(estimateId(), 'not_me')
    expect(await version()).toBe(before + 1)
    expect((await drawerOf(student)).degraded_reasons).toEqual([])
    await house.test.runUntilQuiet()
    expect(await version()).toBe(before + 1)
  })

  test('comes by the intake too; the newest by its own hour holds, in whatever order they arrive', async () => {
    const sent = (stance: string, minute: number) => ({
      event_id: house.newId(),
      event_type: 'reply.posted',
      student_id: person.userId,
      occurred_at: `2026-03-02T09:${minute}:00Z`,
      source: 'web',
      data: { estimate_id: estimateId(), stance },
    })
    expect((await student.call('ingestEvents', { body: sent('this_is_me', 40) })).status).toBe(202)
    expect((await student.call('ingestEvents', { body: sent('not_me', 30) })).status).toBe(202)
    expect((await estimateFor(house.teacher)).state).toBe('known')
    expect((await student.call('ingestEvents', { body: sent('not_me', 50) })).status).toBe(202)
    expect((await estimateFor(house.teacher)).state).toBe('contested')
  })

  test('to evidence of work that is not released is refused as if there were none', async () => {
    const held = await house.publish({ marks_release: 'manual' })
    const place = house.placeOf('numeric')
    const line = await house.start(held, 1)
    await line.answer(place, house.right(place))
    await line.finish()
    await house.test.runUntilQuiet()
    const { id } = await house.test.db
      .selectFrom('evidence')
      .select('id')
      .where('attempt_id', '=', line.attemptId)
      .executeTakeFirstOrThrow()
    const taker = house.students[1] ?? expect.unreachable()
    const replyTo = () => taker.call('replyToClaim', { params: { claim_id: id }, body: { stance: 'not_me' } })
    expect((await replyTo()).status).toBe(404)
    await house.teacher.call('releaseResults', { params: { assignment_id: held }, body: { what: 'marks' } })
    expect((await replyTo()).status).toBe(201)
  })

  test('offers the reply to the student alone', async () => {
    expect((await drawerOf(student)).actions).toEqual([
      { action: 'reply', href: `/claims/${estimateId()}/reply` },
    ])
    expect((await drawerOf(house.teacher)).actions).toEqual([])
  })

  test.each([
    ['a classmate’s estimate', () => `${house.studentIds[0]}~${objective}`, 404],
    ['an objective of nowhere', () => `${person.userId}~01900000-0000-7000-8000-00000000dead`, 404],
    ['evidence of nowhere', () => '01900000-0000-7000-8000-00000000dead', 404],
    ['no claim at all', () => 'me', 422],
  ])('to %s is refused', async (_, claim, status) => {
    expect((await reply(claim(), 'not_me')).status).toBe(status)
  })

  test('is not the teacher’s to give, nor to a claim about somebody else’s evidence', async () => {
    const event = {
      event_id: house.newId(),
      event_type: 'reply.posted',
      student_id: person.userId,
      occurred_at: '2026-03-02T09:30:00Z',
      source: 'web',
      data: { estimate_id: estimateId(), stance: 'not_me' },
    }
    const byTeacher = await house.teacher.call('ingestEvents', { body: event })
    expect([byTeacher.status, byTeacher.body]).toMatchObject([403, { details: { pointer: '/event_type' } }])
    const piece = await pieceOf(answers[0] ?? '')
    const classmate = house.students[0] ?? expect.unreachable()
    const params = { claim_id: piece }
    expect((await classmate.call('replyToClaim', { params, body: { stance: 'not_me' } })).status).toBe(404)
    const both = { ...event, data: { ...event.data, evidence_id: piece } }
    expect((await student.call('ingestEvents', { body: both })).status).toBe(422)
  })
})
