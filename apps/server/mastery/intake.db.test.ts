import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type ClassWithObjectives,
  openClassWithObjectives,
  sentAnswer,
  sentJudgement,
} from '../testing/class-with-objectives.ts'

let house: ClassWithObjectives
beforeAll(async () => {
  house = await openClassWithObjectives()
})
afterAll(() => house.test.close())

const studentId = (at = 0) => house.studentIds[at] ?? ''
const objective = (at = 0) => house.objectives[at] ?? ''
const newAnswer = (change: Parameters<typeof sentAnswer>[1] = {}, at = 0) =>
  sentAnswer({ event_id: house.newId(), student_id: studentId(at), competency_ids: [objective()] }, change)
const post = (body: Record<string, unknown>, client = house.newService()) =>
  client.call('ingestEvents', { body })
const evidenceOf = async (eventId: string) =>
  (await house.test.db.selectFrom('evidence').selectAll().where('event_id', '=', eventId).execute()).length

describe('taking in learning events', () => {
  test('the same event sent 100 times at once counts once, and 99 answers say duplicate', async () => {
    const event = newAnswer()
    const replies = await Promise.all(Array.from({ length: 100 }, () => post(event)))
    expect(replies.every(({ status }) => status === 202)).toBe(true)
    const statuses = replies.map(({ body }) => body.results[0]?.status)
    expect(statuses.filter((status) => status === 'queued')).toHaveLength(1)
    expect(statuses.filter((status) => status === 'duplicate')).toHaveLength(99)
    expect(await evidenceOf(event.event_id)).toBe(1)
    const logged = await house.test.db
      .selectFrom('learner_events')
      .select('event_id')
      .where('event_id', '=', event.event_id)
      .execute()
    expect(logged).toHaveLength(1)
  })

  test('the same id with another body answers 409, and the first event stays', async () => {
    const event = newAnswer()
    await post(event)
    const other = await post({ ...event, data: { ...event.data, score: 0 } })
    expect(other).toMatchObject({ status: 409, body: { error_code: 'event_id_conflict' } })
    const row = await house.test.db
      .selectFrom('evidence')
      .select('value')
      .where('event_id', '=', event.event_id)
      .executeTakeFirstOrThrow()
    expect(row.value).toBe('1')
  })

  test.each([
    ['91 days ago', { occurred_at: '2025-12-01T09:00:00Z' }, '/occurred_at'],
    ['2 hours ahead', { occurred_at: '2026-03-02T12:00:01Z' }, '/occurred_at'],
    ['of unknown type', { event_type: 'homework.eaten' }, '/event_type'],
    ['with an unknown field', { colour: 'blue' }, '/colour'],
    ['in the name of our own rooms', { source: 'quiz' }, '/source'],
  ])('an event %s answers 422 and names the field', async (_, change, pointer) => {
    const { status, body } = await post({ ...newAnswer(), ...change })
    expect({ status, body }).toMatchObject({
      status: 422,
      body: { error_code: 'invalid', details: { pointer } },
    })
  })

  test('a batch answers each event in its order, and a bad one blocks none', async () => {
    const good = [newAnswer(), newAnswer(), newAnswer()]
    const events = [good[0], { ...newAnswer(), mood: 1 }, good[1], 'nothing', good[2], good[0]]
    const { status, body } = await post({ events })
    expect(status).toBe(202)
    expect(body.results.map((result) => result.status)).toEqual([
      'queued',
      'rejected',
      'queued',
      'rejected',
      'queued',
      'duplicate',
    ])
    expect(body.results[1]?.error).toMatchObject({ error_code: 'invalid', pointer: '/mood' })
    expect(body.results[3]?.event_id).toBeNull()
    for (const { event_id } of good) expect(await evidenceOf(event_id)).toBe(1)
  })

  test('a batch takes no other fields beside its events', async () => {
    expect(await post({ events: [newAnswer()], wait: true })).toMatchObject({ status: 422 })
    expect(await post({ events: [newAnswer()], source: 'x' })).toMatchObject({
      body: { details: { pointer: '/source' } },
    })
  })

  test('batches that arrive at once about the same students all count, in whatever order each has them', async () => {
    const before = await house.test.db.selectFrom('evidence').select('id').execute()
    const batches = Array.from({ length: 12 }, (_, turn) =>
      [0, 1, 2, 3].map((_, at) => newAnswer({}, (at + turn) % 4)),
    )
    const repeated = [...batches, ...batches.map((events) => events.toReversed())]
    const replies = await Promise.all(repeated.map((events) => post({ events })))
    const statuses = replies.flatMap(({ body }) => body.results.map(({ status }) => status))
    expect(statuses.filter((status) => status === 'queued')).toHaveLength(48)
    expect(statuses.filter((status) => status === 'duplicate')).toHaveLength(48)
    const after = await house.test.db.selectFrom('evidence').select('id').execute()
    expect(after.length - before.length).toBe(48)
    const heads = await house.test.db.selectFrom('evidence_heads').selectAll().execute()
    const changes = await house.test.db.selectFrom('evidence').select(['student_id', 'change_no']).execute()
    for (const { student_id, change_no } of heads) {
      const own = changes.filter((one) => one.student_id === student_id).map((one) => one.change_no)
      expect(new Set(own).size).toBe(change_no)
    }
  })

  test('an event that has to wait for its estimates answers "completed" when they have moved', async () => {
    const before = await versionOf(2)
    const { body } = await post({ ...newAnswer({}, 2), wait: true })
    expect(body.results[0]?.status).toBe('completed')
    const after = await versionOf(2)
    expect(after).toBe(before + 1)
    await house.test.runUntilQuiet()
    expect(await versionOf(2)).toBe(after)
  })
})

