import { describe, expect, it } from 'vitest'
import { breachesIn, seenIn } from '../testing.ts'
import { unfinishedWall as wall } from './unfinished.ts'

const look = (text: string) => breachesIn(wall, { 'packages/science/a.test.ts': text })
// Put together here, so that this file does not hold what the wall forbids.
const mark = (...parts: string[]) => `// ${parts.join('')}`

describe('nothing unfinished', () => {
  it.each([
    `it.only('a', () => {})`,
    `describe.skip('a', () => {})`,
    `test.skipIf(slow)('a', () => {})`,
    `it.todo('a')`,
    `xit('a', () => {})`,
    mark('TO', 'DO: later'),
    mark('FIX', 'ME'),
    mark('@ts-', 'ignore'),
  ])('a file may not hold: %s', (text) => {
    expect(look(text)).toHaveLength(1)
  })

  it('reads style sheets and migrations too', () => {
    expect(breachesIn(wall, { 'a.sql': ['-- TO', 'DO index'].join('') })).toHaveLength(1)
  })

  it('lets words and other methods be', () => {
    expect(look(`it('says TO DO', () => rows.skip(1))\nconst skip = list.only`)).toEqual([])
    expect(look(`const title = '${['TO', 'DO'].join('')}'`)).toEqual([])
  })

  it('counts the files it saw', () => {
    expect(seenIn(wall, { 'a.ts': '', 'b.css': '', 'c.md': '' })).toBe(2)
  })
})
