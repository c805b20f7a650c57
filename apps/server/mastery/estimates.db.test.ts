import { readOut } from '@waymark/science/mastery/read-out.ts'
import { startingParameters } from '@waymark/science/mastery/tracer-parameters.ts'
import { newTracerState } from '@waymark/science/mastery/tracer-state.ts'
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

const studentId = (at: number) => house.studentIds[at] ?? ''
const objective = (at: number) => house.objectives[at] ?? ''

async function answers(
  student: number,
  competency: number,
  scores: readonly number[],
  hour = 9,
): Promise<void> {
  const events = scores.map((score, at) =>
    sentAnswer(
      {
        event_id: house.newId(),
        student_id: studentId(student),
        competency_ids: [objective(competency)],
        occurred_at: `2026-03-02T0${hour}:${String(at).padStart(2, '0')}:00Z`,
      },
      { score },
    ),
  )
  await house.newService().call('ingestEvents', { body: { events } })
  await house.test.runUntilQuiet()
}

const query = async (student: number, competency: number, client = house.teacher) =>
  (
    await client.call('queryMastery', {
      body: { student_id: studentId(student), competency_id: objective(competency) },
    })
  ).body

const judge = (student: number, competency: number, judgement: 'secure' | 'gap') =>
  house.teacher.call('ingestEvents', {
    body: {
      ...sentJudgement({
        event_id: house.newId(),
        student_id: studentId(student),
        competency_id: objective(competency),
        judgement,
      }),
      wait: true,
    },
  })

describe('an estimate', () => {
  test('of two answers is "not enough evidence yet", and one more question would settle it, for everyone', async () => {
    await answers(0, 0, [1, 1])
    const [student] = house.students
    for (const client of [house.teacher, student]) {
      const { competencies } = await query(0, 0, client)
      expect(competencies).toMatchObject([
        {
          state: 'not_enough_evidence',
          probability: null,
          interval: null,
          standing: null,
          state_reasons: ['too_few_answers'],
          evidence_count: 2,
        },
      ])
      expect(competencies[0]?.would_settle[0]).toEqual({
        kind: 'question',
        text: 'One more question on: Explain what a router does',
        competency_id: objective(0),
        count: 1,
      })
    }
  })

  test('of three answers is known, with its interval and standing', async () => {
    await answers(0, 1, [1, 1, 0])
    const { competencies, version, model_version, degraded_reasons } = await query(0, 1)
    expect(competencies[0]).toMatchObject({ state: 'known', standing: 'learning', evidence_count: 3 })
    expect(competencies[0]?.interval?.low).toBeLessThan(competencies[0]?.probability ?? 0)
    expect({ version: version > 0, model_version, degraded_reasons }).toEqual({
      version: true,
      model_version: 'tracer-k-parameters-1',
      degraded_reasons: [],
    })
  })

  test('of a competency nobody was asked about is there, with what would settle it', async () => {
    const { competencies } = await query(3, 2)
    expect(competencies).toMatchObject([{ state: 'not_enough_evidence', evidence_count: 0 }])
    expect(competencies[0]?.would_settle.map(({ kind }) => kind)).toEqual(['question', 'judgement'])
  })

  test('is contested while a judgement says otherwise than the answers', async () => {
    await answers(1, 0, [0, 0, 0, 0, 0, 0, 0, 0])
    expect((await query(1, 0)).competencies[0]).toMatchObject({ state: 'known', standing: 'gap' })
    expect((await judge(1, 0, 'secure')).body.results[0]?.status).toBe('completed')
    expect((await query(1, 0)).competencies[0]).toMatchObject({
      state: 'contested',
      state_reasons: ['judgement_disagrees'],
    })
  })

  test('says so while evidence has arrived that it does not show yet', async () => {
    const event = sentAnswer({
      event_id: house.newId(),
      student_id: studentId(2),
      competency_ids: [objective(0)],
    })
    await house.newService().call('ingestEvents', { body: event })
    expect((await query(2, 0)).degraded_reasons).toEqual(['not_yet_folded'])
    await house.test.runUntilQuiet()
    expect((await query(2, 0)).degraded_reasons).toEqual([])
    const waited = await house.teacher.call('queryMastery', {
      body: { student_id: studentId(2), min_version: 99 },
    })
    expect(waited.body.degraded_reasons).toEqual(['not_yet_folded'])
  })

  test('does not sink with time but grows less sure, and after 180 days is only last known', async () => {
    const now = (await query(0, 1)).competencies[0]
    const at = async (day: string) => {
      house.test.clock.freeze(new Date(`${day}T10:00:00Z`))
      const { competencies } = await query(0, 1)
      return competencies[0]
    }
    expect(await at('2026-04-01')).toEqual(now)
    const later = await at('2026-06-01')
    expect(later).toMatchObject({ state: 'known', probability: now?.probability })
    expect(later?.interval?.low).toBeLessThan(now?.interval?.low ?? 0)
    expect(later?.interval?.high).toBeGreaterThan(now?.interval?.high ?? 1)
    const stale = await at('2026-08-29')
    expect(stale).toMatchObject({ state: 'not_enough_evidence', probability: null })
    expect(stale?.state_reasons).toContain('stale')
    expect(stale?.last_known).toMatchObject({ probability: now?.probability, interval: now?.interval })
    house.test.clock.freeze(new Date('2026-03-02T10:00:00Z'))
    expect(await query(0, 1)).toMatchObject({ competencies: [now] })
  })
})

