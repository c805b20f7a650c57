import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestHouse, type TestHouse } from '../../testing/harness.ts'
import { Refused } from '../refused.ts'
import { work } from '../work.ts'
import { Jobs } from './boss.ts'
import { declareJob, send } from './job.ts'

const school = '01a00000-0000-7000-8000-000000000001'
const errand = declareJob({
  name: 'test.errand',
  payload: z.object({ number: z.number() }),
  retries: 2,
  timeoutSeconds: 30,
})

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
  await test.house.jobs.start()
})
afterAll(() => test.close())

const sendOne = (number: number, fail = false) => {
  const ctx = test.context()
  return ctx.schoolTransaction(school, async (tx) => {
    await send(ctx, tx, errand, { number })
    if (fail) throw new Error('rolled back')
  })
}

describe('an errand', () => {
  it('exists exactly when the transaction that sent it is kept', async () => {
    const done: number[] = []
    await sendOne(1)
    await expect(sendOne(2, true)).rejects.toThrow('rolled back')
    await test.house.jobs.runWaiting([work(errand, async (_ctx, { number }) => void done.push(number))])
    expect(done).toEqual([1])
  })

  it('of a queue that an earlier version made is missed as soon as one of a new queue', async () => {
    const { database } = test.house.machines
    const heartbeat = async () => {
      const { rows } = await database.run(
        "select heartbeat_seconds, retry_limit from pgboss.queue where name = 'test.errand'",
      )
      return rows
    }
    await database.run(
      "update pgboss.queue set heartbeat_seconds = null, retry_limit = 9 where name = 'test.errand'",
    )
    const nextVersion = new Jobs(test.house.machines)
    await nextVersion.start()
    await nextVersion.stop()
    expect(await heartbeat()).toEqual([{ heartbeat_seconds: 20, retry_limit: 2 }])
  })

  it('gives up at a refusal', async () => {
    let tries = 0
    const worker = work(errand, async () => {
      tries += 1
      throw new Refused('not_found')
    })
    await sendOne(3)
    await test.house.jobs.runWaiting([worker])
    await test.house.jobs.runWaiting([worker])
    expect(tries).toBe(1)
  })
})
