import { readOut } from '@waymark/science/mastery/read-out.ts'
import { fold } from '@waymark/science/mastery/tracer.ts'
import { startingParameters } from '@waymark/science/mastery/tracer-parameters.ts'
import fc from 'fast-check'
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

const EVENTS = 200
const MINUTE = 60_000
const START = Date.parse('2026-02-20T08:00:00Z')

/** Ids that sort alike for every student, so that ties fall alike. */
const idFor = (student: number, event: number) =>
  `0190000${student}-0000-7000-8000-${String(event).padStart(12, '0')}`

/** The n-th event of a student's story: answers of every weight, some judgements, some marks taken back. */
function storyEvent(student: number, n: number) {
  const random = (salt: number, below: number) => ((n * 7919 + salt * 104_729) % 10_007) % below
  const facts = {
    event_id: idFor(student, n),
    student_id: house.studentIds[student] ?? '',
    // Ten days, several events in the same minute now and then.
    occurred_at: new Date(START + Math.floor(n / 2) * 144 * MINUTE).toISOString(),
  }
  if (n % 20 === 19)
    return {
      ...sentAnswer({ ...facts, competency_ids: [] }),
      event_type: 'mark.changed',
      data: { mark_id: idFor(student, n - 10), reason: 'remarked' },
    }
  const competency_id = house.objectives[random(1, 3)] ?? ''
  if (n % 25 === 24)
    return {
      ...sentJudgement({ ...facts, competency_id, judgement: random(2, 2) ? 'secure' : 'gap' }),
      source: 'partner.review-agent',
    }
  const both = random(3, 4) === 0 ? house.objectives.slice(0, 2) : [competency_id]
  return sentAnswer(
    { ...facts, competency_ids: both },
    {
      question_id: idFor(9, random(4, 30)),
      score: random(5, 4),
      max_score: 3,
      try_no: 1 + random(6, 3),
      hints_used: random(7, 5) === 0 ? 1 : 0,
      revealed: random(8, 9) === 0,
    },
  )
}

async function tell(student: number, order: readonly number[], portions: readonly number[]): Promise<void> {
  const service = house.newService()
  let from = 0
  for (let at = 0; from < order.length; at += 1) {
    const size = Math.max(1, portions[at % portions.length] ?? 1)
    const events = order.slice(from, from + size).map((n) => storyEvent(student, n))
    const { status, text } = await service.call('ingestEvents', { body: { events } })
    if (status !== 202 || text.includes('rejected')) throw new Error(text)
    await house.test.runUntilQuiet()
    from += size
  }
}

/** All that is stored of a student's estimates, but for ids and how often it changed. */
async function estimatesOf(student: number) {
  const id = house.studentIds[student] ?? ''
  const { db } = house.test
  const current = await db
    .selectFrom('mastery_current')
    .selectAll()
    .where('student_id', '=', id)
    .orderBy('competency_id')
    .execute()
  const days = await db
    .selectFrom('mastery_days')
    .selectAll()
    .where('student_id', '=', id)
    .orderBy('competency_id')
    .orderBy('day')
    .execute()
  const { folded } = await db
    .selectFrom('tracer_states')
    .select('folded')
    .where('student_id', '=', id)
    .executeTakeFirstOrThrow()
  const plain = (rows: readonly object[]) => rows.map((row) => ({ ...row, student_id: '', version: 0 }))
  return {
    current: plain(current),
    days: plain(days),
    folded: JSON.parse(JSON.stringify(folded).replaceAll(`0190000${student}-`, 'event-')),
  }
}

