import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aClass, aStudent, type MadePerson } from '../../testing/makers.ts'
import { asJane, openSignInHouse, type SignInHouse } from '../../testing/sign-ins.ts'
import { declareEvent, emit } from '../events/event.ts'

const happened = declareEvent({ name: 'test.happened', version: 1, payload: z.object({}) })

let test: SignInHouse
let pupil: MadePerson
let address: string
beforeAll(async () => {
  test = await openSignInHouse()
  pupil = await aStudent(test.house, test.school)
  await aClass(test.house, test.school, { teachers: [test.teacher], students: [pupil] })
  await test.house.house.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = test.house.house.app.server.address() as AddressInfo
  address = `http://127.0.0.1:${port}/api/v1/events/stream`
})
afterAll(() => test.house.close())

/** Opens the stream; `heard` reads on until the text has come or the stream has ended. */
async function listen(token: string) {
  const reply = await fetch(address, { headers: { authorization: `Bearer ${token}` } })
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader() ?? expect.unreachable()
  let all = ''
  return {
    heard: async (text: string): Promise<string> => {
      while (!all.includes(text)) {
        const { done, value } = await reader.read()
        if (done) return `${all}(ended)`
        all += value
      }
      return all
    },
    close: () => reader.cancel(),
  }
}

async function announce({ userId, schoolId }: MadePerson): Promise<void> {
  const ctx = test.house.context()
  await ctx.schoolTransaction(schoolId, (tx) =>
    emit(ctx, tx, happened, { schoolId, key: userId, payload: {} }),
  )
  await test.house.runUntilQuiet()
}

describe('the stream of events', () => {
  it('tells a teacher of students of own classes, and nothing of others', async () => {
    const { access_token } = await test.tokens(asJane())
    const stream = await listen(access_token)
    await announce(test.student)
    await announce(pupil)
    const heard = await stream.heard(pupil.userId)
    expect(heard).toContain('test.happened')
    expect(heard).not.toContain(test.student.userId)
    await stream.close()
  })

  it('ends with the sign-in', async () => {
    const { access_token } = await test.tokens(asJane())
    const stream = await listen(access_token)
    await stream.heard(': open')
    await test.bearer(access_token).call('signOut')
    await announce(pupil)
    const heard = await stream.heard(pupil.userId)
    expect(heard).toContain('(ended)')
    expect(heard).not.toContain(pupil.userId)
  })
})
