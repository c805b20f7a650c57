import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { asMarcus, openSignInHouse, start } from '../../testing/sign-ins.ts'

const { house, begin, later } = await openSignInHouse()
afterAll(() => house.close())
beforeEach(begin)

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
