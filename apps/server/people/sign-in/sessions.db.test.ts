import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { aMembership, anAdmin, aPerson, aStudent, aTeacher } from '../../testing/makers.ts'
import { asJane, asMarcus, cookieOf, openSignInHouse, PASSWORD } from '../../testing/sign-ins.ts'

const { house, begin, hash, school, teacher, later, browser, tokens, bearer } = await openSignInHouse()
afterAll(() => house.close())
beforeEach(begin)

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
