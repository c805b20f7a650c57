import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openTestHouse, type TestHouse } from '../../testing/harness.ts'
import { anAdmin, aSchool, type MadeSchool } from '../../testing/makers.ts'
import { disableUser, inviteUser, resetUser } from './command-line.ts'

let house: TestHouse
let school: MadeSchool
let admin: Client

beforeAll(async () => {
  house = await openTestHouse()
  school = await aSchool(house, { slug: 'hill', name: 'Hill School' })
  admin = house.as(await anAdmin(house, school, { email: 'ruth@hill.example' }))
  await aSchool(house, { slug: 'vale' })
})
afterAll(() => house.close())

const signIn = (email: string, password: string, at = 'hill') =>
  house.anyone().call('signIn', { body: { email, password, school: at } })

describe('invitations', () => {
  const accept = (token: string, change: object = {}) =>
    house.anyone().call('acceptInvitation', {
      body: { token, password: 'a quiet orchard', first_name: 'Ola', last_name: 'Berg', ...change },
    })
  const invite = async (body: object) => {
    const { status, body: reply } = await admin.call('createInvitation', { body: body as never })
    expect(status).toBe(201)
    return reply
  }

  test('are a link shown once and kept as a hash, which works once', async () => {
    const { link, id } = await invite({ role: 'teacher', email: 'ola@hill.example' })
    expect(link.path).toBe(`/invitation#${link.token}`)
    const stored = await house.db.selectFrom('invitations').selectAll().execute()
    const listed = await admin.call('listInvitations')
    expect(JSON.stringify([stored, listed.body])).not.toContain(link.token)
    const read = await house.anyone().call('readInvitation', { body: { token: link.token } })
    expect(read.body).toEqual({ school_name: 'Hill School', role: 'teacher', email: 'ola@hill.example' })
    expect((await accept(link.token, { password: 'short' })).status).toBe(422)
    expect((await accept(link.token)).body).toMatchObject({ school: 'hill' })
    expect((await accept(link.token)).status).toBe(410)
    expect((await signIn('ola@hill.example', 'a quiet orchard')).body.user.role).toBe('teacher')
    const state = (await admin.call('listInvitations')).body.items.find((one) => one.id === id)?.state
    expect(state).toBe('accepted')
  })

  test('without an e-mail ask for one', async () => {
    const { link } = await invite({ role: 'advisor' })
    const without = await accept(link.token)
    expect([without.status, without.text]).toEqual([422, expect.stringContaining('/email')])
    expect((await accept(link.token, { email: 'Tove@hill.example' })).status).toBe(201)
  })

  test('add a role to a known account only with its own password', async () => {
    const { link } = await invite({ role: 'admin', email: 'ola@hill.example' })
    expect((await accept(link.token, { password: 'not the password' })).status).toBe(401)
    const { body } = await accept(link.token)
    const roles = await admin.call('listMemberships', { query: { user_id: body.user_id } })
    expect(roles.body.items.map(({ role }) => role).sort()).toEqual(['admin', 'teacher'])
  })

  test('can be withdrawn, and end after 14 days', async () => {
    const withdrawn = await invite({ role: 'teacher' })
    const params = { invitation_id: withdrawn.id }
    expect((await admin.call('withdrawInvitation', { params })).status).toBe(204)
    expect((await admin.call('withdrawInvitation', { params })).status).toBe(409)
    expect((await accept(withdrawn.link.token, { email: 'x@hill.example' })).status).toBe(410)
    const late = await invite({ role: 'teacher' })
    const now = house.clock.now()
    house.clock.freeze(new Date(now.getTime() + 14 * 86_400_000))
    expect((await accept(late.link.token, { email: 'x@hill.example' })).status).toBe(410)
    house.clock.freeze(now)
  })

  test('are never to a student, and to a whole district only from its own admin', async () => {
    expect((await admin.call('createInvitation', { body: { role: 'student' } as never })).status).toBe(422)
    expect(
      (await admin.call('createInvitation', { body: { role: 'admin', scope: 'district' } })).status,
    ).toBe(403)
  })
})

describe('the command line', () => {
  test('invites, resets and closes without a sign-in', async () => {
    const ctx = house.context()
    const { link_path } = await inviteUser(ctx, { school: 'hill', role: 'teacher' })
    const token = link_path.split('#')[1] ?? ''
    const body = {
      token,
      email: 'cli@hill.example',
      password: 'a quiet orchard',
      first_name: 'C',
      last_name: 'L',
    }
    expect((await house.anyone().call('acceptInvitation', { body })).status).toBe(201)
    const { password } = await resetUser(ctx, { name: 'CLI@hill.example', school: 'hill' })
    expect((await signIn('cli@hill.example', 'a quiet orchard')).status).toBe(401)
    expect((await signIn('cli@hill.example', password)).status).toBe(200)
    await disableUser(ctx, { name: 'cli@hill.example', school: 'hill' })
    expect((await signIn('cli@hill.example', password)).status).toBe(401)
  })

  test('says what is wrong', async () => {
    const ctx = house.context()
    const refusing = (code: string) => expect.objectContaining({ code })
    await expect(inviteUser(ctx, { school: 'hill', role: 'student' })).rejects.toEqual(refusing('invalid'))
    await expect(inviteUser(ctx, { school: 'nowhere', role: 'admin' })).rejects.toEqual(refusing('not_found'))
    await expect(inviteUser(ctx, { role: 'admin' })).rejects.toEqual(refusing('school_required'))
    await expect(resetUser(ctx, { name: 'nobody', school: 'hill' })).rejects.toEqual(refusing('not_found'))
  })
})
