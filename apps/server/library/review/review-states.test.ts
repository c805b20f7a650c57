import { describe, expect, it } from 'vitest'
import { type Act, mayEditInPlace, type ReviewFacts, reviewAfter, whyLeft } from './review-states.ts'

const draft = (review_state: ReviewFacts['review_state'], more: Partial<ReviewFacts> = {}): ReviewFacts => ({
  review_state,
  quiz_status: 'draft',
  ...more,
})

const table: [string, Act, ReviewFacts, ReturnType<typeof reviewAfter>][] = [
  ['a generated question that is edited', 'edit', draft('generated'), 'edited'],
  ['an edited question that is edited again', 'edit', draft('edited'), 'edited'],
  ['a rejected question that is edited', 'edit', draft('rejected'), 'edited'],
  ['an approved question that is edited', 'edit', draft('approved'), 'edited'],
  ['a generated question without errors', 'approve', draft('generated', { has_errors: false }), 'approved'],
  ['an edited question without errors', 'approve', draft('edited', { has_errors: false }), 'approved'],
  ['a question with an error', 'approve', draft('edited', { has_errors: true }), { refused: 'gate_failed' }],
  ['a rejected question', 'approve', draft('rejected', { has_errors: false }), { refused: 'wrong_state' }],
  ['a generated question', 'reject', draft('generated'), 'rejected'],
  ['an approved question of a draft', 'reject', draft('approved'), 'rejected'],
  [
    'a question of a published quiz',
    'reject',
    draft('approved', { quiz_status: 'published' }),
    { refused: 'wrong_state' },
  ],
  ['a question that is rejected already', 'reject', draft('rejected'), { refused: 'wrong_state' }],
  ['an approved question of a draft', 'regenerate', draft('approved'), 'generated'],
  [
    'a question of a published quiz',
    'regenerate',
    draft('edited', { quiz_status: 'published' }),
    { refused: 'wrong_state' },
  ],
  [
    'one rejected as generated',
    'restore',
    draft('rejected', { state_before_rejection: 'generated' }),
    'generated',
  ],
  [
    'one rejected after approval',
    'restore',
    draft('rejected', { state_before_rejection: 'approved' }),
    'edited',
  ],
  ['one that is not rejected', 'restore', draft('edited'), { refused: 'wrong_state' }],
  [
    'anything of an archived quiz',
    'edit',
    draft('edited', { quiz_status: 'archived' }),
    { refused: 'wrong_state' },
  ],
]

describe('the review of a question', () => {
  it.each(table)('%s: %s', (_title, act, facts, expected) => {
    expect(reviewAfter(act, facts)).toEqual(expected)
  })

  it.each([
    [false, false, 'published', true],
    [false, true, 'draft', true],
    [false, true, 'published', false],
    [true, false, 'draft', false],
  ] as const)(
    'frozen %s, approved version %s, quiz %s: written in place %s',
    (frozen, isApprovedVersion, quiz_status, expected) => {
      expect(mayEditInPlace({ frozen, isApprovedVersion, quiz_status })).toBe(expected)
    },
  )

  it.each([
    [{ opened: false, errors: 0, open_warnings: 0 }, 'not_opened'],
    [{ opened: true, errors: 1, open_warnings: 1 }, 'has_errors'],
    [{ opened: true, errors: 0, open_warnings: 1 }, 'has_warnings'],
    [{ opened: true, errors: 0, open_warnings: 0 }, null],
  ] as const)('approving all leaves %j as %s', (facts, expected) => {
    expect(whyLeft(facts)).toBe(expected)
  })
})