describe('the evidence under an estimate', () => {
  const list = (client: typeof house.teacher, student: number, competency: number, more = {}) =>
    client.call('listEvidence', {
      query: { student_id: studentId(student), competency_id: objective(competency), ...more },
    })

  test('shows each piece with its weight, reason and effect, and the effects add up', async () => {
    await answers(3, 0, [1, 0, 1])
    await answers(3, 1, [1], 8)
    const { body } = await list(house.teacher, 3, 0)
    expect(body.items.map(({ value, weight, reason }) => [value, weight, reason])).toEqual([
      [1, 1, 'First try: 1 of 1.'],
      [0, 1, 'First try: 0 of 1.'],
      [1, 1, 'First try: 1 of 1.'],
    ])
    expect(body.items.map(({ effect }) => Math.sign(effect ?? 0))).toEqual([1, -1, 1])
    const { probability = null } = (await query(3, 0)).competencies[0] ?? {}
    const unmet = readOut(newTracerState(), startingParameters(), objective(0), 0).z
    const z = Math.log((probability ?? 0) / (1 - (probability ?? 0)))
    const sum = body.items.reduce((total, { effect }) => total + (effect ?? 0), body.effect_of_other_evidence)
    expect(sum).toBeCloseTo(z - unmet, 9)
  })

  test('goes on by cursor, without a gap and without a repeat', async () => {
    const first = await list(house.teacher, 3, 0, { limit: 2 })
    const second = await list(house.teacher, 3, 0, { limit: 2, cursor: first.body.next_cursor ?? '' })
    expect([first.body.items.length, second.body.items.length, second.body.next_cursor]).toEqual([2, 1, null])
    const ids = [...first.body.items, ...second.body.items].map(({ evidence_id }) => evidence_id)
    expect(new Set(ids).size).toBe(3)
    expect((await list(house.teacher, 3, 0, { cursor: 'no-cursor' })).status).toBe(410)
  })

  test('keeps what was taken back in sight, with its reason and without effect', async () => {
    const mark = (await list(house.teacher, 3, 0)).body.items[1]
    await house.newService().call('ingestEvents', {
      body: {
        ...sentAnswer({ event_id: house.newId(), student_id: studentId(3), competency_ids: [] }),
        event_type: 'mark.changed',
        data: { mark_id: mark?.event_id, reason: 'appeal' },
      },
    })
    await house.test.runUntilQuiet()
    const { body } = await list(house.teacher, 3, 0)
    expect(body.items[1]).toMatchObject({ status: 'superseded', superseded_reason: 'appeal', effect: null })
    expect((await query(3, 0)).competencies[0]).toMatchObject({ evidence_count: 2 })
  })

  test('is another system’s to take back only if it came from there', async () => {
    const [kept] = (await list(house.teacher, 3, 0)).body.items
    await house.newService().call('ingestEvents', {
      body: {
        ...sentAnswer({ event_id: house.newId(), student_id: studentId(3), competency_ids: [] }),
        source: 'partner.other',
        event_type: 'mark.changed',
        data: { mark_id: kept?.event_id, reason: 'voided' },
      },
    })
    await house.test.runUntilQuiet()
    expect((await list(house.teacher, 3, 0)).body.items[0]?.status).toBe('active')
  })

  test('opens for the student, the own teacher, and an admin who says why; for nobody else', async () => {
    const [, other] = house.students
    expect((await list(house.students[3] ?? house.teacher, 3, 0)).status).toBe(200)
    expect((await list(other ?? house.teacher, 3, 0)).status).toBe(404)
    expect(await list(house.admin, 3, 0)).toMatchObject({
      status: 403,
      body: { error_code: 'reason_needed' },
    })
    const withReason = await house.admin.call('listEvidence', {
      query: { student_id: studentId(3), competency_id: objective(0) },
      headers: { 'x-access-reason': 'A question of the parents' },
    })
    expect(withReason.status).toBe(200)
    const looks = await house.test.db
      .selectFrom('audit_logs')
      .select(['actor_role', 'reason'])
      .where('student_id', '=', studentId(3))
      .where('actor_role', '=', 'admin')
      .execute()
    expect(looks).toEqual([{ actor_role: 'admin', reason: 'A question of the parents' }])
  })
})

