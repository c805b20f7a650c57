import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Client, openTestHouse, type TestHouse } from '../../testing/harness.ts'
import {
  aMembership,
  anAdmin,
  aPerson,
  aSchool,
  aStudent,
  aTeacher,
  type MadePerson,
  type MadeSchool,
} from '../../testing/makers.ts'
import { hashPassword } from '../passwords/argon2.ts'

const PASSWORD = 'vivid harbour 42'
const start = new Date('2026-03-02T10:00:00.000Z')

let house: TestHouse
let hash: string
let school: MadeSchool
let teacher: MadePerson
let student: MadePerson

beforeAll(async () => {
  house = await openTestHouse({ now: start })
  hash = await hashPassword(PASSWORD, new Uint8Array(16).fill(1))
  school = await aSchool(house, { slug: 'hill', name: 'Hill School' })
  teacher = await aTeacher(house, school, { email: 'jane@hill.example', password_hash: hash })
  student = await aStudent(house, school, { username: 'chen.m', first_name: 'Marcus', password_hash: hash })
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.freeze(start)
  await house.db.deleteFrom('sign_in_failures').execute()
})

const later = (seconds: number) => house.clock.freeze(new Date(start.getTime() + seconds * 1000))
const asJane = (password = PASSWORD) => ({ email: 'jane@hill.example', password })
const asMarcus = (password = PASSWORD) => ({ username: 'chen.m', password })

/** A sign-in for a browser; answers a client that carries its cookie and repeats its CSRF token. */
async function browser(body: object): Promise<{ client: Client; cookie: string; csrf: string }> {
  const {
    status,
    body: reply,
    headers,
  } = await house.anyone({ 'accept-session': 'cookie' }).call('signIn', { body: body as never })
  expect(status).toBe(200)
  const cookie = cookieOf(headers['set-cookie'])
  const csrf = 'csrf_token' in reply ? reply.csrf_token : ''
  return { client: house.anyone({ cookie, 'x-csrf-token': csrf }), cookie, csrf }
}

const cookieOf = (header: unknown): string => String([header].flat()[0]).split(';')[0] ?? ''

async function tokens(body: object) {
  const { status, body: reply } = await house.anyone().call('signIn', { body: body as never })
  expect(status).toBe(200)
  if (!('access_token' in reply)) throw new Error('no tokens')
  return reply
}
const bearer = (access_token: string) => house.anyone({ authorization: `Bearer ${access_token}` })

