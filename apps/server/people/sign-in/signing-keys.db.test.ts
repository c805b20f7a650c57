import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeContext } from '../../platform/context.ts'
import { asJane, openSignInHouse, type SignInHouse } from '../../testing/sign-ins.ts'
import { readAccessToken, renewSigningKey, rotateSigningKeys, signAccessToken } from './access-token.ts'

let hill: SignInHouse
beforeAll(async () => {
  hill = await openSignInHouse()
})
afterAll(() => hill.house.close())
/** Each test begins a day after the one before, so that no two keys are of the same instant. */
let day = 0
const later = (seconds: number) => hill.later(day * 86_400 + seconds)
beforeEach(() => {
  day += 1
  later(0)
})

const signedToken = async () => (await hill.tokens(asJane())).access_token
const kidOf = (token: string) => decodeProtectedHeader(token).kid
const opens = async (token: string) => (await hill.bearer(token).call('showMe')).status
const publishedKids = async () => {
  const { keys } = (await hill.house.house.app.inject({ url: '/.well-known/jwks.json' })).json() as {
    keys: { kid: string }[]
  }
  return keys.map(({ kid }) => kid)
}
/** Another process on the same database: it holds keys of its own. */
const elsewhere = () => {
  const { machines } = hill.house.house
  return makeContext({ ...machines, config: { ...machines.config } })
}

describe('a new signing key', () => {
  test('signs new tokens by its kid; tokens of the old one hold until they end, and both are published', async () => {
    const before = await signedToken()
    later(1)
    const { kid } = await renewSigningKey(hill.house.context())
    const after = await signedToken()
    expect(kidOf(after)).toBe(kid)
    expect(kidOf(before)).not.toBe(kid)
    expect([await opens(before), await opens(after)]).toEqual([200, 200])
    expect((await publishedKids()).slice(0, 2)).toEqual([kid, kidOf(before)])
    later(3599)
    expect(await opens(before)).toBe(200)
    later(3600)
    expect(await opens(before)).toBe(401)
  })

  test('made by another process is used here within a minute; a token it signed there opens here at once', async () => {
    await signedToken()
    later(1)
    const { kid } = await renewSigningKey(elsewhere())
    later(2)
    const own = await signedToken()
    expect(kidOf(own)).not.toBe(kid)
    const { sid } = decodeJwt(own)
    const foreign = await signAccessToken(elsewhere(), {
      userId: hill.teacher.userId,
      sessionId: String(sid),
      role: 'teacher',
      schoolId: hill.school.id,
      scope: 'school',
    })
    expect([kidOf(foreign), await opens(foreign)]).toEqual([kid, 200])
    later(60)
    const token = await signedToken()
    expect(kidOf(token)).toBe(kid)
    expect(await opens(token)).toBe(200)
  })

  test('is no sign-out while the database does not answer: that is a fault, and told as one', async () => {
    const token = await signedToken()
    later(61)
    const ctx = hill.house.context()
    const broken = {
      ...ctx,
      systemTransaction: () => Promise.reject(new Error('the database is away')),
    }
    await expect(readAccessToken(broken, token)).rejects.toThrow('the database is away')
    expect(await readAccessToken(ctx, token)).toMatchObject({ userId: hill.teacher.userId })
    expect(await readAccessToken(ctx, `${token}x`)).toBeNull()
  })

  test('leaves the older ones published until their last token has surely ended', async () => {
    await signedToken()
    const { kid } = await renewSigningKey(hill.house.context())
    later(3600)
    await rotateSigningKeys(hill.house.context())
    expect((await publishedKids()).length).toBeGreaterThan(1)
    later(7200)
    await rotateSigningKeys(hill.house.context())
    expect(await publishedKids()).toEqual([kid])
  })

  test('is made every 90 days without asking', async () => {
    const before = kidOf(await signedToken())
    later(90 * 86_400)
    await rotateSigningKeys(hill.house.context())
    const after = kidOf(await signedToken())
    expect(after).not.toBe(before)
  })
})
