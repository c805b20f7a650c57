import { describe, expect, it } from 'vitest'
import type { MarkingItem } from './award.ts'
import { equalTogether } from './equal-answers.ts'

const item = (mark_id: string, answer_text: string, question_version_id = 'q'): MarkingItem => ({
  mark_id,
  assignment_id: 'a',
  quiz_title: 'Binary',
  classroom_name: '8C',
  question_version_id,
  stem: 'Why?',
  points: 4,
  answer_text,
  words: 2,
  min_words: 1,
  max_words: 100,
  scheme: { mode: 'mark_scheme', points_available: 1, parts: [{ id: 'a', text: 'a', points: 1 }] },
  waiting_since: '2026-03-02T10:00:00Z',
})

describe('equal answers', () => {
  it('stand together where the first of them stood, whatever their spaces and case', () => {
    const groups = equalTogether([item('1', 'It is on'), item('2', 'Off'), item('3', ' it  is\nON ')])
    expect(groups.map(({ key, items }) => [key, items.map(({ mark_id }) => mark_id)])).toEqual([
      ['1', ['1', '3']],
      ['2', ['2']],
    ])
  })
  it('never stand together with those of another question', () => {
    expect(equalTogether([item('1', 'On'), item('2', 'On', 'other')])).toHaveLength(2)
  })
})
