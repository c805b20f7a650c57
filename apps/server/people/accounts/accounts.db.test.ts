import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openTestHouse, type TestHouse } from '../../testing/harness.ts'
import {
  aMembership,
  anAdmin,
  aSchool,
  aStudent,
  aTeacher,
  type MadePerson,
  type MadeSchool,
} from '../../testing/makers.ts'

let house: TestHouse
let school: MadeSchool
let adminPerson: MadePerson
let admin: Client
let other: MadeSchool

beforeAll(async () => {
  house = await openTestHouse()
  school = await aSchool(house, { slug: 'hill', name: 'Hill School' })
  adminPerson = await anAdmin(house, school, {
    email: 'ruth@hill.example',
    first_name: 'Ruth',
    last_name: 'Hale',
  })
  admin = house.as(adminPerson)
  other = await aSchool(house, { slug: 'vale' })
})
afterAll(() => house.close())

const signIn = (email: string, password: string, at = 'hill') =>
  house.anyone().call('signIn', { body: { email, password, school: at } })

describe('accounts', () => {
  test('are made with one role; no reply ever holds a password or its hash', async () => {
    const staff = await admin.call('createUser', {
      body: {
        role: 'teacher',
        email: 'Jane@Hill.example',
        first_name: 'Jane',
        last_name: 'Moore',
        password: 'a quiet orchard',
      },
    })
    expect([staff.status, staff.body]).toMatchObject([
      201,
      { email: 'jane@hill.example', username: null, has_password: true, kept_here: true },
    ])
    expect(staff.body.memberships).toMatchObject([{ role: 'teacher', scope: 'school', school_id: school.id }])
    const pupil = await admin.call('createUser', {
      body: { role: 'student', first_name: 'Zoë', last_name: "O'Neill", year_group: 8 },
    })
    expect(pupil.body).toMatchObject({
      username: 'oneill.z',
      email: null,
      grade_level: 7,
      has_password: false,
    })
    const list = await admin.call('listUsers')
    expect(list.text + staff.text + pupil.text).not.toMatch(/argon2|orchard/)
    expect((await signIn('jane@hill.example', 'a quiet orchard')).status).toBe(200)
  })

  test.each([
    ['a taken e-mail', { role: 'teacher', email: 'ruth@hill.example' }, 409, 'email_taken'],
    ['a taken user name', { role: 'student', username: 'oneill.z' }, 409, 'username_taken'],
    [
      'a weak password',
      { role: 'teacher', email: 'n@hill.example', password: 'short' },
      422,
      'password_weak',
    ],
    ['an unknown field', { role: 'student', is_sample: true }, 422, 'invalid'],
    ['a role nobody is given', { role: 'service', email: 's@hill.example' }, 422, 'invalid'],
  ])('with %s are refused', async (_, change, status, code) => {
    const body = { first_name: 'New', last_name: 'Person', ...change }
    const refused = await admin.call('createUser', { body: body as never })
    expect([refused.status, refused.text]).toEqual([status, expect.stringContaining(code)])
  })

  test('are found by name, role and state, page by page', async () => {
    const names = async (query: object) =>
      (await admin.call('listUsers', { query: query as never })).body.items.map(({ last_name }) => last_name)
    expect(await names({ search: 'zoë o' })).toEqual(["O'Neill"])
    expect(await names({ search: '%' })).toEqual([])
    expect(await names({ role: 'admin' })).toEqual(['Hale'])
    const first = await admin.call('listUsers', { query: { limit: 2 } })
    const rest = await admin.call('listUsers', { query: { limit: 2, cursor: first.body.next_cursor ?? '' } })
    expect([...first.body.items, ...rest.body.items].map(({ last_name }) => last_name)).toEqual([
      'Hale',
      'Moore',
      "O'Neill",
    ])
  })

  test('are changed field by field; students have no e-mail, staff no user name', async () => {
    const { body } = await admin.call('listUsers', { query: { search: 'oneill' } })
    const params = { user_id: body.items[0]?.id ?? '' }
    const changed = await admin.call('changeUser', { params, body: { last_name: 'Neill', year_group: 9 } })
    expect(changed.body).toMatchObject({
      first_name: 'Zoë',
      last_name: 'Neill',
      username: 'oneill.z',
      grade_level: 8,
    })
    expect((await admin.call('changeUser', { params, body: { email: 'z@hill.example' } })).status).toBe(422)
    const own = { user_id: adminPerson.userId }
    expect((await admin.call('changeUser', { params: own, body: { username: 'ruth' } })).status).toBe(422)
  })

  test('of two people who choose one e-mail at the same moment go to one of them', async () => {
    const body = { role: 'teacher' as const, email: 'twin@hill.example', first_name: 'T', last_name: 'Win' }
    const both = await Promise.all([admin.call('createUser', { body }), admin.call('createUser', { body })])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(both.map(({ text }) => text).join()).toContain('email_taken')
  })

  test('of another school are not found; those kept elsewhere are not changed here', async () => {
    const foreign = await aTeacher(house, other)
    const params = { user_id: foreign.userId }
    expect((await admin.call('showUser', { params })).status).toBe(404)
    expect((await admin.call('disableUser', { params })).status).toBe(404)
    await aMembership(house, foreign.userId, school, 'teacher')
    expect((await admin.call('showUser', { params })).body.kept_here).toBe(false)
    for (const operation of ['disableUser', 'makeResetLink'] as const) {
      const refused = await admin.call(operation, { params })
      expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('account_elsewhere')])
    }
  })

  test('are closed and opened again; the last admin stays', async () => {
    const { body } = await admin.call('listUsers', { query: { search: 'jane@hill' } })
    const params = { user_id: body.items[0]?.id ?? '' }
    const { body: live } = await signIn('jane@hill.example', 'a quiet orchard')
    const jane = house.anyone({ authorization: `Bearer ${'access_token' in live ? live.access_token : ''}` })
    expect((await jane.call('showMe')).status).toBe(200)
    expect((await admin.call('disableUser', { params })).body.disabled_at).not.toBeNull()
    expect((await jane.call('showMe')).status).toBe(401)
    expect((await signIn('jane@hill.example', 'a quiet orchard')).status).toBe(401)
    expect((await admin.call('enableUser', { params })).body.disabled_at).toBeNull()
    expect((await signIn('jane@hill.example', 'a quiet orchard')).status).toBe(200)
    const last = await admin.call('disableUser', { params: { user_id: adminPerson.userId } })
    expect([last.status, last.text]).toEqual([409, expect.stringContaining('last_admin')])
  })
})

