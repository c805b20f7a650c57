import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../testing/harness.ts'
import { plantSampleSchool, type SampleSchool } from './plant-sample-school.ts'
import { createSetupToken, schoolsPresent } from './setup-token.ts'

const sample: SampleSchool = {
  name: 'Sample School',
  slug: 'sample',
  time_zone: 'Europe/London',
  locale: 'en-GB',
  people: [
    { role: 'teacher', first_name: 'Jane', last_name: 'Moore' },
    { role: 'admin', first_name: 'Ruth', last_name: 'Hale' },
    { role: 'guardian', first_name: 'Li', last_name: 'Chen', of: ['chen.m'] },
    { role: 'advisor', first_name: 'Omar', last_name: 'Aziz', of: ['chen.m'] },
    { role: 'student', first_name: 'Marcus', last_name: 'Chen', username: 'chen.m', year_group: 8 },
    { role: 'student', first_name: 'Ada', last_name: 'Lane', username: 'lane.a', year_group: 8 },
  ],
  classrooms: [
    {
      name: '8A',
      subject: 'Computing',
      year_group: 8,
      academic_year: '2025-26',
      teachers: ['Moore'],
      students: ['chen.m', 'lane.a'],
    },
  ],
}
const school = { name: 'Hill School', time_zone: 'Europe/London', locale: 'en-GB' as const }
const admin = {
  email: 'Head@hill.example',
  first_name: 'Hana',
  last_name: 'Okoro',
  password: 'vivid harbour 42',
}

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const setUp = (setup_token: string, change: object = {}) =>
  house.anyone().call('setUpSchool', { body: { setup_token, school, admin, ...change } as never })
const signInToSample = (role: string, headers: Record<string, string> = {}, user_id?: string) =>
  house.anyone(headers).call('signInToSample', { body: { role, ...(user_id ? { user_id } : {}) } as never })

describe('the first run, in order', () => {
  test('an empty server needs setting up and shows nothing to look at', async () => {
    const { body } = await house.anyone().call('showSetup')
    expect(body).toEqual({ needed: true, sample_present: false, may_look_around: false, notice: null })
    expect((await signInToSample('teacher')).status).toBe(404)
  })

  test('a sample school can be looked around as each of its people, from this machine only', async () => {
    const planted = await plantSampleSchool(house.context(), sample)
    expect((await house.anyone().call('showSetup')).body).toEqual({
      needed: true,
      sample_present: true,
      may_look_around: true,
      notice: 'sample_school_will_be_removed',
    })
    for (const role of ['student', 'teacher', 'advisor', 'guardian', 'admin']) {
      const { status, body } = await signInToSample(role)
      expect([role, status]).toEqual([role, 200])
      const token = 'access_token' in body ? body.access_token : ''
      const me = await house.anyone({ authorization: `Bearer ${token}` }).call('showMe')
      expect(me.body).toMatchObject({ role, school: { is_sample: true } })
    }
    const ada = await signInToSample('student', {}, planted.people.get('lane.a'))
    expect(ada.body.user.first_name).toBe('Ada')
    expect((await signInToSample('student', { 'x-forwarded-for': '192.0.2.1' })).status).toBe(404)
  })

  test('its people have no password and cannot be given one', async () => {
    const { body } = await signInToSample('admin')
    const token = 'access_token' in body ? body.access_token : ''
    const ruth = house.anyone({ authorization: `Bearer ${token}` })
    const { body: users } = await ruth.call('listUsers')
    expect(users.items.map(({ has_password }) => has_password)).toEqual(Array(6).fill(false))
    const marcus = users.items.find(({ username }) => username === 'chen.m')?.id ?? ''
    expect((await ruth.call('resetStudentSignIn', { params: { student_id: marcus } })).status).toBe(409)
    expect((await ruth.call('makeResetLink', { params: { user_id: marcus } })).status).toBe(409)
    const tried = await house.anyone().call('signIn', { body: { username: 'chen.m', password: 'anything' } })
    expect(tried.status).toBe(401)
  })

  test('making the sample school again replaces it', async () => {
    await plantSampleSchool(house.context(), sample)
    expect(await schoolsPresent(house.context())).toEqual({ real: 0, sample: 1 })
  })

  test('the token is kept as a hash, and only the one printed last works', async () => {
    const first = await createSetupToken(house.context())
    const second = await createSetupToken(house.context())
    const stored = await house.db.selectFrom('setup_tokens').selectAll().execute()
    expect(stored).toHaveLength(1)
    expect(JSON.stringify(stored)).not.toContain(second)
    const refused = await setUp(first)
    expect([refused.status, refused.text]).toEqual([401, expect.stringContaining('setup_token_invalid')])
    expect((await setUp('')).status).toBe(422)
  })

  test('a weak password or an unknown time zone is named, and nothing is removed', async () => {
    const token = await createSetupToken(house.context())
    const weak = await setUp(token, { admin: { ...admin, password: 'short' } })
    expect([weak.status, weak.text]).toEqual([422, expect.stringContaining('/admin/password')])
    const zone = await setUp(token, { school: { ...school, time_zone: 'Mars/Olympus' } })
    expect([zone.status, zone.text]).toEqual([422, expect.stringContaining('/school/time_zone')])
    expect(await schoolsPresent(house.context())).toEqual({ real: 0, sample: 1 })
  })

  test('setting up makes the school and its admin and removes the sample school whole', async () => {
    const { body: sampleTeacher } = await signInToSample('teacher')
    const token = await createSetupToken(house.context())
    const { status, body } = await setUp(` ${token.toLowerCase().replaceAll('-', ' ')} `)
    expect([status, body.sample_removed]).toEqual([201, true])
    expect(body.school).toMatchObject({ slug: 'hill-school', name: 'Hill School', is_sample: false })
    expect(await schoolsPresent(house.context())).toEqual({ real: 1, sample: 0 })
    const left = await house.db.selectFrom('users').select('id').execute()
    expect(left).toEqual([{ id: body.user_id }])
    for (const table of ['students', 'classrooms', 'classroom_enrollments', 'guardian_links'] as const)
      expect(await house.db.selectFrom(table).select('id').execute()).toEqual([])
    const old = 'access_token' in sampleTeacher ? sampleTeacher.access_token : ''
    house.clock.freeze(new Date(house.clock.now().getTime() + 31_000))
    expect((await house.anyone({ authorization: `Bearer ${old}` }).call('showMe')).status).toBe(401)
    const { status: signedIn } = await house
      .anyone()
      .call('signIn', { body: { email: 'head@hill.example', password: admin.password } })
    expect(signedIn).toBe(200)
  })

  test('afterwards nothing can be set up or looked around any more', async () => {
    const token = await createSetupToken(house.context())
    expect((await setUp(token)).status).toBe(409)
    expect((await signInToSample('teacher')).status).toBe(404)
    expect((await house.anyone().call('showSetup')).body).toEqual({
      needed: false,
      sample_present: false,
      may_look_around: false,
      notice: null,
    })
    await expect(plantSampleSchool(house.context(), sample)).rejects.toMatchObject({
      code: 'real_school_present',
    })
  })
})
