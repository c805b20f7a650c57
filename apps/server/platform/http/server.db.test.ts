import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../testing/harness.ts'

const INFO = 30

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

it('answers 503 while the server starts, and logs that as an answer, not as a fault', async () => {
  const { statusCode } = await house.house.app.inject('/ready')
  expect(statusCode).toBe(503)
  const lines = house.logLines.map((line) => JSON.parse(line) as { level: number; route?: string })
  expect(lines.filter(({ route }) => route === '/ready').map(({ level }) => level)).toEqual([INFO])
})