describe('the order in which evidence comes', () => {
  test('200 events in order, reversed, and shuffled with repeats give the same estimates and days', async () => {
    const inOrder = Array.from({ length: EVENTS }, (_, n) => n)
    const [shuffled = []] = fc.sample(
      fc.shuffledSubarray(inOrder, { minLength: EVENTS, maxLength: EVENTS }),
      {
        seed: 20_260_302,
        numRuns: 1,
      },
    )
    const repeats = shuffled.filter((n) => n % 3 === 0)
    await tell(0, inOrder, [1, 7, 20])
    await tell(1, inOrder.toReversed(), [13, 1, 29])
    await tell(2, [...shuffled.slice(0, 150), ...repeats, ...shuffled.slice(100), ...repeats], [5, 31, 2, 17])
    await tell(3, inOrder, [EVENTS])
    const [straight, reversed, mixed, atOnce] = await Promise.all([0, 1, 2, 3].map(estimatesOf))
    expect(straight?.current).toHaveLength(3)
    expect(straight?.days.length).toBeGreaterThan(20)
    expect(reversed).toEqual(straight)
    expect(mixed).toEqual(straight)
    expect(atOnce).toEqual(straight)
  })

  test('and they are those of the tracer folding the active evidence from nothing', async () => {
    const student_id = house.studentIds[1] ?? ''
    const rows = await house.test.db
      .selectFrom('evidence')
      .selectAll()
      .where('student_id', '=', student_id)
      .where('status', '=', 'active')
      .where('weight', '>', 0)
      .execute()
    const events = Map.groupBy(rows, ({ event_id }) => event_id)
    const state = fold(
      Array.from(events, ([eventId, pieces]) => {
        const [n = 0, d = 1] = (pieces[0]?.value ?? '0').split('/').map(Number)
        return {
          eventId,
          occurredAt: pieces[0]?.occurred_at.getTime() ?? 0,
          day: Date.parse(`${pieces[0]?.local_day}T00:00:00Z`) / 86_400_000,
          competencies: pieces.map(({ competency_id }) => competency_id ?? '').sort(),
          question: pieces[0]?.item_id ?? null,
          mark: n / d,
          weight: pieces[0]?.weight ?? 0,
        }
      }),
      startingParameters(),
    )
    const superseded = await house.test.db
      .selectFrom('evidence')
      .select('id')
      .where('student_id', '=', student_id)
      .where('status', '=', 'superseded')
      .execute()
    expect(superseded.length).toBeGreaterThan(5)
    const today = Date.parse('2026-03-02T00:00:00Z') / 86_400_000
    const stored = await house.test.db
      .selectFrom('mastery_current')
      .selectAll()
      .where('student_id', '=', student_id)
      .execute()
    for (const { competency_id, probability, low, high } of stored) {
      const read = readOut(state, startingParameters(), competency_id, today)
      expect(Math.abs((probability ?? 0) - read.probability)).toBeLessThan(1e-9)
      expect(Math.abs((low ?? 0) - read.interval.low)).toBeLessThan(1e-9)
      expect(Math.abs((high ?? 0) - read.interval.high)).toBeLessThan(1e-9)
    }
  })

  test('a message delivered again moves nothing', async () => {
    const before = await estimatesOf(0)
    const versions = () =>
      house.test.db.selectFrom('tracer_states').select('version').orderBy('student_id').execute()
    const then = await versions()
    await house.test.house.machines.database.run(
      "update outbox set published_at = null where topic = 'evidence.changed'",
    )
    await house.test.house.machines.database.run("delete from inbox where consumer = 'mastery'")
    await house.test.runUntilQuiet()
    expect(await estimatesOf(0)).toEqual(before)
    expect(await versions()).toEqual(then)
  })

  test('a fault in the middle leaves the estimates as they were, and the next delivery makes it good', async () => {
    const { machines } = house.test.house
    const student_id = house.studentIds[0] ?? ''
    await house.newService().call('ingestEvents', {
      body: sentAnswer({ event_id: house.newId(), student_id, competency_ids: house.objectives.slice(0, 1) }),
    })
    const before = await estimatesOf(0)
    await machines.database.run('alter table mastery_days rename to mastery_days_away')
    await house.test.house.relay.deliver()
    await machines.database.run('alter table mastery_days_away rename to mastery_days')
    expect(await estimatesOf(0)).toEqual(before)
    house.test.clock.freeze(new Date('2026-03-02T10:05:00Z'))
    await house.test.runUntilQuiet()
    const after = await estimatesOf(0)
    expect(after).not.toEqual(before)
    const count = (rows: readonly object[]) =>
      rows.reduce((sum, row) => sum + Number(Object(row).evidence_count), 0)
    expect(count(after.current)).toBe(count(before.current) + 1)
  })
})
