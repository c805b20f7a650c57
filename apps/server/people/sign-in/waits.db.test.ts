import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { asJane, asMarcus, openSignInHouse, PASSWORD, start } from '../../testing/sign-ins.ts'

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

  test('five tries a minute are taken of one account, right ones too; another account goes on', async () => {
    const right = () => house.anyone().call('signIn', { body: asMarcus() })
    for (let turn = 0; turn < 3; turn += 1) expect((await right()).status).toBe(200)
    later(20)
    for (let turn = 0; turn < 2; turn += 1) expect((await right()).status).toBe(200)
    const sixth = await right()
    expect([sixth.status, sixth.body]).toMatchObject([429, { error_code: 'sign_in_wait' }])
    expect(sixth.headers['retry-after']).toBe('40')
    const typedOtherwise = await house
      .anyone()
      .call('signIn', { body: { username: ' CHEN.M ', password: PASSWORD, school: 'hill' } })
    expect(typedOtherwise.status).toBe(429)
    expect((await house.anyone().call('signIn', { body: asJane() })).status).toBe(200)
    later(60)
    expect((await right()).status).toBe(200)
  })

  test('wrong passwords among right ones count for the minute, and a right one ends no minute', async () => {
    const right = () => house.anyone().call('signIn', { body: asMarcus() })
    const statuses: number[] = []
    for (const once of [wrong, right, wrong, wrong, right, right]) statuses.push((await once()).status)
    expect(statuses).toEqual([401, 200, 401, 401, 200, 429])
  })

  test('the minute and the ladder hold for an unknown name as for a known one', async () => {
    const ghost = () =>
      house.anyone().call('signIn', { body: { username: 'ghost.g', password: 'wrong wrong' } })
    const seen = async (once: () => ReturnType<typeof ghost>) => {
      const answers = []
      for (const seconds of [0, 0, 0, 0, 0, 0, 30, 30]) {
        later(seconds)
        const { status, headers, body } = await once()
        answers.push([status, headers['retry-after'], (body as { message?: string }).message])
      }
      return answers
    }
    expect(await seen(ghost)).toEqual(await seen(wrong))
  })

  test('a class signs in from one address while some mistype; the 101st failure in 15 minutes waits', async () => {
    await house.db
      .insertInto('sign_in_tries')
      .values(
        Array.from({ length: 99 }, (_, index) => ({
          id: house.context().newId(),
          account_key: `other-${index}`,
          address: '127.0.0.1',
          outcome: 'failed',
          tried_at: start,
        })),
      )
      .execute()
    later(60)
    expect((await house.anyone().call('signIn', { body: asMarcus() })).status).toBe(200)
    expect((await wrong()).status).toBe(401)
    const full = await house.anyone().call('signIn', { body: asMarcus() })
    expect([full.status, full.headers['retry-after']]).toEqual([429, '600'])
    later(660)
    expect((await house.anyone().call('signIn', { body: asMarcus() })).status).toBe(200)
  })
})
