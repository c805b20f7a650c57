import { beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '../../config.ts'
import type { Viewer } from '../context.ts'
import { Refused } from '../refused.ts'
import { Limits } from './limits.ts'

const viewer = (userId: string): Viewer => ({
  userId,
  schoolId: 'school',
  role: 'student',
  sessionId: `session of ${userId}`,
  isSample: false,
  locale: 'en-GB',
})

let limits: Limits
beforeEach(() => {
  limits = new Limits(readConfig({}))
})

const save = (userId: string, attempt: string) => limits.count('save', viewer(userId), '10.0.0.1', attempt)

/** How many of so many calls are let through. */
async function letThrough(calls: number, call: (turn: number) => Promise<unknown>): Promise<number> {
  let through = 0
  for (let turn = 0; turn < calls; turn += 1)
    through += await call(turn).then(
      () => 1,
      (fault: unknown) => {
        if (fault instanceof Refused && fault.code === 'too_many_requests') return 0
        throw fault
      },
    )
  return through
}

describe('saves', () => {
  it('are let through 10 a second and 20 as a burst, then wait', async () => {
    expect(await letThrough(50, () => save('ada', 'a'))).toBe(30)
  })

  it('of one person use up nothing of another’s, whichever attempt they name', async () => {
    await letThrough(50, () => save('eve', 'a'))
    expect(await letThrough(30, () => save('ada', 'a'))).toBe(30)
  })

  it('are limited together, so that naming ever new attempts is no way round', async () => {
    expect(await letThrough(1000, (turn) => save('eve', `attempt ${turn}`))).toBe(900)
  })
})

it('anonymous calls are counted by address', async () => {
  const call = (address: string) => limits.count('general', null, address, '')
  expect(await letThrough(300, () => call('10.0.0.1'))).toBe(240)
  expect(await letThrough(1, () => call('10.0.0.2'))).toBe(1)
})
