import { describe, expect, it } from 'vitest'
import { breachesIn, seenIn } from '../testing.ts'
import { cyclesWall } from './cycles.ts'

describe('cycles', () => {
  it('finds a circle of three, and names the way round', () => {
    const found = breachesIn(cyclesWall, {
      'a.ts': `import './b.ts'`,
      'b.ts': `export * from './c.ts'`,
      'c.ts': `const a = await import('./a.ts')`,
      'd.ts': `import './a.ts'`,
    })
    expect(found).toEqual(['a.ts b.ts → c.ts → a.ts'])
  })

  it('finds a circle of types', () => {
    const found = breachesIn(cyclesWall, {
      'a.ts': `import type { B } from './b.ts'`,
      'b.ts': `import type { A } from './a.ts'`,
    })
    expect(found).toHaveLength(1)
  })

  it('lets two ways lead to one file, and a worker be started by what it imports', () => {
    const found = breachesIn(cyclesWall, {
      'a.ts': `import './b.ts'; import './c.ts'; new Worker(new URL('./e.ts', import.meta.url))`,
      'b.ts': `import './d.ts'`,
      'c.ts': `import './d.ts'`,
      'd.ts': '',
      'e.ts': `import './a.ts'`,
    })
    expect(found).toEqual([])
  })

  it('counts the files it saw', () => {
    expect(seenIn(cyclesWall, { 'a.ts': '', 'b.tsx': '', 'c.md': '' })).toBe(2)
  })
})
