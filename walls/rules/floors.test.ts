import { describe, expect, it } from 'vitest'
import { breachesIn, seenIn } from '../testing.ts'
import { floorsWall } from './floors.ts'

const house = {
  'packages/science/marking/text.ts': 'export const a = 1',
  'packages/questions/kinds.ts': 'export const b = 1',
  'packages/contract/endpoints.ts': 'export const c = 1',
  'apps/server/people/index.ts': 'export const d = 1',
  'apps/web/api.ts': 'export const e = 1',
}
const look = (path: string, text: string) => breachesIn(floorsWall, { ...house, [path]: text })

describe('floors', () => {
  it.each([
    ['packages/science/a.ts', `import { z } from 'zod'`],
    ['packages/science/a.ts', `import type { A } from '@waymark/questions/kinds.ts'`],
    ['packages/questions/a.ts', `import { d } from '@waymark/contract/endpoints.ts'`],
    ['packages/questions/a.ts', `import { readFileSync } from 'node:fs'`],
    ['packages/contract/a.ts', `export * from '@waymark/science/marking/text.ts'`],
    ['packages/contract/a.ts', `import ky from 'ky'`],
    ['packages/contract/a.ts', `import '../../apps/server/people/index.ts'`],
    ['apps/server/a.ts', `import { e } from '../web/api.ts'`],
    ['apps/web/a.tsx', `const a = import('@waymark/server/people/index.ts')`],
    ['apps/web/a.tsx', `import { a } from '@waymark/interop/csv/read.ts'`],
    ['e2e/a.ts', `import { d } from '../apps/server/people/index.ts'`],
    ['apps/server/a.ts', `import { gone } from './gone.ts'`],
    ['apps/server/a.ts', 'const a = await import(name)'],
  ])('%s may not hold: %s', (path, text) => {
    expect(look(path, text)).toHaveLength(1)
  })

  it.each([
    [
      'packages/questions/a.ts',
      `import { z } from 'zod'; import { a } from '@waymark/science/marking/text.ts'`,
    ],
    ['packages/questions/a.test.ts', `import { it } from 'vitest'`],
    ['packages/contract/a.ts', `import { b } from '../questions/kinds.ts'`],
    ['apps/server/a.ts', `import pg from 'pg'; import { c } from '@waymark/contract/endpoints.ts'`],
    ['apps/web/a.tsx', `import { b } from '@waymark/questions/kinds.ts'; import './a.css'`],
    ['bench/a.ts', `import { a } from '@waymark/science/marking/text.ts'`],
  ])('%s may hold: %s', (path, text) => {
    expect(look(path, text)).toEqual([])
  })

  it('counts the files it saw', () => {
    expect(seenIn(floorsWall, { ...house, 'docs/map.md': '', 'vitest.config.ts': '' })).toBe(5)
  })
})