describe('an advisor', () => {
  test('reads what assigned advisees know and the evidence under it, and of nobody else', async () => {
    const advisor_id = house.newId()
    await house.test.db
      .insertInto('users')
      .values({
        id: advisor_id,
        home_school_id: house.schoolId,
        first_name: 'Sam',
        last_name: 'Whitlock',
        created_at: house.test.clock.now(),
      })
      .execute()
    await house.test.db
      .insertInto('advisor_links')
      .values({
        id: house.newId(),
        school_id: house.schoolId,
        advisor_id,
        student_id: studentId(0),
        created_at: house.test.clock.now(),
      })
      .execute()
    const advisor = house.test.as({ userId: advisor_id, schoolId: house.schoolId, role: 'advisor' })
    const look = async (at: number) => {
      const asked = { student_id: studentId(at), competency_id: objective(0) }
      const estimate = await advisor.call('queryMastery', { body: asked })
      const evidence = await advisor.call('listEvidence', { query: asked })
      return [estimate, evidence] as const
    }
    const [estimate, evidence] = await look(0)
    expect([estimate.status, evidence.status]).toEqual([200, 200])
    expect({ ...estimate.body, as_of: '' }).toEqual({ ...(await query(0, 0)), as_of: '' })
    const looks = await house.test.db
      .selectFrom('audit_logs')
      .select(['action', 'student_id'])
      .where('actor_id', '=', advisor_id)
      .execute()
    expect(looks).toEqual(Array(2).fill({ action: 'student.opened', student_id: studentId(0) }))
    expect((await look(1)).map(({ status }) => status)).toEqual([404, 404])
    await house.test.db
      .updateTable('advisor_links')
      .set({ ended_at: house.test.clock.now() })
      .where('advisor_id', '=', advisor_id)
      .execute()
    expect((await look(0)).map(({ status }) => status)).toEqual([404, 404])
  })
})
