import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestHouse, type TestHouse } from '../../testing/harness.ts'
import { on, type Worker } from '../work.ts'
import { declareEvent, emit, emitAll } from './event.ts'
import { Relay } from './relay.ts'

const counted = declareEvent({ name: 'test.counted', version: 1, payload: z.object({ number: z.number() }) })
const school = '01a00000-0000-7000-8000-000000000001'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test.close())

const announce = (key: string, ...numbers: number[]) => {
  const ctx = test.context()
  return ctx.schoolTransaction(school, (tx) =>
    emitAll(
      ctx,
      tx,
      counted,
      numbers.map((number) => ({ schoolId: school, key, payload: { number } })),
    ),
  )
}

const relayOf = (...workers: Worker[]) => new Relay(test.house.machines, workers)

/** Takes the lease from whichever relay of an earlier test still holds it. */
const freeLease = () => sql`delete from leases where name = 'relay'`.execute(test.db)

describe('the relay', () => {
  it('hands a message to each consumer once, however often it delivers', async () => {
    await freeLease()
    const seen: string[] = []
    const take = (consumer: string) =>
      on(counted, consumer, async (_ctx, _tx, { number }) => {
        seen.push(`${consumer} ${number}`)
      })
    const relay = relayOf(take('first'), take('second'))
    await announce('a', 1)
    await relay.deliver()
    await sql`update outbox set published_at = null`.execute(test.db)
    await relay.deliver()
    expect(seen).toEqual(['first 1', 'second 1'])
  })

  it('tells nothing of a transaction that was rolled back', async () => {
    await freeLease()
    const seen: number[] = []
    const ctx = test.context()
    const work = ctx.schoolTransaction(school, async (tx) => {
      await emit(ctx, tx, counted, { schoolId: school, key: 'b', payload: { number: 2 } })
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    await relayOf(
      on(counted, 'rolled-back', async (_ctx, _tx, { number }) => void seen.push(number)),
    ).deliver()
    expect(seen).toEqual([])
  })

  it('keeps the order of a key when a handler faults, and lets other keys go on', async () => {
    await freeLease()
    const seen: string[] = []
    let broken = true
    const relay = relayOf(
      on(counted, 'ordered', async (_ctx, _tx, { number }, { key }) => {
        if (key === 'c' && broken) throw new Error('not now')
        seen.push(`${key}${number}`)
      }),
    )
    await announce('c', 1, 2)
    await announce('d', 1)
    await relay.deliver()
    expect(seen).toEqual(['d1'])
    broken = false
    test.clock.freeze(new Date(test.clock.now().getTime() + 10_000))
    await relay.deliver()
    expect(seen).toEqual(['d1', 'c1', 'c2'])
  })

  it('undoes what a faulting handler wrote', async () => {
    await freeLease()
    const relay = relayOf(
      on(counted, 'half-done', async (ctx, tx) => {
        await sql`insert into inbox (consumer, message_id, taken_at) values ('mark', ${ctx.newId()}, ${ctx.now})`.execute(
          tx,
        )
        throw new Error('half done')
      }),
    )
    await announce('e', 1)
    await relay.deliver()
    const { rows } = await sql`select 1 from inbox where consumer in ('mark', 'half-done')`.execute(test.db)
    expect(rows).toEqual([])
  })
})
