import { accessReasonHeaders } from '@waymark/contract/access-reason.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openTestHouse, type TestHouse } from '../../testing/harness.ts'
import {
  aClass,
  anAdmin,
  aPerson,
  aSchool,
  aStudent,
  aTeacher,
  type MadePerson,
  type MadeSchool,
} from '../../testing/makers.ts'
import { getClassroomFor, getStudentFor, maySeeStudent } from '../access.ts'

const now = new Date('2026-03-02T10:00:00.000Z')
let house: TestHouse
let school: MadeSchool
let teacher: MadePerson
let colleague: MadePerson
let admin: MadePerson
let student: MadePerson
let classId: string
let jane: Client

let elsewhere: {
  school: MadeSchool
  teacher: MadePerson
  admin: MadePerson
  student: MadePerson
  classId: string
}

beforeAll(async () => {
  house = await openTestHouse({ now })
  school = await aSchool(house)
  teacher = await aTeacher(house, school, { last_name: 'Moore' })
  colleague = await aTeacher(house, school)
  admin = await anAdmin(house, school)
  student = await aStudent(house, school, { first_name: 'Marcus', last_name: 'Chen', username: 'chen.m' })
  classId = await aClass(house, school, { name: '8A', teachers: [teacher], students: [student] })
  jane = house.as(teacher)
  const other = await aSchool(house)
  const t = await aTeacher(house, other)
  const s = await aStudent(house, other, { username: 'chen.m' })
  elsewhere = {
    school: other,
    teacher: t,
    admin: await anAdmin(house, other),
    student: s,
    classId: await aClass(house, other, { name: '8A', teachers: [t], students: [s] }),
  }
})
afterAll(() => house.close())

const seen = (who: MadePerson, studentId: string) => {
  const ctx = house.context({ ...who, sessionId: null, isSample: false, locale: 'en-GB' })
  return ctx.transaction((tx) => maySeeStudent(tx, ctx, studentId))
}

describe('classes', () => {
  test('are listed with their teachers and the number of students of today', async () => {
    const { body } = await jane.call('listClassrooms')
    expect(body.items).toEqual([
      {
        id: classId,
        name: '8A',
        subject: null,
        year_group: null,
        academic_year: null,
        archived_at: null,
        teachers: [{ id: teacher.userId, first_name: 'Jane', last_name: 'Moore' }],
        student_count: 1,
      },
    ])
    expect((await house.as(colleague).call('listClassrooms')).body.items).toEqual([])
    expect((await house.as(admin).call('listClassrooms')).body.items).toHaveLength(1)
  })

  test('of a colleague or of another school are not found, on any path', async () => {
    for (const stranger of [colleague, elsewhere.teacher, elsewhere.admin]) {
      const client = house.as(stranger)
      const params = { classroom_id: classId }
      const statuses = [
        await client.call('showClassroom', { params }),
        await client.call('changeClassroom', { params, body: { name: 'Mine' } }),
        await client.call('listClassroomStudents', { params }),
        await client.call('enrolStudents', { params, body: { student_ids: [stranger.userId] } }),
        await client.call('endEnrolment', { params: { ...params, student_id: student.userId } }),
      ].map(({ status }) => status)
      expect(statuses).toEqual([404, 404, 404, 404, 404])
    }
  })

  test("a teacher's new class is the teacher's own; only an admin names teachers", async () => {
    const made = await jane.call('createClassroom', { body: { name: '9B', academic_year: '2025-26' } })
    expect([made.status, made.body.teachers.map(({ id }) => id)]).toEqual([201, [teacher.userId]])
    const named = await jane.call('createClassroom', {
      body: { name: '9C', teacher_ids: [colleague.userId] },
    })
    expect(named.status).toBe(403)
    const params = { classroom_id: made.body.id }
    expect(
      (await jane.call('changeClassroom', { params, body: { teacher_ids: [colleague.userId] } })).status,
    ).toBe(403)
    const moved = await house
      .as(admin)
      .call('changeClassroom', { params, body: { teacher_ids: [colleague.userId] } })
    expect(moved.body.teachers.map(({ id }) => id)).toEqual([colleague.userId])
    expect((await jane.call('showClassroom', { params })).status).toBe(404)
    const pupil = await house
      .as(admin)
      .call('changeClassroom', { params, body: { teacher_ids: [student.userId] } })
    expect([pupil.status, pupil.text]).toEqual([422, expect.stringContaining('/teacher_ids')])
    const foreign = await house
      .as(admin)
      .call('changeClassroom', { params, body: { teacher_ids: [elsewhere.teacher.userId] } })
    expect(foreign.status).toBe(422)
  })

  test('have names of their own until they are archived', async () => {
    const first = await jane.call('createClassroom', { body: { name: 'Club' } })
    const second = await jane.call('createClassroom', { body: { name: 'club' } })
    expect([second.status, second.text]).toEqual([409, expect.stringContaining('class_name_taken')])
    const params = { classroom_id: first.body.id }
    const archived = await jane.call('changeClassroom', { params, body: { archived: true } })
    expect(archived.body.archived_at).toBe(now.toISOString())
    expect((await jane.call('createClassroom', { body: { name: 'Club' } })).status).toBe(201)
    expect((await jane.call('changeClassroom', { params, body: { archived: false } })).status).toBe(409)
    const list = await jane.call('listClassrooms', { query: { archived: 'true' } })
    expect(list.body.items.map(({ id }) => id)).toEqual([first.body.id])
  })
})

