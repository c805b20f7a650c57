import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../testing/harness.ts'
import { aClass, anAdmin, aSchool, aStudent, aTeacher, type MadeSchool } from '../../testing/makers.ts'

const now = new Date('2026-03-02T10:00:00.000Z')
let house: TestHouse
let school: MadeSchool
let elsewhere: { school: MadeSchool; pupilId: string }

/** A school with a row in each of the tables below; answers the id of its student. */
async function fill(one: MadeSchool): Promise<string> {
  const teacher = await aTeacher(house, one)
  const student = await aStudent(house, one, { username: 'chen.m' })
  await aClass(house, one, { name: '8A', teachers: [teacher], students: [student] })
  const admin = house.as(await anAdmin(house, one))
  expect((await admin.call('createInvitation', { body: { role: 'teacher' } })).status).toBe(201)
  expect((await admin.call('makeResetLink', { params: { user_id: teacher.userId } })).status).toBe(201)
  const { body } = await house
    .as(teacher)
    .call('resetStudentSignIn', { params: { student_id: student.userId } })
  const credentials = { username: 'chen.m', password: body.start_password, school: one.slug }
  expect((await house.anyone().call('signIn', { body: credentials })).status).toBe(200)
  return student.userId
}

beforeAll(async () => {
  house = await openTestHouse({ now })
  school = await aSchool(house)
  await fill(school)
  const other = await aSchool(house)
  elsewhere = { school: other, pupilId: await fill(other) }
})
afterAll(() => house.close())

describe('the second wall', () => {
  test.each([
    ['schools', 'id'],
    ['school_settings', 'school_id'],
    ['users', 'home_school_id'],
    ['memberships', 'school_id'],
    ['students', 'school_id'],
    ['classrooms', 'school_id'],
    ['classroom_teachers', 'school_id'],
    ['classroom_enrollments', 'school_id'],
    ['sessions', 'school_id'],
    ['invitations', 'school_id'],
    ['password_resets', 'school_id'],
    ['audit_logs', 'school_id'],
  ])('shows of %s only those of the own school, though no filter of ours is left', async (table, column) => {
    const ctx = house.context()
    const schoolsIn = sql<{ id: string }>`select distinct ${sql.ref(column)} as id from ${sql.table(table)}`
    const seen = await ctx.schoolTransaction(school.id, (tx) => schoolsIn.execute(tx))
    expect(seen.rows).toEqual([{ id: school.id }])
    const there = await ctx.systemTransaction((tx) => schoolsIn.execute(tx))
    expect(there.rows.map(({ id }) => id).sort()).toEqual([school.id, elsewhere.school.id].sort())
  })

  test('lets nothing be written into another school, nor an account of it be changed', async () => {
    const ctx = house.context()
    const asOurs = (statement: ReturnType<typeof sql>) =>
      ctx.schoolTransaction(school.id, (tx) => statement.execute(tx))
    await expect(
      asOurs(sql`insert into classrooms (id, school_id, name, created_at)
        values (${ctx.newId()}, ${elsewhere.school.id}, 'Planted', ${now})`),
    ).rejects.toThrow(/row-level security/)
    const renamed = await asOurs(
      sql`update users set first_name = 'Renamed' where id = ${elsewhere.pupilId} returning id`,
    )
    expect(renamed.rows).toEqual([])
  })

  test('shows nothing at all without a school, and keeps sign-in tables from requests', async () => {
    const ctx = house.context()
    await ctx.systemTransaction(async (tx) => {
      await sql`select set_config('role', 'waymark_app', true)`.execute(tx)
      const { rows } = await sql`select id from users`.execute(tx)
      expect(rows).toEqual([])
    })
    for (const table of ['refresh_tokens', 'signing_keys', 'setup_tokens', 'sign_in_tries'])
      await expect(
        ctx.schoolTransaction(school.id, (tx) => sql`select * from ${sql.table(table)}`.execute(tx)),
      ).rejects.toThrow(/permission denied/)
  })

  test('keeps the audit log from being changed or emptied by requests', async () => {
    const ctx = house.context()
    for (const statement of [sql`update audit_logs set action = 'x'`, sql`delete from audit_logs`])
      await expect(ctx.schoolTransaction(school.id, (tx) => statement.execute(tx))).rejects.toThrow(
        /permission denied/,
      )
  })
})
