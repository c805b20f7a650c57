import { describe, expect, it } from 'vitest'
import { breachesIn, seenIn } from '../testing.ts'
import { environmentWall as wall } from './environment.ts'

describe('environment', () => {
  it('finds a reader beside the config', () => {
    expect(breachesIn(wall, { 'apps/server/people/a.ts': 'const a = process.env.A' })).toHaveLength(1)
    expect(breachesIn(wall, { 'apps/web/a.ts': 'const a = import.meta.env.A' })).toHaveLength(1)
  })

  it('lets the config read, and comments speak of it', () => {
    expect(breachesIn(wall, { 'apps/server/config.ts': 'process.env' })).toEqual([])
    expect(breachesIn(wall, { 'apps/server/people/a.ts': '// process.env is read elsewhere' })).toEqual([])
  })

  it('lets the program hand it to the config', () => {
    const path = 'apps/server/command-line/open.ts'
    expect(breachesIn(wall, { [path]: 'const config = readConfig(process.env)' })).toEqual([])
  })

  it('counts the files it saw', () => {
    expect(seenIn(wall, { 'apps/server/config.ts': '', 'apps/server/a.ts': '', 'bench/a.ts': '' })).toBe(1)
  })
})