describe('enrolment', () => {
  test('runs from a day to a day, at the place of the school', async () => {
    const newcomer = await aStudent(house, school, { username: 'late.l' })
    const params = { classroom_id: classId }
    const body = { usernames: ['late.l'], from: '2026-03-04' }
    await jane.call('enrolStudents', { params, body })
    const names = async () =>
      (await jane.call('listClassroomStudents', { params })).body.items.map(({ username }) => username)
    expect(await names()).toEqual(['chen.m'])
    expect(await seen(teacher, newcomer.userId)).toBe(false)
    house.clock.freeze(new Date('2026-03-04T00:30:00.000Z'))
    expect(await names()).toEqual(['chen.m', 'late.l'])
    expect(await seen(teacher, newcomer.userId)).toBe(true)
    const pair = { ...params, student_id: newcomer.userId }
    expect((await jane.call('endEnrolment', { params: pair, query: { on: '2026-03-06' } })).status).toBe(204)
    expect(await names()).toEqual(['chen.m', 'late.l'])
    house.clock.freeze(new Date('2026-03-06T00:30:00.000Z'))
    expect(await names()).toEqual(['chen.m'])
    expect(await seen(teacher, newcomer.userId)).toBe(false)
    expect((await jane.call('endEnrolment', { params: pair })).status).toBe(404)
    const ever = await jane.call('listClassroomStudents', { params, query: { ended: 'true' } })
    expect(ever.body.items.map(({ ended_on }) => ended_on)).toEqual([null, '2026-03-06'])
    await jane.call('enrolStudents', { params, body: { student_ids: [newcomer.userId] } })
    expect(await names()).toEqual(['chen.m', 'late.l'])
    house.clock.freeze(now)
  })

  test('takes all of a list or none of it, and no student of another school', async () => {
    const params = { classroom_id: classId }
    const before = (await jane.call('listClassroomStudents', { params })).body.items.length
    const unknown = await jane.call('enrolStudents', { params, body: { usernames: ['late.l', 'nobody.n'] } })
    expect([unknown.status, unknown.text]).toEqual([422, expect.stringContaining('/usernames/1')])
    const foreign = await jane.call('enrolStudents', {
      params,
      body: { student_ids: [elsewhere.student.userId] },
    })
    expect([foreign.status, foreign.text]).toEqual([422, expect.stringContaining('/student_ids/0')])
    expect((await jane.call('listClassroomStudents', { params })).body.items).toHaveLength(before)
  })
})