const versionOf = async (at: number) =>
  (await house.teacher.call('queryMastery', { body: { student_id: studentId(at) } })).body.version

describe('who may send what about whom', () => {
  test('a student sends no score, neither as an answer nor as a judgement', async () => {
    const [student] = house.students
    const judgement = sentJudgement({
      event_id: house.newId(),
      student_id: studentId(),
      competency_id: objective(),
      judgement: 'secure',
    })
    for (const event of [newAnswer(), judgement]) expect((await post(event, student)).status).toBe(403)
    const hint = { ...judgement, event_type: 'hint.used', data: { target_id: objective(), kind: 'hint' } }
    expect((await post(hint, student)).status).toBe(202)
    expect((await post({ ...hint, event_id: house.newId(), student_id: studentId(1) }, student)).status).toBe(
      404,
    )
  })

  test('a teacher judges own students only', async () => {
    const judgement = sentJudgement({
      event_id: house.newId(),
      student_id: studentId(3),
      competency_id: objective(2),
      judgement: 'secure',
    })
    expect((await post(judgement, house.teacher)).status).toBe(202)
    const stranger = house.test.as({ userId: house.newId(), schoolId: house.schoolId, role: 'teacher' })
    expect((await post({ ...judgement, event_id: house.newId() }, stranger)).status).toBe(404)
    const row = await house.test.db
      .selectFrom('evidence')
      .select(['actor_id', 'reason'])
      .where('event_id', '=', judgement.event_id)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ actor_id: house.teacherId, reason: 'Judged secure.' })
  })

  test('students and competencies of another school are not found', async () => {
    const foreign = house.newId()
    expect(await post({ ...newAnswer(), student_id: foreign })).toMatchObject({
      status: 404,
      body: { details: { pointer: '/student_id' } },
    })
    const competencies = [{ competency_id: foreign, weight: 1 }]
    expect(await post(newAnswer({ competencies }))).toMatchObject({
      status: 404,
      body: { details: { pointer: '/data/competencies/0/competency_id' } },
    })
  })

  test('the log takes no change and no deletion from the application', async () => {
    const event = newAnswer()
    await post(event)
    const inSchool = house.test.context({
      userId: house.teacherId,
      schoolId: house.schoolId,
      role: 'teacher',
      sessionId: null,
      isSample: false,
      locale: 'en-GB',
    })
    await expect(
      inSchool.transaction((tx) =>
        tx.deleteFrom('learner_events').where('event_id', '=', event.event_id).execute(),
      ),
    ).rejects.toThrow(/permission denied/)
    await expect(
      inSchool.transaction((tx) => tx.updateTable('learner_events').set({ source: 'x' }).execute()),
    ).rejects.toThrow(/permission denied/)
  })
})