describe('roles', () => {
  test('are given, listed and ended; the sign-in of an ended role ends with it', async () => {
    const person = await aTeacher(house, school)
    const given = await admin.call('createMembership', { body: { user_id: person.userId, role: 'advisor' } })
    expect([given.status, given.body.role]).toEqual([201, 'advisor'])
    const twice = await admin.call('createMembership', { body: { user_id: person.userId, role: 'advisor' } })
    expect(twice.status).toBe(409)
    const listed = await admin.call('listMemberships', { query: { user_id: person.userId } })
    expect(listed.body.items.map(({ role }) => role).sort()).toEqual(['advisor', 'teacher'])
    const now = house.clock.now().toISOString()
    const ended = await admin.call('changeMembership', {
      params: { membership_id: given.body.id },
      body: { valid_until: '2020-01-01T00:00:00Z' },
    })
    expect(ended.body.valid_until).toBe(now)
  })

  test('are not given to students, nor beyond the own school, nor taken from the last admin', async () => {
    const pupil = await aStudent(house, school)
    const toPupil = await admin.call('createMembership', { body: { user_id: pupil.userId, role: 'admin' } })
    expect(toPupil.status).toBe(409)
    const foreign = await aTeacher(house, other)
    const toForeign = await admin.call('createMembership', {
      body: { user_id: foreign.userId, role: 'admin' },
    })
    expect(toForeign.status).toBe(404)
    const district = await admin.call('createMembership', {
      body: { user_id: adminPerson.userId, role: 'admin', scope: 'district' },
    })
    expect(district.status).toBe(403)
    const own = await admin.call('listMemberships', { query: { user_id: adminPerson.userId } })
    const params = { membership_id: own.body.items[0]?.id ?? '' }
    const last = await admin.call('changeMembership', {
      params,
      body: { valid_until: '2020-01-01T00:00:00Z' },
    })
    expect([last.status, last.text]).toEqual([409, expect.stringContaining('last_admin')])
  })
})

describe('school settings', () => {
  const params = () => ({ school_id: school.id })
  test('are changed version by version; a stale change is shown both texts', async () => {
    const before = await admin.call('showSchoolSettings', { params: params() })
    expect(before.body).toMatchObject({ version: 1, settings: { self_registration: false } })
    const change = {
      version: 1,
      school: { locale: 'en-US' as const },
      settings: { year_naming: 'grade' as const },
    }
    const after = await admin.call('changeSchoolSettings', { params: params(), body: change })
    expect(after.body).toMatchObject({
      version: 2,
      school: { locale: 'en-US', name: 'Hill School' },
      settings: { year_naming: 'grade', mark_naming: 'marks' },
    })
    const stale = await admin.call('changeSchoolSettings', { params: params(), body: change })
    expect([stale.status, stale.body]).toMatchObject([
      409,
      { error_code: 'edit_conflict', details: { theirs: { version: 2 } } },
    ])
    const zone = { version: 2, school: { time_zone: 'Mars/Olympus' } }
    expect((await admin.call('changeSchoolSettings', { params: params(), body: zone })).status).toBe(422)
  })

  test('of another school are not found', async () => {
    expect((await admin.call('showSchoolSettings', { params: { school_id: other.id } })).status).toBe(404)
  })
})
