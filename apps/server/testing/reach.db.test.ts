import type { Endpoint } from '@waymark/contract/endpoint.ts'
import { endpoints, type Operation } from '@waymark/contract/endpoints.ts'
import { permissions, type Role } from '@waymark/contract/permissions.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ClassWithObjectives, openClassWithObjectives } from './class-with-objectives.ts'
import { aClass, aSchool, aStudent, aTeacher } from './makers.ts'
import { plausible } from './plausible.ts'
import { realIdsOf, withIds } from './real-ids.ts'

/**
 * The access matrix with things that are really there: people of the same school who have nothing to do with
 * the class, and people of another school, name its ids wherever a request takes one.
 */
let house: ClassWithObjectives
let ids: Record<string, string>
let strangers: Record<string, { userId: string; schoolId: string; role: Role }>
beforeAll(async () => {
  house = await openClassWithObjectives()
  ids = await realIdsOf(house)
  const own = { id: house.schoolId, slug: 'test', name: 'Test School' }
  const other = await aSchool(house.test, { slug: 'other' })
  const teacher = await aTeacher(house.test, own)
  const student = await aStudent(house.test, own)
  await aClass(house.test, own, { teachers: [teacher], students: [student] })
  const person = (role: Role, schoolId: string) => ({ userId: house.newId(), schoolId, role })
  strangers = {
    'a teacher of another class': teacher,
    'a student of another class': student,
    'a classmate': { userId: house.studentIds[2] ?? '', schoolId: own.id, role: 'student' },
    'a guardian of nobody': person('guardian', own.id),
    'an advisor of nobody': person('advisor', own.id),
    'a teacher of another school': await aTeacher(house.test, other),
    'a student of another school': await aStudent(house.test, other),
    'an admin of another school': person('admin', other.id),
    'a service of another school': person('service', other.id),
  }
})
afterAll(() => house.test.close())

/** What people of one school may know of each other, and work that was set to a whole class. */
const allowed: Record<string, readonly Operation[]> = {
  'a classmate': ['startAttempt'],
}

const names = [
  'a teacher of another class',
  'a student of another class',
  'a classmate',
  'a guardian of nobody',
  'an advisor of nobody',
  'a teacher of another school',
  'a student of another school',
  'an admin of another school',
  'a service of another school',
]

const namesIds = (value: unknown): boolean =>
  Object.values(ids).some((id) => id.length > 8 && JSON.stringify(value).includes(id))

const cases = (Object.keys(endpoints) as Operation[]).filter((operation) => {
  const { permission, produces } = endpoints[operation] as Endpoint
  return permissions[permission].roles !== 'anyone' && produces !== 'stream'
})

const looks: readonly Operation[] = [
  'showClassroom',
  'listClassroomStudents',
  'getUnit',
  'getQuiz',
  'getQuestion',
  'getAssignment',
  'getClassResults',
  'listQuestionResponses',
  'listTimeline',
  'getProgress',
  'listStudentTimeline',
  'explain',
]

it.each(looks)('the class’s own teacher sees by %s what the others below do not', async (operation) => {
  const { status, text } = await house.teacher.call(operation, { params: ids, query: {} } as never)
  expect(status, text.slice(0, 300)).toBe(200)
})

describe('somebody who has nothing to do with a class', () => {
  it.each(names.flatMap((who) => cases.map((operation) => ({ who, operation }))))(
    '$who gets nothing from $operation',
    async ({ who, operation }) => {
      const endpoint = endpoints[operation] as Endpoint
      const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
      const params = Object.fromEntries(inPath.map((name) => [name, ids[name] ?? house.newId()]))
      const query = endpoint.query && withIds(plausible(endpoint.query, { whole: false }), ids)
      for (const whole of [false, true]) {
        const body = endpoint.body && withIds(plausible(endpoint.body, { whole }), ids)
        if (!namesIds([params, query ?? {}, body ?? {}])) continue
        const stranger = strangers[who] ?? expect.unreachable()
        const { status, text } = await house.test
          .as({ ...stranger, sessionId: house.newId() })
          .call(operation, {
            params,
            query,
            body,
            headers: { 'x-access-reason': 'curious', 'if-match': '1' },
          } as never)
        if (allowed[who]?.includes(operation)) continue
        const isNothing = [403, 404, 415].includes(status) || (status === 422 && saysNothing(text))
        expect(isNothing || isRejection(text), `${status} ${text.slice(0, 300)}`).toBe(true)
      }
    },
  )
})

/** A refusal of a value that tells nothing of what stands behind an id. */
const saysNothing = (text: string): boolean =>
  !Object.values(ids).some((id) => id.length > 8 && text.includes(id))

/** Events are answered one by one: each of these was rejected. */
const isRejection = (text: string): boolean => {
  const { results } = JSON.parse(text) as { results?: { status: string }[] }
  return results?.every(({ status }) => status === 'rejected') ?? false
}
