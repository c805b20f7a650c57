import { describe, expect, it } from 'vitest'
import { whenShown } from './release-state.ts'

const settings = {
  question_order: 'fixed',
  shuffle_options: true,
  allow_hints: true,
  feedback_mode: 'deferred',
  allow_question_retry: true,
  max_question_retries: 3,
  max_attempts: 1,
  attempt_counts: 'best',
  marks_release: 'manual',
  answers_release: '2026-03-09T08:00:00Z',
} as const
const hidden = { settings, marks_released_at: null, answers_released_at: null }

describe('when students see their results', () => {
  it('follows the rule or the day of the assignment', () => {
    expect(whenShown(hidden, 'marks')).toEqual({ kind: 'manual', at: null })
    expect(whenShown(hidden, 'answers')).toEqual({ kind: 'on_day', at: '2026-03-09T08:00:00Z' })
  })
  it('a release by hand comes before every rule', () => {
    const released = { ...hidden, answers_released_at: '2026-03-02T08:00:00Z' }
    expect(whenShown(released, 'answers')).toEqual({ kind: 'shown', at: '2026-03-02T08:00:00Z' })
    expect(whenShown(released, 'marks').kind).toBe('manual')
  })
})
