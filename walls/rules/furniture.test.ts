import { describe, expect, it } from 'vitest'
import { breachesIn, seenIn } from '../testing.ts'
import { furnitureWall as wall } from './furniture.ts'

const room = 'apps/server/attempts'
const house = {
  'apps/server/platform/db.ts': '',
  'packages/contract/attempts.ts': '',
  'packages/science/marking/text.ts': '',
  [`${room}/store.ts`]: '',
  [`${room}/window.ts`]: '',
  [`${room}/start-attempt.ts`]: '',
}
const look = (name: string, text: string) => breachesIn(wall, { ...house, [`${room}/${name}`]: text })

describe('furniture', () => {
  it.each([
    ['rules.ts', `import { findAttempt } from './store.ts'`],
    ['rules.ts', `import type { Db } from '../platform/db.ts'`],
    ['rules.ts', `import { z } from 'zod'`],
    ['rules.ts', `import { endpoints } from '@waymark/contract/attempts.ts'`],
    ['routes.ts', `import { findAttempt } from './store.ts'`],
    ['routes.ts', `import type { Kysely } from 'kysely'`],
    ['start-attempt.ts', `import { sql } from 'kysely'`],
    ['store.ts', `import { endpoints } from '@waymark/contract/attempts.ts'`],
    ['index.ts', `export const a = 1`],
    ['store.ts', `await db.transaction().execute(work)`],
    ['workers.ts', `await ctx.transaction(async (tx) => verb(tx))`],
  ])('%s may not hold: %s', (name, text) => {
    expect(look(name, text)).toHaveLength(1)
  })

  it.each([
    ['rules.ts', `import { a } from '@waymark/science/marking/text.ts'; import { b } from './window.ts'`],
    ['rules.ts', `import type { Attempt } from '@waymark/contract/attempts.ts'`],
    ['routes.ts', `import { startAttempt } from './start-attempt.ts'`],
    ['store.ts', `import { sql } from 'kysely'; import type { A } from '@waymark/contract/attempts.ts'`],
    ['store/attempts.ts', `import { sql } from 'kysely'`],
    ['start-attempt.ts', `await ctx.transaction(async (tx) => findAttempt(tx)); import './store.ts'`],
    ['index.ts', `export { startAttempt } from './start-attempt.ts'\nexport type { A } from './window.ts'`],
  ])('%s may hold: %s', (name, text) => {
    expect(look(name, text)).toEqual([])
  })

  it('counts the files it saw', () => {
    expect(seenIn(wall, house)).toBe(3)
  })
})