describe('signing in', () => {
  test('with an e-mail answers tokens and the user, as the document shows', async () => {
    const reply = await tokens({ ...asJane(), email: ' Jane@Hill.example ' })
    expect(reply).toEqual({
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      token_type: 'bearer',
      expires_in: 3600,
      user: {
        id: teacher.userId,
        email: 'jane@hill.example',
        first_name: 'Jane',
        role: 'teacher',
        school_id: school.id,
      },
    })
    const me = await bearer(reply.access_token).call('showMe')
    expect(me.body).toMatchObject({
      role: 'teacher',
      csrf_token: null,
      school: { slug: 'hill', time_zone: 'Europe/London', locale: 'en-GB', is_sample: false },
    })
  })

  test('with a user name works for students', async () => {
    const reply = await tokens(asMarcus())
    expect(reply.user).toEqual({
      id: student.userId,
      email: null,
      first_name: 'Marcus',
      role: 'student',
      school_id: school.id,
    })
  })

  test('the access token is signed by a published key and says who, where and until when', async () => {
    const { access_token } = await tokens(asJane())
    const jwks = await house.house.app.inject({ url: '/.well-known/jwks.json' })
    const keys = createLocalJWKSet(jwks.json() as JSONWebKeySet)
    const { payload } = await jwtVerify(access_token, keys, { currentDate: start, audience: 'waymark' })
    expect(payload).toMatchObject({
      sub: teacher.userId,
      role: 'teacher',
      school_id: school.id,
      scope: 'school',
    })
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600)
    expect(decodeProtectedHeader(access_token)).toMatchObject({ alg: 'EdDSA', kid: expect.any(String) })
    expect(JSON.stringify(jwks.json())).not.toContain('"d"')
  })

  test('for a browser sets an HttpOnly cookie and answers no token', async () => {
    const { headers, body } = await house
      .anyone({ 'accept-session': 'cookie' })
      .call('signIn', { body: asJane() })
    expect(String(headers['set-cookie'])).toMatch(
      /^waymark=[\w-]{43}; Max-Age=28800; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect(body).toEqual({
      user: expect.objectContaining({ id: teacher.userId }),
      csrf_token: expect.any(String),
    })
  })

  test('over TLS the cookie is __Host- and Secure', async () => {
    const proxied = await openTestHouse({ now: start, settings: { WAYMARK_TRUST_PROXY: 'true' } })
    const hill = await aSchool(proxied)
    await aTeacher(proxied, hill, { email: 'jane@hill.example', password_hash: hash })
    const secure = await proxied
      .anyone({ 'accept-session': 'cookie', 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.7' })
      .call('signIn', { body: asJane() })
    expect(String(secure.headers['set-cookie'])).toMatch(/^__Host-waymark=.*; Secure; SameSite=Lax$/)
    const open = await proxied
      .anyone({ 'accept-session': 'cookie', 'x-forwarded-for': '192.0.2.7' })
      .call('signIn', { body: asJane() })
    expect([open.status, open.text]).toEqual([403, expect.stringContaining('insecure_connection')])
    await proxied.close()
  })

  test('fails in the same words for a wrong password, an unknown name and a student of another school', async () => {
    const other = await aSchool(house)
    await aStudent(house, other, { username: 'elsewhere.e', password_hash: hash })
    const asked = [
      { email: 'jane@hill.example', password: 'wrong wrong wrong' },
      { email: 'nobody@hill.example', password: PASSWORD },
      { username: 'nobody.n', password: PASSWORD },
      { username: 'elsewhere.e', password: PASSWORD },
      { username: 'jane@hill.example', password: PASSWORD },
    ]
    const texts = []
    for (const body of asked) {
      const { status, text } = await house.anyone().call('signIn', { body: { ...body, school: 'hill' } })
      expect(status).toBe(401)
      texts.push(text.replace(/"request_id":"[^"]*"/, ''))
    }
    expect(new Set(texts).size).toBe(1)
    await house.db.deleteFrom('memberships').where('school_id', '=', other.id).execute()
    await house.db.deleteFrom('users').where('home_school_id', '=', other.id).execute()
    await house.db.deleteFrom('school_settings').where('school_id', '=', other.id).execute()
    await house.db.deleteFrom('schools').where('id', '=', other.id).execute()
  })

  test('takes as long for an unknown user as for a wrong password', async () => {
    const time = async (email: string) => {
      const begun = performance.now()
      await house.anyone().call('signIn', { body: { email, password: 'wrong wrong wrong' } })
      return performance.now() - begun
    }
    const known: number[] = []
    const unknown: number[] = []
    for (let round = 0; round < 4; round += 1) {
      known.push(await time('jane@hill.example'))
      unknown.push(await time(`nobody-${round}@hill.example`))
    }
    const middle = (times: number[]) => times.sort((a, b) => a - b)[1] ?? 0
    expect(middle(unknown)).toBeGreaterThan(middle(known) / 2)
    expect(middle(unknown)).toBeLessThan(middle(known) * 2)
  })

  test('needs the school only where there are several', async () => {
    const other = await aSchool(house, { slug: 'vale' })
    const without = await house.anyone().call('signIn', { body: asMarcus() })
    expect([without.status, without.text]).toEqual([422, expect.stringContaining('school_required')])
    expect((await house.anyone().call('signIn', { body: { ...asMarcus(), school: 'hill' } })).status).toBe(
      200,
    )
    expect((await house.anyone().call('signIn', { body: { ...asMarcus(), school: 'vale' } })).status).toBe(
      401,
    )
    expect((await house.anyone().call('listSchools')).body.items.map(({ slug }) => slug)).toContain('vale')
    await house.db.deleteFrom('school_settings').where('school_id', '=', other.id).execute()
    await house.db.deleteFrom('audit_logs').where('school_id', '=', other.id).execute()
    await house.db.deleteFrom('schools').where('id', '=', other.id).execute()
  })

  test('is not possible with an account that is closed, or whose role has ended', async () => {
    const closed = await aTeacher(house, school, { email: 'closed@hill.example', password_hash: hash })
    const live = await tokens({ email: 'closed@hill.example', password: PASSWORD })
    const admin = house.as(await anAdmin(house, school))
    await admin.call('disableUser', { params: { user_id: closed.userId } })
    expect((await bearer(live.access_token).call('showMe')).status).toBe(401)
    const again = await house
      .anyone()
      .call('signIn', { body: { email: 'closed@hill.example', password: PASSWORD } })
    expect(again.status).toBe(401)
  })
})

describe('waits after wrong passwords', () => {
  const wrong = () => house.anyone().call('signIn', { body: asMarcus('wrong wrong') })

  test('grow 30, 120, 300, 600 seconds; the right password works after each', async () => {
    const seen: [number, string | undefined][] = []
    const tryOnce = async () => {
      const { status, headers } = await wrong()
      seen.push([status, headers['retry-after'] as string | undefined])
    }
    for (let index = 0; index < 6; index += 1) await tryOnce()
    expect(seen).toEqual([...Array(5).fill([401, undefined]), [429, '30']])
    const right = () => house.anyone().call('signIn', { body: asMarcus() })
    expect((await right()).status).toBe(429)
    seen.length = 0
    for (const seconds of [30, 30, 150, 150, 450, 450]) {
      later(seconds)
      await tryOnce()
    }
    expect(seen).toEqual([
      [401, undefined],
      [429, '120'],
      [401, undefined],
      [429, '300'],
      [401, undefined],
      [429, '600'],
    ])
    later(1049)
    expect((await right()).status).toBe(429)
    later(1050)
    expect((await right()).status).toBe(200)
    expect((await wrong()).status).toBe(401)
  })

  test('hold for a name that does not exist, in the same words', async () => {
    const ghost = () =>
      house.anyone().call('signIn', { body: { username: 'ghost.g', password: 'wrong wrong' } })
    for (let index = 0; index < 5; index += 1) expect((await ghost()).status).toBe(401)
    expect((await ghost()).status).toBe(429)
  })

  test('cannot be slipped past by many tries at once', async () => {
    const statuses = (await Promise.all(Array.from({ length: 12 }, wrong))).map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(7)
  })

  test('a class signs in from one address while some mistype; the 101st failure in 15 minutes waits', async () => {
    await house.db
      .insertInto('sign_in_failures')
      .values(
        Array.from({ length: 99 }, (_, index) => ({
          id: house.context().newId(),
          account_key: `other-${index}`,
          address: '127.0.0.1',
          confirmed: true,
          failed_at: start,
        })),
      )
      .execute()
    later(60)
    expect((await house.anyone().call('signIn', { body: asMarcus() })).status).toBe(200)
    expect((await wrong()).status).toBe(401)
    const full = await house.anyone().call('signIn', { body: asMarcus() })
    expect([full.status, full.headers['retry-after']]).toEqual([429, '840'])
    later(900)
    expect((await house.anyone().call('signIn', { body: asMarcus() })).status).toBe(200)
  })
})

describe('refresh tokens', () => {
  const refresh = (refresh_token: string) => house.anyone().call('refreshTokens', { body: { refresh_token } })

  test('are used once; a second use ends the whole family, access tokens included', async () => {
    const first = await tokens(asJane())
    const second = await refresh(first.refresh_token)
    expect(second.status).toBe(200)
    const alive = bearer(second.body.access_token)
    expect((await alive.call('showMe')).status).toBe(200)
    const stolen = await refresh(first.refresh_token)
    expect([stolen.status, stolen.text]).toEqual([401, expect.stringContaining('token_reused')])
    expect((await alive.call('showMe')).status).toBe(401)
    expect((await refresh(second.body.refresh_token)).status).toBe(401)
  })

  test('end after seven days without use', async () => {
    const { refresh_token } = await tokens(asJane())
    later(7 * 86_400)
    expect((await refresh(refresh_token)).status).toBe(401)
  })

  test('outlive the access token, which ends after an hour', async () => {
    const { access_token, refresh_token } = await tokens(asJane())
    later(3600)
    expect((await bearer(access_token).call('showMe')).status).toBe(401)
    const fresh = await refresh(refresh_token)
    expect((await bearer(fresh.body.access_token).call('showMe')).status).toBe(200)
  })

  test('are kept as hashes only', async () => {
    const { refresh_token } = await tokens(asJane())
    const rows = await house.db.selectFrom('refresh_tokens').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(refresh_token)
  })
})

test.each([
  ['changed', (token: string) => `${token.slice(0, -6)}AAAAAA`],
  [
    'unsigned',
    (token: string) => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`,
  ],
  ['made up', () => 'not.a.token'],
])('an access token that is %s opens nothing', async (_, change) => {
  const { access_token } = await tokens(asJane())
  expect(decodeJwt(access_token).sub).toBe(teacher.userId)
  expect((await bearer(change(access_token)).call('showMe')).status).toBe(401)
})

describe('a browser session', () => {
  test('is left by signing out, and its cookie then opens nothing', async () => {
    const { client } = await browser(asJane())
    expect((await client.call('showMe')).status).toBe(200)
    const out = await client.call('signOut')
    expect([out.status, String(out.headers['set-cookie'])]).toEqual([
      204,
      expect.stringContaining('Max-Age=0'),
    ])
    expect((await client.call('showMe')).status).toBe(401)
  })

  test('does not write without its CSRF token, and a page of another site cannot sign in', async () => {
    const { cookie, client, csrf } = await browser(asJane())
    expect((await house.anyone({ cookie }).call('endOtherSessions')).status).toBe(403)
    expect((await house.anyone({ cookie, 'x-csrf-token': 'x' }).call('endOtherSessions')).status).toBe(403)
    expect((await client.call('endOtherSessions')).status).toBe(204)
    expect((await client.call('showMe')).body.csrf_token).toBe(csrf)
    const foreign = await house.anyone({ 'sec-fetch-site': 'cross-site' }).call('signIn', { body: asJane() })
    expect(foreign.status).toBe(403)
  })

  test('gets a new id at sign-in: a planted cookie is worth nothing', async () => {
    const planted = 'waymark=attacker-knows-this-value-0123456789abcdefg'
    const { headers } = await house
      .anyone({ 'accept-session': 'cookie', cookie: planted })
      .call('signIn', { body: asJane() })
    expect(cookieOf(headers['set-cookie'])).not.toBe(planted)
    expect((await house.anyone({ cookie: planted }).call('showMe')).status).toBe(401)
  })

  test('ends when the same browser signs in as someone else', async () => {
    const jane = await browser(asJane())
    await house
      .anyone({ 'accept-session': 'cookie', cookie: jane.cookie, 'x-csrf-token': jane.csrf })
      .call('signIn', { body: asMarcus() })
    expect((await jane.client.call('showMe')).status).toBe(401)
  })

  test('of staff ends after an idle hour, of a student does not; both end after 480 minutes', async () => {
    const jane = await browser(asJane())
    const marcus = await browser(asMarcus())
    later(3599)
    expect((await jane.client.call('showMe')).status).toBe(200)
    later(3599 + 3600)
    expect((await jane.client.call('showMe')).status).toBe(401)
    expect((await marcus.client.call('showMe')).status).toBe(200)
    later(480 * 60)
    expect((await marcus.client.call('showMe')).status).toBe(401)
  })

  test("ends with a student's next sign-in elsewhere; a teacher may have several", async () => {
    const first = await browser(asMarcus())
    await browser(asMarcus())
    expect((await first.client.call('showMe')).status).toBe(401)
    const home = await browser(asJane())
    await browser(asJane())
    expect((await home.client.call('showMe')).status).toBe(200)
  })

  test('is listed and can be ended from another one, by its own person only', async () => {
    await house.db.deleteFrom('sessions').where('user_id', '=', teacher.userId).execute()
    const home = await browser(asJane())
    const work = await browser(asJane())
    const { body } = await work.client.call('listSessions')
    expect(body.items.map(({ is_this }) => is_this).sort()).toEqual([false, true])
    const other = body.items.find(({ is_this }) => !is_this)?.id ?? ''
    const marcus = await browser(asMarcus())
    expect((await marcus.client.call('endSession', { params: { session_id: other } })).status).toBe(404)
    expect((await work.client.call('endSession', { params: { session_id: other } })).status).toBe(204)
    expect((await home.client.call('showMe')).status).toBe(401)
  })
})

describe('roles', () => {
  test.each(['student', 'teacher', 'advisor', 'guardian', 'admin'] as const)(
    'a person with the role %s signs in from a browser and by token',
    async (role) => {
      const email = `${role}@roles.example`
      if (role === 'student') await aStudent(house, school, { username: 'roles.s', password_hash: hash })
      else await aPerson(house, school, role, { email, password_hash: hash })
      const body =
        role === 'student' ? { username: 'roles.s', password: PASSWORD } : { email, password: PASSWORD }
      expect((await (await browser(body)).client.call('showMe')).body.role).toBe(role)
      const { access_token } = await tokens(body)
      expect((await bearer(access_token).call('showMe')).body.role).toBe(role)
    },
  )

  test('are switched under a new session id; the old one ends', async () => {
    const both = await aTeacher(house, school, { email: 'both@hill.example', password_hash: hash })
    const adminRole = await aMembership(house, both.userId, school, 'admin')
    const first = await browser({ email: 'both@hill.example', password: PASSWORD })
    expect((await first.client.call('listUsers')).status).toBe(403)
    const switched = await first.client.call('switchRole', { body: { membership_id: adminRole } })
    const cookie = cookieOf(switched.headers['set-cookie'])
    expect(cookie).not.toBe(first.cookie)
    expect((await first.client.call('showMe')).status).toBe(401)
    const me = await house.anyone({ cookie }).call('showMe')
    expect(me.body).toMatchObject({ role: 'admin', membership_id: adminRole })
    expect(me.body.memberships.map(({ role }) => role)).toEqual(['teacher', 'admin'])
  })

  test('of others cannot be switched to', async () => {
    const adminOfSchool = await anAdmin(house, school)
    const row = await house.db
      .selectFrom('memberships')
      .select('id')
      .where('user_id', '=', adminOfSchool.userId)
      .executeTakeFirstOrThrow()
    const { client } = await browser(asJane())
    expect((await client.call('switchRole', { body: { membership_id: row.id } })).status).toBe(404)
  })
})

describe('passwords', () => {
  test('are changed with the present one; every other sign-in ends and this one gets a new key', async () => {
    await aTeacher(house, school, { email: 'change@hill.example', password_hash: hash })
    const body = { email: 'change@hill.example', password: PASSWORD }
    const here = await browser(body)
    const there = await tokens(body)
    const change = (current_password: string, new_password: string) =>
      here.client.call('changePassword', { body: { current_password, new_password } })
    expect((await change('wrong wrong wrong', 'a quiet orchard')).status).toBe(401)
    const weak = await change(PASSWORD, 'change@hill.example')
    expect([weak.status, weak.text]).toEqual([422, expect.stringContaining('/new_password')])
    const changed = await change(PASSWORD, 'a quiet orchard')
    expect(changed.status).toBe(200)
    expect(cookieOf(changed.headers['set-cookie'])).not.toBe(here.cookie)
    expect((await here.client.call('showMe')).status).toBe(401)
    expect((await bearer(there.access_token).call('showMe')).status).toBe(401)
    expect((await house.anyone().call('signIn', { body })).status).toBe(401)
    await tokens({ ...body, password: 'a quiet orchard' })
  })

  test('are reset by a link that works once within its hour, three of them in an hour', async () => {
    const admin = house.as(await anAdmin(house, school))
    const forgetful = await aTeacher(house, school, { email: 'forgot@hill.example', password_hash: hash })
    const live = await tokens({ email: 'forgot@hill.example', password: PASSWORD })
    const asked = await house
      .anyone()
      .call('requestPasswordReset', { body: { email: 'Forgot@hill.example' } })
    const unknown = await house.anyone().call('requestPasswordReset', { body: { email: 'x@hill.example' } })
    expect([asked.status, asked.text]).toEqual([202, unknown.text])
    const shown = await admin.call('showUser', { params: { user_id: forgetful.userId } })
    expect(shown.body.reset_requested_at).toBe(start.toISOString())
    const links = []
    for (let index = 0; index < 3; index += 1)
      links.push(await admin.call('makeResetLink', { params: { user_id: forgetful.userId } }))
    expect(links.map(({ status }) => status)).toEqual([201, 201, 201])
    expect((await admin.call('makeResetLink', { params: { user_id: forgetful.userId } })).status).toBe(429)
    const use = (token: string) =>
      house.anyone().call('resetPassword', { body: { token, new_password: 'a quiet orchard' } })
    const [first, second] = links.map(({ body }) => body.token)
    expect((await use(first ?? '')).status).toBe(204)
    expect((await use(first ?? '')).status).toBe(410)
    expect((await use(second ?? '')).status).toBe(410)
    expect((await bearer(live.access_token).call('showMe')).status).toBe(401)
    later(3600)
    const late = await admin.call('makeResetLink', { params: { user_id: forgetful.userId } })
    later(7200)
    expect((await use(late.body.token)).status).toBe(410)
    later(7200)
    await tokens({ email: 'forgot@hill.example', password: 'a quiet orchard' })
  })
})

describe('registering', () => {
  test('makes a learner in a school that is open to it, and nothing else anywhere', async () => {
    const body = { first_name: 'Ada', last_name: 'Lane', password: 'open sesame seeds' }
    const closed = await house.anyone().call('register', { body })
    expect([closed.status, closed.text]).toEqual([403, expect.stringContaining('registration_closed')])
    const admin = house.as(await anAdmin(house, school))
    await admin.call('changeSchoolSettings', {
      params: { school_id: school.id },
      body: { version: 1, settings: { self_registration: true } },
    })
    const made = await house.anyone().call('register', { body })
    expect([made.status, made.body]).toEqual([201, { id: expect.any(String), username: 'lane.a' }])
    const role = await house.anyone().call('register', { body: { ...body, role: 'admin' } as never })
    expect(role.status).toBe(422)
    expect((await tokens({ username: 'lane.a', password: body.password })).user.role).toBe('student')
  })
})