describe('the months of the log', () => {
  test('are made ahead; rows without a month of their own move into it, and an alarm is logged', async () => {
    await post(newAnswer())
    await house.test.house.timetable.runAll()
    const { rows } = await house.test.house.machines.database.run(
      "select to_regclass('learner_events_2026_03') is not null as made, to_regclass('learner_events_2026_06') is not null as ahead, (select count(*)::int from learner_events_default) as strays",
    )
    expect(rows).toEqual([{ made: true, ahead: true, strays: 0 }])
    expect(house.test.logLines.join('')).toContain('month without a partition')
    const after = newAnswer()
    expect((await post(after)).status).toBe(202)
    expect(await evidenceOf(after.event_id)).toBe(1)
  })
})

describe('a student named by the roster’s id', () => {
  const byRoster = (id: string, system = 'roster') => {
    const { student_id: _, ...event } = newAnswer()
    return { ...event, student_ref: { system, id } }
  }
  beforeAll(async () => {
    await house.test.db
      .updateTable('students')
      .set({ external_id: 'P-0042' })
      .where('id', '=', studentId(1))
      .execute()
  })

  test('is found, and the event is evidence about them', async () => {
    const event = byRoster('P-0042')
    expect(await post(event)).toMatchObject({ status: 202, body: { results: [{ status: 'queued' }] } })
    expect(await post(event)).toMatchObject({ body: { results: [{ status: 'duplicate' }] } })
    const [row] = await house.test.db
      .selectFrom('evidence')
      .select('student_id')
      .where('event_id', '=', event.event_id)
      .execute()
    expect(row?.student_id).toBe(studentId(1))
  })

  test.each([
    ['an id the roster does not know', () => byRoster('P-0043'), '/student_ref/id'],
    ['a system the roster keeps no ids of', () => byRoster('P-0042', 'sis'), '/student_ref/system'],
    ['an id of another form', () => byRoster('P 0042'), '/student_ref/id'],
    ['both names', () => ({ ...byRoster('P-0042'), student_id: studentId(1) }), '/student_ref'],
    [
      'neither name',
      () => {
        const { student_ref: _, ...event } = byRoster('P-0042')
        return event
      },
      '/student_id',
    ],
  ])('by %s: 422, which names the field', async (_, event, pointer) => {
    expect(await post(event())).toMatchObject({
      status: 422,
      body: { error_code: 'invalid', details: { pointer } },
    })
  })

  test('out of the sender’s reach is answered as an unknown id is', async () => {
    const classmate = house.students[0] ?? expect.unreachable()
    const hint = (id: string) => ({
      ...byRoster(id),
      event_type: 'hint.used',
      source: 'web',
      data: { target_id: house.newId(), kind: 'hint' },
    })
    // An event that is wrong in another field too must not tell by which of its faults is named.
    for (const fault of [
      {},
      { event_type: 'no.such' },
      { occurred_at: '2020-01-01T00:00:00Z' },
      { data: {} },
    ]) {
      const sent = (id: string) => post({ ...hint(id), ...fault }, classmate)
      const [known, unknown] = [await sent('P-0042'), await sent('P-0043')]
      expect(known.status).toBe(422)
      expect({ ...known.body, request_id: '' }).toEqual({ ...unknown.body, request_id: '' })
    }
  })
})
