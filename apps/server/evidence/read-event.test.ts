import { describe, expect, it } from 'vitest'
import { readEvent } from './read-event.ts'

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`

const answer = {
  event_id: id(1),
  event_type: 'response.marked',
  student_id: id(2),
  occurred_at: '2026-03-02T10:00:00+00:00',
  source: 'partner.review-agent',
  data: {
    question_id: id(3),
    question_version_id: id(4),
    mark_id: id(5),
    score: 2,
    max_score: 3,
    marker: 'external',
    try_no: 1,
    duration_seconds: 30,
    hints_used: 0,
    revealed: false,
    competencies: [{ competency_id: id(6), weight: 1 }],
    misconception_ids: [],
  },
}
const judgement = {
  ...answer,
  event_type: 'judgement.given',
  data: { competency_id: id(6), judgement: 'secure', note: 'Explained it to others.' },
}
const totals = {
  ...answer,
  event_type: 'quiz.performance.submitted',
  data: { quiz_id: id(7), questions_total: 20, questions_correct: 1, time_spent_seconds: 300, topic_ids: [] },
}

const pointerOf = (raw: unknown) => {
  const read = readEvent(raw)
  return 'rejection' in read ? read.rejection.pointer : null
}
const readOf = (raw: unknown) => {
  const read = readEvent(raw)
  return 'event' in read ? read : expect.unreachable(JSON.stringify(read))
}

describe('reading an event', () => {
  it('takes it with its data, version 1 by default', () => {
    expect(readOf(answer)).toMatchObject({
      event: { event_version: 1, event_type: 'response.marked' },
      warnings: [],
    })
  })

  it('takes the names that partners use, and "timestamp" for "occurred_at"', () => {
    const { occurred_at: timestamp, ...fields } = totals
    const { event } = readOf({ ...fields, timestamp })
    expect(event).toMatchObject({ event_type: 'quiz.completed', occurred_at: new Date(timestamp) })
  })

  it('ignores what only the server may say, and hashes without it', () => {
    const stamped = { ...answer, school_id: 'mine', actor: { type: 'admin' }, received_at: 'yesterday' }
    expect(readOf(stamped).bodyHash).toBe(readOf(answer).bodyHash)
  })

  it('has one hash for the same fields in any order, another for another value', () => {
    const turned = Object.fromEntries(Object.entries(answer).reverse())
    expect(readOf(turned).bodyHash).toBe(readOf(answer).bodyHash)
    expect(readOf({ ...answer, data: { ...answer.data, score: 1 } }).bodyHash).not.toBe(
      readOf(answer).bodyHash,
    )
  })

  it.each<[string, unknown, string]>([
    ['no object', 'answer', '/'],
    ['an unknown type', { ...answer, event_type: 'lesson.dreamt' }, '/event_type'],
    ['a type of the language', { ...answer, event_type: 'constructor' }, '/event_type'],
    ['an unknown version', { ...answer, event_version: 2 }, '/event_version'],
    ['an unknown field', { ...answer, mood: 'good' }, '/mood'],
    ['an unknown field of the data', { ...answer, data: { ...answer.data, mood: 1 } }, '/data/mood'],
    ['both names of the hour', { ...answer, timestamp: answer.occurred_at }, '/timestamp'],
    ['an hour without offset', { ...answer, occurred_at: '2026-03-02T10:00:00' }, '/occurred_at'],
    ['an id in capitals', { ...answer, event_id: '01900000-0000-7000-8000-00000000ABCD' }, '/event_id'],
    ['a source with spaces', { ...answer, source: 'my system' }, '/source'],
    ['more marks than there are', { ...answer, data: { ...answer.data, score: 4 } }, '/data/score'],
    ['a negative score', { ...answer, data: { ...answer.data, score: -1 } }, '/data/score'],
    [
      'one competency twice',
      {
        ...answer,
        data: { ...answer.data, competencies: [1, 1].map(() => ({ competency_id: id(6), weight: 1 })) },
      },
      '/data/competencies',
    ],
    ['text that is no text', { ...judgement, data: { ...judgement.data, note: '\ud800' } }, '/data/note'],
    [
      'data of more than 10,240 bytes',
      {
        ...answer,
        data: { ...answer.data, misconception_ids: Array.from({ length: 50 }, () => 'é'.repeat(100)) },
      },
      '/data',
    ],
    [
      'more right than asked',
      { ...totals, data: { ...totals.data, questions_correct: 21 } },
      '/data/questions_correct',
    ],
  ])('refuses %s and names the field', (_, raw, pointer) => {
    expect(pointerOf(raw)).toBe(pointer)
  })

  it('survives data nested deeper than any stack', () => {
    const depth = 200_000
    const data = JSON.parse(`{"deep":${'['.repeat(depth)}${']'.repeat(depth)}}`)
    expect(pointerOf({ ...answer, data })).toMatch(/^\/data/)
  })

  it('warns of a fraction that does not fit its score, and goes by the score', () => {
    const read = readOf({ ...answer, data: { ...answer.data, fraction: '1/3' } })
    expect(read.warnings).toEqual(['derived_mismatch'])
    expect(read.event.data).not.toHaveProperty('fraction')
    const exact = readOf({ ...answer, data: { ...answer.data, fraction: '2/3' } })
    expect(exact).toMatchObject({ warnings: [], event: { data: { fraction: '2/3' } } })
  })

  it('warns of a very low total, which counts all the same', () => {
    expect(readOf(totals).warnings).toEqual(['very_low_result'])
  })
})
