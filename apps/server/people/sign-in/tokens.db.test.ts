import { decodeJwt } from 'jose'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { asJane, openSignInHouse } from '../../testing/sign-ins.ts'

const { house, begin, teacher, later, tokens, bearer } = await openSignInHouse()
afterAll(() => house.close())
beforeEach(begin)

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
