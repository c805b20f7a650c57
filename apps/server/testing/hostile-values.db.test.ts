import type { Endpoint } from '@waymark/contract/endpoint.ts'
import { endpoints, type Operation } from '@waymark/contract/endpoints.ts'
import { permissions, type Role } from '@waymark/contract/permissions.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ClassWithObjectives, openClassWithObjectives, sentAnswer } from './class-with-objectives.ts'
import type { Client } from './harness.ts'
import { plausible } from './plausible.ts'
import { realIdsOf, withIds } from './real-ids.ts'

/** Values that break what trusts them: in every place of every request the reply says no, or takes them as text. */
const hostile: readonly unknown[] = [
  'a\u0000b',
  '\ud800',
  '\u202Eevil<img src=x onerror=alert(1)>',
  "' or true; --",
  'x'.repeat(20_000),
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59-14:00',
  '0000-01-01',
  '------------------------------------',
  '',
  -1,
  0,
  1e308,
  2_147_483_648,
  Number.MAX_SAFE_INTEGER,
  0.1,
  null,
  [],
  {},
  [[]],
  true,
]

/** Places of lists that no list has given out. */
const dashes = '-'.repeat(36)
const someId = '01900000-0000-7000-8000-00000000dead'
const forgedCursors = [
  JSON.stringify([dashes]),
  JSON.stringify(['a', 'b', dashes]),
  JSON.stringify(['0000-01-01T00:00:00Z', someId]),
  JSON.stringify([Number.MAX_SAFE_INTEGER]),
  JSON.stringify([-1]),
  JSON.stringify([someId, 'f'.repeat(32), dashes]),
  JSON.stringify({ length: 1 }),
  `0000-01-01T00:00:00Z ${someId}`,
  `2026-03-02T10:00:00Z ${dashes}`,
].map((place) => Buffer.from(place).toString('base64url'))

let house: ClassWithObjectives
let ids: Record<string, string>
beforeAll(async () => {
  house = await openClassWithObjectives()
  ids = await realIdsOf(house)
})
afterAll(() => house.test.close())

const operations = (Object.keys(endpoints) as Operation[]).filter(
  (operation) => (endpoints[operation] as Endpoint).produces !== 'stream',
)

/** Somebody who may call; at a place of their own each time, so that no limit is met. */
function callerOf(operation: Operation): Client {
  const { roles } = permissions[(endpoints[operation] as Endpoint).permission]
  const may = (role: Role) => roles === 'signed_in' || (roles as readonly Role[]).includes(role)
  const as = (role: Role, userId: string) =>
    house.test.as({ userId, schoolId: house.schoolId, role, sessionId: house.newId() })
  if (roles === 'anyone') return house.test.anyone()
  if (may('service') && roles !== 'signed_in') return as('service', house.newId())
  if (may('student')) return as('student', house.studentIds[0] ?? '')
  return may('teacher') ? as('teacher', house.teacherId) : as('admin', house.newId())
}

/** Bodies about what is really there: with what is asked for only, with everything, and some by hand. */
function bodiesOf(operation: Operation): unknown[] {
  const { body } = endpoints[operation] as Endpoint
  if (!body) return []
  const byHand: Record<string, unknown> = {
    saveEvents: answers(),
    addQuestion: { question: house.questions[0] },
    ingestEvents: sentAnswer({
      event_id: house.newId(),
      student_id: ids.student_id ?? '',
      competency_ids: [ids.competency_id ?? ''],
    }),
  }
  const made = [plausible(body), plausible(body, { whole: true })].map((one) => withIds(one, ids))
  return operation in byHand ? [...made, byHand[operation]] : made
}

let sent = 0
function answers() {
  sent += 1
  const event = {
    event_id: `e${sent}`,
    device_seq: sent,
    writer_epoch: 1,
    type: 'answer_changed',
    position: house.placeOf('text_input'),
    payload: { text: 'random access memory' },
    device_time: '2026-03-02T10:42:06.120Z',
    mono_ms: sent * 1000,
    boot_id: 'boot-1',
  }
  return { device_id: 'd1', events: [event], chain_head: 'a'.repeat(64) }
}

/** The value with one place of it at a time given another, and a field more. */
function* variants(value: unknown, other: unknown): Iterable<unknown> {
  if (typeof value !== 'object' || value === null) {
    yield other
    return
  }
  if (Array.isArray(value)) {
    yield [other]
    for (const [at, part] of value.entries())
      for (const changed of variants(part, other)) yield value.with(at, changed)
    return
  }
  for (const [name, part] of Object.entries(value))
    for (const changed of variants(part, other)) yield { ...value, [name]: changed }
}

describe('no value that is sent makes the server fail', () => {
  it.each(operations)('%s', async (operation) => {
    const endpoint = endpoints[operation] as Endpoint
    const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
    const params = Object.fromEntries(names.map((name) => [name, ids[name] ?? ids.quiz_id ?? '']))
    const bodies = bodiesOf(operation)
    const queries = Object.keys(endpoint.query?.shape ?? {})
    const faults: string[] = []
    const send = async (what: string, parts: object) => {
      const { status, text } = await callerOf(operation).call(operation, parts as never)
      if (status >= 500) faults.push(`${what}: ${status} ${text.slice(0, 80)}`)
    }
    if (queries.includes('cursor'))
      for (const cursor of forgedCursors) await send(`?cursor ${cursor}`, { params, query: { cursor } })
    for (const value of hostile) {
      const shown = JSON.stringify(value).slice(0, 40)
      for (const name of names)
        if (typeof value === 'string' && value.isWellFormed() && value.length < 200)
          await send(`{${name}} ${shown}`, { params: { ...params, [name]: value }, body: bodies[0] })
      for (const name of queries)
        if (typeof value !== 'object' && String(value).isWellFormed())
          await send(`?${name} ${shown}`, { params, query: { [name]: value }, body: bodies[0] })
      for (const body of bodies)
        for (const changed of variants(body, value))
          await send(`body ${JSON.stringify(changed).slice(0, 300)}`, { params, body: changed })
    }
    expect(faults).toEqual([])
  })
})
