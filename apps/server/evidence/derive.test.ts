import { describe, expect, it } from 'vitest'
import { derive } from './derive.ts'
import type { LearningEvent } from './learning-event.ts'

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
type Answer = Extract<LearningEvent, { event_type: 'response.marked' }>

const envelope = {
  event_id: id(1),
  event_version: 1,
  student_id: id(2),
  occurred_at: new Date('2026-03-02T10:00:00.000Z'),
  source: 'quiz',
}
const answer = (change: Partial<Answer['data']> = {}): Answer => ({
  ...envelope,
  event_type: 'response.marked',
  data: {
    question_id: id(3),
    question_version_id: id(4),
    mark_id: id(5),
    score: 0.67,
    max_score: 1,
    marker: 'rule',
    try_no: 1,
    duration_seconds: 30,
    hints_used: 0,
    revealed: false,
    competencies: [
      { competency_id: id(6), weight: 1 },
      { competency_id: id(7), weight: 0.5 },
    ],
    misconception_ids: [],
    ...change,
  },
})
const piecesOf = (event: LearningEvent, excerpt: string | null = null) => derive({ event, excerpt }).pieces

describe('evidence of an answer', () => {
  it('is one piece for each competency, each of the whole weight, with ids of their own', () => {
    const pieces = piecesOf(answer())
    expect(pieces.map(({ competency_id, weight }) => [competency_id, weight])).toEqual([
      [id(6), 1],
      [id(7), 1],
    ])
    expect(new Set(pieces.map((piece) => piece.id)).size).toBe(2)
    expect(piecesOf(answer())).toEqual(pieces)
  })

  it.each([
    [{}, '67/100'],
    [{ fraction: '2/3' }, '2/3'],
    [{ score: 3, max_score: 4 }, '3/4'],
    [{ score: 0 }, '0'],
    [{ score: 1, fraction: '100001/100000' }, '1'],
  ])('%j has the exact value %s', (change, value) => {
    expect(piecesOf(answer(change))[0]?.value).toBe(value)
  })

  it.each([
    [{}, 1, 'none', 'First try: 0.67 of 1.'],
    [{ try_no: 2 }, 0.5, 'none', 'Second try: 0.67 of 1.'],
    [{ try_no: 5, score: 1 }, 0.25, 'none', 'Try 5: 1 of 1.'],
    [{ hints_used: 1 }, 0.5, 'hints', 'First try with a hint: 0.67 of 1.'],
    [{ revealed: true }, 0, 'revealed', 'First try after the answer was shown: 0.67 of 1.'],
    [{ marker: 'model' as const }, 0.7, 'none', 'First try: 0.67 of 1.'],
  ])('%j weighs %d, with its help and its reason', (change, weight, help, reason) => {
    expect(piecesOf(answer(change))[0]).toMatchObject({ weight, help, reason })
  })

  it('keeps at most 300 characters of the answer', () => {
    expect(piecesOf(answer(), 'short')[0]?.excerpt).toBe('short')
    expect(piecesOf(answer(), '')[0]?.excerpt).toBeNull()
    const long = piecesOf(answer(), '𝒳'.repeat(301))[0]?.excerpt ?? ''
    expect(Array.from(long)).toHaveLength(300)
    expect(long.endsWith('…')).toBe(true)
  })
})

describe('evidence of other events', () => {
  it('a judgement is one piece worth three answers, without its note', () => {
    const data = { competency_id: id(6), judgement: 'learning' as const, note: 'private' }
    const [piece, ...more] = piecesOf({ ...envelope, event_type: 'judgement.given', data })
    expect(more).toEqual([])
    expect(piece).toMatchObject({
      value: '1/2',
      weight: 3,
      item_id: null,
      component: 'none',
      marker: 'human',
    })
    expect(JSON.stringify(piece)).not.toContain('private')
  })

  it('a changed mark and a voided question withdraw what rests on them', () => {
    const changed = derive({
      event: { ...envelope, event_type: 'mark.changed', data: { mark_id: id(5), reason: 'remarked' } },
      excerpt: null,
    })
    expect(changed).toMatchObject({
      pieces: [],
      withdrawals: [{ subject: 'mark', subject_id: id(5), reason: 'remarked' }],
    })
    const voided = derive({
      event: {
        ...envelope,
        event_type: 'question.voided',
        data: { question_version_id: id(4), reason: 'voided' },
      },
      excerpt: null,
    })
    expect(voided.withdrawals).toMatchObject([{ subject: 'question_version', subject_id: id(4) }])
  })

  it('totals of a quiz and a hint alone say nothing about a competency', () => {
    const data = {
      quiz_id: id(8),
      questions_total: 4,
      questions_correct: 4,
      time_spent_seconds: 1,
      topic_ids: [],
    }
    expect(piecesOf({ ...envelope, event_type: 'quiz.completed', data })).toEqual([])
    expect(
      piecesOf({ ...envelope, event_type: 'hint.used', data: { target_id: id(3), kind: 'hint' } }),
    ).toEqual([])
  })
})