describe('who sees a student', () => {
  test.each([
    ['the student', () => student, true],
    ['another student', () => elsewhere.student, false],
    ['a teacher of the class', () => teacher, true],
    ['a teacher of another class', () => colleague, false],
    ['an admin of the school', () => admin, true],
    ['a teacher of another school', () => elsewhere.teacher, false],
    ['an admin of another school', () => elsewhere.admin, false],
  ])('%s: %s', async (_, who, expected) => {
    expect(await seen(who(), student.userId)).toBe(expected)
  })

  test('guardians and advisors see those linked to them, until the link ends', async () => {
    const ctx = house.context()
    const links = [
      { role: 'guardian' as const, table: 'guardian_links' as const },
      { role: 'advisor' as const, table: 'advisor_links' as const },
    ]
    for (const { role, table } of links) {
      const person = await aPerson(house, school, role)
      expect(await seen(person, student.userId)).toBe(false)
      const row = { id: ctx.newId(), school_id: school.id, student_id: student.userId, created_at: now }
      if (table === 'guardian_links')
        await house.db
          .insertInto(table)
          .values({ ...row, guardian_id: person.userId, relation: 'parent' })
          .execute()
      else
        await house.db
          .insertInto(table)
          .values({ ...row, advisor_id: person.userId })
          .execute()
      expect(await seen(person, student.userId)).toBe(true)
      await house.db.updateTable(table).set({ ended_at: now }).where('id', '=', row.id).execute()
      expect(await seen(person, student.userId)).toBe(false)
    }
  })

  test('an admin needs a stated reason, and the student reads it', async () => {
    const params = { student_id: student.userId }
    const without = await house.as(admin).call('listAccessLog', { params })
    expect([without.status, without.text]).toEqual([403, expect.stringContaining('reason_needed')])
    const reason = 'Request of Zoë’s parents'
    await house.as(admin).call('listAccessLog', { params, headers: accessReasonHeaders(reason) })
    await jane.call('listAccessLog', { params })
    expect((await house.as(colleague).call('listAccessLog', { params })).status).toBe(404)
    const { body } = await house.as(student).call('listAccessLog', { params })
    const opened = body.items.filter(({ action }) => action === 'student.opened')
    expect(opened.slice(0, 2)).toMatchObject([
      { actor_role: 'teacher', actor_name: 'Jane Moore', action: 'student.opened', reason: null },
      { actor_role: 'admin', action: 'student.opened', reason },
    ])
    const own = body.items.filter(({ actor_role }) => actor_role === 'student')
    expect(own).toEqual([])
  })
})

describe('a start password', () => {
  test('is made by the teacher, shown once, works, and ends every sign-in of the student', async () => {
    const params = { student_id: student.userId }
    expect((await house.as(colleague).call('resetStudentSignIn', { params })).status).toBe(404)
    expect((await house.as(elsewhere.admin).call('resetStudentSignIn', { params })).status).toBe(404)
    const { body } = await jane.call('resetStudentSignIn', { params })
    expect(body).toMatchObject({ username: 'chen.m', first_name: 'Marcus' })
    const credentials = { username: 'chen.m', password: body.start_password, school: school.slug }
    const { body: signedIn } = await house.anyone().call('signIn', { body: credentials })
    const token = 'access_token' in signedIn ? signedIn.access_token : ''
    const marcus = house.anyone({ authorization: `Bearer ${token}` })
    expect((await marcus.call('showMe')).status).toBe(200)
    await jane.call('resetStudentSignIn', { params })
    expect((await marcus.call('showMe')).status).toBe(401)
    expect((await house.anyone().call('signIn', { body: credentials })).status).toBe(401)
    const rows = await house.db.selectFrom('users').select('password_hash').execute()
    expect(JSON.stringify([rows, house.logLines])).not.toContain(body.start_password)
  })
})

test('the questions of rooms above answer not_found for anything beyond reach', async () => {
  const ctx = house.context({ ...colleague, sessionId: null, isSample: false, locale: 'en-GB' })
  await expect(ctx.transaction((tx) => getClassroomFor(tx, ctx, classId))).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(ctx.transaction((tx) => getStudentFor(tx, ctx, student.userId))).rejects.toMatchObject({
    code: 'not_found',
  })
})
