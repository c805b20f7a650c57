import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../testing/harness.ts'
import { asJane, openSignInHouse, type SignInHouse } from '../../testing/sign-ins.ts'
import { plantSampleSchool } from '../setup/plant-sample-school.ts'

let test: SignInHouse
beforeAll(async () => {
  test = await openSignInHouse()
})
afterAll(() => test.house.close())

const liveSessionsOf = (house: TestHouse, userId: string) =>
  house.db
    .selectFrom('sessions')
    .select('id')
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .execute()

it('leaves one session to a student who signs in at several computers in the same moment', async () => {
  const house = await openTestHouse()
  const planted = await plantSampleSchool(house.context(), {
    name: 'Sample',
    slug: 'sample',
    time_zone: 'Europe/London',
    locale: 'en-GB',
    people: [{ role: 'student', first_name: 'Ada', last_name: 'Byron', username: 'byron.a', year_group: 8 }],
    classrooms: [],
  })
  const user_id = planted.people.get('byron.a') ?? ''
  await Promise.all(
    Array.from({ length: 8 }, () =>
      house.anyone().call('signInToSample', { body: { role: 'student', user_id } }),
    ),
  )
  expect(await liveSessionsOf(house, user_id)).toHaveLength(1)
  await house.close()
})

it('takes a refresh token once, however many bring it in the same moment', async () => {
  const { refresh_token } = await test.tokens(asJane())
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => test.house.anyone().call('refreshTokens', { body: { refresh_token } })),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await liveSessionsOf(test.house, test.teacher.userId)).toHaveLength(0)
})
