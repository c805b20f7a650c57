import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Catalogue, compileCatalogue } from './compile.ts'
import { type WhenShown, whenShown } from './when-shown.ts'
import { setWords } from './words.ts'

const read = (name: string): Catalogue => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
const at = '2026-03-09T08:00:00Z'

beforeAll(() => {
  const british = read('./en-GB.json')
  const all = ['base', 'staff'] as const
  setWords('en-GB', Object.assign({}, ...all.map((part) => compileCatalogue(british, {}, 'en-GB', part))))
})

describe('the sentence that says when', () => {
  it.each<[WhenShown, string, string]>([
    [
      { when: 'on_finish', at: null },
      'You see the right answers when you finish.',
      'They see the right answers when they finish.',
    ],
    [
      { when: 'since', at },
      'You see the right answers when you finish.',
      'Since 9 March 2026 at 08:00, they see the right answers.',
    ],
    [
      { when: 'from', at },
      'You see the right answers on 9 March 2026 at 08:00.',
      'They see the right answers from 9 March 2026 at 08:00.',
    ],
    [
      { when: 'with_marks', at: null },
      'You see the right answers with your marks.',
      'They see the right answers with the marks.',
    ],
    [
      { when: 'with_marks', at },
      'You see the right answers with your marks, not before 9 March 2026 at 08:00.',
      'They see the right answers with the marks, but not before 9 March 2026 at 08:00.',
    ],
    [
      { when: 'by_teacher', at: null },
      'You see the right answers when your teacher releases them.',
      'They see the right answers when their teacher releases them.',
    ],
  ])('%o', (shown, student, teacher) => {
    expect(whenShown('take.answers_shown', shown)).toBe(student)
    expect(whenShown('classes.shown_answers', shown)).toBe(teacher)
  })
})
