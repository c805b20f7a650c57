import { describe, expect, it } from 'vitest'
import { breachesIn, seenIn } from '../testing.ts'
import { clockAndChanceWall as wall } from './clock-and-chance.ts'

const inRoom = (text: string) => breachesIn(wall, { 'apps/server/attempts/start.ts': text })

describe('clock and chance', () => {
  it.each([
    'const a = Date.now()',
    'const a = new Date()',
    'const a = new\n Date ( )',
    'const a = Math.random()',
    'const a = crypto.randomUUID()',
    `import { randomUUID } from 'node:crypto'`,
    'crypto.getRandomValues(bytes)',
    `import { createHash, randomBytes } from 'node:crypto'`,
    'await sql`update a set b_at = now()`.execute(tx)',
    `await sql\`select \${id}, current_timestamp\`.execute(tx)`,
    `run('select gen_random_uuid()')`,
  ])('a room may not ask the machine: %s', (text) => {
    expect(inRoom(text)).toHaveLength(1)
  })

  it.each([
    'const a = new Date(ctx.now)',
    'const a = ctx.now',
    '// Date.now() is not for rooms',
    `const a = 'Math.random is chance'`,
    'const a = /new Date()/',
    'type A = Date',
    'const id = newPartId(ctx.randomBytes)',
    `import { createHash } from 'node:crypto'`,
  ])('a room may hold: %s', (text) => {
    expect(inRoom(text)).toEqual([])
  })

  it('finds the clock in a migration, but not in its comments', () => {
    const text = '-- now() is not used\ncreate table a (b_at timestamptz default now());'
    expect(breachesIn(wall, { 'apps/server/migrations/0001_a.sql': text })).toEqual([
      'apps/server/migrations/0001_a.sql:2 asks the machine: SQL now()',
    ])
  })

  it.each([
    'apps/server/platform/context.ts',
    'apps/web/a.ts',
    'bench/a.ts',
    'e2e/a.ts',
    'packages/a/b.test.ts',
  ])('%s may ask the machine', (path) => {
    expect(breachesIn(wall, { [path]: 'Date.now()' })).toEqual([])
  })

  it('counts the files it saw', () => {
    expect(seenIn(wall, { 'packages/a.ts': '', 'a.sql': '', 'bench/b.ts': '', 'c.md': '' })).toBe(2)
  })
})
