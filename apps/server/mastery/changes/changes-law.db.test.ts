import { readOut } from '@waymark/science/mastery/read-out.ts'
import { fold } from '@waymark/science/mastery/tracer.ts'
import { startingParameters } from '@waymark/science/mastery/tracer-parameters.ts'
import { newTracerState } from '@waymark/science/mastery/tracer-state.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type ClassWithObjectives,
  openClassWithObjectives,
  sentAnswer,
} from '../../testing/class-with-objectives.ts'
import { aStudent } from '../../testing/makers.ts'
import { unpackFold } from '../packed-fold.ts'

let house: ClassWithObjectives
beforeAll(async () => {
  house = await openClassWithObjectives()
})
afterAll(() => house.test.close())

const ANSWERS = 8
const DAY = Date.parse('2026-03-02T00:00:00Z') / 86_400_000

/** What may happen to the answers 0 … 7 of a student, in any order; taking back may come before the answer. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('answer' as const), n: fc.nat(ANSWERS - 1) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('supersede' as const), n: fc.nat(ANSWERS - 1) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('change' as const), n: fc.nat(ANSWERS - 1) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('undo' as const), n: fc.nat(5) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

interface Answer {
  id: string
  minute: number
  competencies: string[]
  right: boolean
}

/** One student's story beside a model of it: which answers came, and which causes stand against each. */
class Story {
  readonly studentId: string
  readonly answers: Answer[]
  readonly came = new Set<number>()
  readonly against = new Map<number, Set<string>>()
  readonly changes: { id: string; n: number }[] = []

  constructor(studentId: string) {
    this.studentId = studentId
    this.answers = Array.from({ length: ANSWERS }, (_, n) => ({
      id: house.newId(),
      minute: n,
      competencies: n % 3 === 0 ? house.objectives.slice(0, 2) : house.objectives.slice(n % 2, (n % 2) + 1),
      right: n % 4 !== 1,
    }))
  }

  counts(n: number): boolean {
    return this.came.has(n) && (this.against.get(n)?.size ?? 0) === 0
  }

  async take({ does, n }: Step): Promise<void> {
    if (does === 'answer') await this.#answer(n)
    else if (does === 'supersede') await this.#supersede(n)
    else if (does === 'change') await this.#change(n)
    else await this.#undo(n)
    await house.test.runUntilQuiet()
  }

  async #send(event: object) {
    const { status, text } = await house.newService().call('ingestEvents', { body: event as never })
    expect(status, text).toBe(202)
  }

  async #answer(n: number) {
    const { id, minute, competencies, right } = this.answers[n] ?? expect.unreachable()
    const occurred_at = new Date(Date.parse('2026-03-02T08:00:00Z') + minute * 60_000).toISOString()
    const facts = { event_id: id, student_id: this.studentId, competency_ids: competencies, occurred_at }
    await this.#send(sentAnswer(facts, { score: right ? 1 : 0 }))
    this.came.add(n)
  }

  async #supersede(n: number) {
    const event_id = house.newId()
    await this.#send({
      ...sentAnswer({ event_id, student_id: this.studentId, competency_ids: [] }),
      event_type: 'mark.changed',
      data: { mark_id: this.answers[n]?.id, reason: 'remarked' },
    })
    this.#stand(n, event_id)
  }

  async #change(n: number) {
    const counted = this.counts(n)
    const { status, body } = await admin().call('recompute', {
      body: { dry_run: false, mark_ids: [this.answers[n]?.id ?? ''], reason: 'voided' },
      headers: { 'x-access-reason': 'law' },
    })
    expect(status).toBe(counted ? 202 : 404)
    if (!counted) return
    this.#stand(n, body.change_id ?? '')
    this.changes.push({ id: body.change_id ?? '', n })
  }

  async #undo(at: number) {
    const [change] = this.changes.splice(at, 1)
    if (!change) return
    const { status } = await admin().call('undoMasteryChange', { params: { change_id: change.id } })
    expect(status).toBe(202)
    this.against.get(change.n)?.delete(change.id)
  }

  #stand(n: number, cause: string) {
    this.against.set(n, (this.against.get(n) ?? new Set()).add(cause))
  }
}

const admin = () => house.test.as({ userId: house.newId(), schoolId: house.schoolId, role: 'admin' })

/** What is stored of the student's tracer; an empty one where nothing was ever folded. */
async function tracerOf(studentId: string) {
  const row = await house.test.db
    .selectFrom('tracer_states')
    .select('folded')
    .where('student_id', '=', studentId)
    .executeTakeFirst()
  return unpackFold(row?.folded)?.tracer ?? newTracerState()
}

test('law: after any order of arrivals, supersedings, changes and undoings the state is a fold from nothing', async () => {
  const school = { id: house.schoolId, slug: 'test', name: 'Test School' }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 22 }), async (steps) => {
      const story = new Story(
        (await aStudent(house.test, school, { username: `law.${house.newId()}` })).userId,
      )
      for (const one of steps) await story.take(one)
      const counting = story.answers.filter((_, n) => story.counts(n))
      const state = fold(
        counting.map(({ id, minute, competencies, right }) => ({
          eventId: id,
          occurredAt: Date.parse('2026-03-02T08:00:00Z') + minute * 60_000,
          day: DAY,
          competencies: [...competencies].sort(),
          question: id,
          mark: right ? 1 : 0,
          weight: 1,
        })),
        startingParameters(),
      )
      const stored = await house.test.db
        .selectFrom('mastery_current')
        .selectAll()
        .where('student_id', '=', story.studentId)
        .execute()
      const met = new Set(counting.flatMap(({ competencies }) => competencies))
      expect(stored.map(({ competency_id }) => competency_id).sort()).toEqual([...met].sort())
      const days = await house.test.db
        .selectFrom('mastery_days')
        .selectAll()
        .where('student_id', '=', story.studentId)
        .execute()
      expect(days).toHaveLength(met.size)
      const kept = await tracerOf(story.studentId)
      for (const { competency_id, probability, evidence_count } of stored) {
        const own = counting.filter(({ competencies }) => competencies.includes(competency_id))
        expect(evidence_count).toBe(own.length)
        const [read, told] = [state, kept].map((one) =>
          readOut(one, startingParameters(), competency_id, DAY),
        )
        expect(told?.z).toBeCloseTo(read?.z ?? Number.NaN, 9)
        expect(told?.interval.low).toBeCloseTo(read?.interval.low ?? Number.NaN, 9)
        expect(told?.interval.high).toBeCloseTo(read?.interval.high ?? Number.NaN, 9)
        if (probability !== null) expect(probability).toBeCloseTo(read?.probability ?? Number.NaN, 9)
      }
    }),
    { numRuns: 12 },
  )
}, 120_000)
