import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openTestHouse } from '../../testing/harness.ts'
import { anAdmin, aSchool, aStudent, aTeacher } from '../../testing/makers.ts'
import { asJane, asMarcus, openSignInHouse, PASSWORD, start } from '../../testing/sign-ins.ts'
import { verifyPassword } from '../passwords/argon2.ts'

// The real work is done; what is asked of it is written down.
vi.mock('../passwords/argon2.ts', async (load) => {
  const real = await load<typeof import('../passwords/argon2.ts')>()
  return { ...real, verifyPassword: vi.fn(real.verifyPassword) }
})

const { house, begin, hash, school, teacher, student, tokens, bearer } = await openSignInHouse()
afterAll(() => house.close())
beforeEach(begin)

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

  test('does the same work for an unknown user as for a wrong password', async () => {
    const hashesFor = async (email: string) => {
      vi.mocked(verifyPassword).mockClear()
      await house.anyone().call('signIn', { body: { email, password: 'wrong wrong wrong' } })
      return vi.mocked(verifyPassword).mock.calls
    }
    const known = await hashesFor('jane@hill.example')
    const unknown = await hashesFor('nobody@hill.example')
    expect(known).toEqual([['wrong wrong wrong', expect.stringMatching(/^\$argon2id\$/)]])
    expect(unknown).toEqual([['wrong wrong wrong', null]])
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
