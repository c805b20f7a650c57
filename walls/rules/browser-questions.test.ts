import { describe, expect, it } from 'vitest'
import { breachesIn, seenIn } from '../testing.ts'
import { browserQuestionsWall } from './browser-questions.ts'

const folder = 'packages/questions'

describe('questions in the browser', () => {
  it('finds zod and science behind another file', () => {
    const found = breachesIn(browserQuestionsWall, {
      'packages/science/marking/text.ts': '',
      [`${folder}/text-input/answer.ts`]: `import { a } from '../shapes.ts'`,
      [`${folder}/text-input/student.ts`]: `export { a } from '@waymark/science/marking/text.ts'`,
      [`${folder}/shapes.ts`]: `import { z } from 'zod'`,
    })
    expect(found).toEqual([
      `${folder}/text-input/answer.ts loads ${folder}/shapes.ts → zod`,
      `${folder}/text-input/student.ts loads @waymark/science/marking/text.ts`,
    ])
  })

  it('lets types through', () => {
    const found = breachesIn(browserQuestionsWall, {
      [`${folder}/text-input/answer.ts`]: `import type { A } from './content.ts'`,
      [`${folder}/text-input/content.ts`]: `import { z } from 'zod'`,
    })
    expect(found).toEqual([])
  })

  it('counts the files it saw', () => {
    expect(
      seenIn(browserQuestionsWall, { [`${folder}/cloze/answer.ts`]: '', [`${folder}/kinds.ts`]: '' }),
    ).toBe(1)
  })
})
