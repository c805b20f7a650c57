import { describe, expect, it } from 'vitest'
import { breachesIn, seenIn } from '../testing.ts'
import { addressesWall as wall } from './addresses.ts'

// Put together here, so that this file does not hold what the wall forbids.
const path = (...parts: string[]) => `/${parts.join('/')}`

describe('addresses', () => {
  it.each([
    `const spec = '${path('work', 'shared', 'spec')}'`,
    `See ${path('root', 'notes')}`,
    `cd ${path('home', 'ada', 'waymark')}`,
    `(${path('tmp', 'w', 'brief.md')})`,
    `see ${['registry', 'npmjs', 'org'].join('.')}`,
  ])('a file may not hold: %s', (text) => {
    expect(breachesIn(wall, { 'docs/a.md': `first\n${text}` })).toHaveLength(1)
  })

  it('lets routes, own folders and local links of the lockfile be', () => {
    const text = `'/students/work/main' packages/root/a '/tmp' "resolved": "packages/contract", /work/queue`
    expect(breachesIn(wall, { 'package-lock.json': text })).toEqual([])
  })

  it('counts the files it saw', () => {
    expect(seenIn(wall, { 'a.ts': '', 'b.md': '' })).toBe(2)
  })
})
