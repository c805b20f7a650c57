import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { anAdmin, aTeacher } from '../../testing/makers.ts'
import { cookieOf, openSignInHouse, PASSWORD, start } from '../../testing/sign-ins.ts'

const { house, begin, hash, school, later, browser, tokens, bearer } = await openSignInHouse()
afterAll(() => house.close())
beforeEach(begin)

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
