import { describe, expect, it } from 'vitest'
import { breachesIn, seenIn } from '../testing.ts'
import { roomsWall } from './rooms.ts'

const server = 'apps/server'
const house = {
  [`${server}/platform/db.ts`]: '',
  [`${server}/people/index.ts`]: '',
  [`${server}/people/store.ts`]: '',
  [`${server}/attempts/index.ts`]: '',
  [`${server}/attempts/routes.ts`]: '',
  [`${server}/config.ts`]: '',
  [`${server}/rooms.ts`]: '',
}
const look = (path: string, text: string) => breachesIn(roomsWall, { ...house, [`${server}/${path}`]: text })

describe('rooms', () => {
  it.each([
    ['people/sign-in.ts', `import { a } from '../attempts/index.ts'`],
    ['people/sign-in.ts', `import type { A } from '../attempts/index.ts'`],
    ['attempts/mark.ts', `import { a } from '../people/store.ts'`],
    ['attempts/mark.ts', `import { a } from '@waymark/server/people/store.ts'`],
    ['platform/http.ts', `import { a } from '../people/index.ts'`],
    ['platform/http.ts', `import { a } from '../rooms.ts'`],
    ['cli/users.ts', `import { a } from '../people/store.ts'`],
  ])('%s may not hold: %s', (path, text) => {
    expect(look(path, text)).toHaveLength(1)
  })

  it.each([
    ['attempts/mark.ts', `import { a } from '../people/index.ts'; import { b } from '../platform/db.ts'`],
    ['attempts/mark.ts', `import { a } from './routes.ts'`],
    ['platform/http.ts', `import type { Config } from '../config.ts'`],
    ['rooms.ts', `import { a } from './attempts/routes.ts'`],
    ['cli/users.ts', `import { a } from '../people/index.ts'; import { rooms } from '../rooms.ts'`],
    ['people/a.test.ts', `import { a } from '../attempts/routes.ts'`],
    ['testing/makers.ts', `import { a } from '../people/store.ts'`],
  ])('%s may hold: %s', (path, text) => {
    expect(look(path, text)).toEqual([])
  })

  it('counts the files it saw', () => {
    expect(seenIn(roomsWall, { ...house, 'apps/web/api.ts': '' })).toBe(7)
  })
})
