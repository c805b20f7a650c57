import { describe, expect, it } from 'vitest'
import { breachesIn, seenIn } from '../testing.ts'
import { studentAreaWall } from './student-area.ts'

const house = {
  'packages/questions/ordering/answer.ts': '',
  'packages/questions/ordering/entry.ts': '',
  'packages/contract/endpoints.ts': '',
  'packages/contract/generated/paths.ts': '',
  'apps/web/ui/Button.tsx': '',
  'apps/web/author/Create.tsx': '',
}
const look = (texts: Record<string, string>) => breachesIn(studentAreaWall, { ...house, ...texts })

describe('student area', () => {
  it.each([
    `import { z } from 'zod'`,
    `import { endpoints } from '@waymark/contract/endpoints.ts'`,
    `import { type Endpoints } from '@waymark/contract/endpoints.ts'`,
    `import { entry } from '@waymark/questions/ordering/entry.ts'`,
    `import { Create } from '../author/Create.tsx'`,
  ])('may not load: %s', (text) => {
    expect(look({ 'apps/web/take/Question.tsx': text })).toHaveLength(1)
  })

  it('sees what is loaded through other files', () => {
    const found = look({
      'apps/web/questions/ordering/Player.tsx': `import '../../ui/Field.tsx'`,
      'apps/web/ui/Field.tsx': `import { z } from 'zod'`,
    })
    expect(found).toEqual([
      'apps/web/questions/ordering/Player.tsx loads zod (through apps/web/ui/Field.tsx)',
    ])
  })

  it('lets types, answers and the table of paths in', () => {
    const text = `import type { Endpoints } from '@waymark/contract/endpoints.ts'
      import { paths } from '@waymark/contract/generated/paths.ts'
      import { isBlank } from '@waymark/questions/ordering/answer.ts'
      import { Button } from '../ui/Button.tsx'
      import { useState } from 'react'`
    expect(look({ 'apps/web/learn/Today.tsx': text })).toEqual([])
  })

  it('counts the files it saw', () => {
    expect(
      seenIn(studentAreaWall, { ...house, 'apps/web/take/a.ts': '', 'apps/web/take/a.test.ts': '' }),
    ).toBe(1)
  })
})
