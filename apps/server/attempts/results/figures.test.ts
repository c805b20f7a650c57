import { ResultsQuery } from '@waymark/contract/attempts/results.ts'
import { divide, fraction, fromDecimal } from '@waymark/science/marking/fraction.ts'
import { describe, expect, test } from 'vitest'
import { settingsWith } from '../settings.ts'
import type { AttemptRecord } from '../store/attempts.ts'
import { figuresOf } from './figures.ts'
import { attemptOf, type CountedRow, chooseRows, rowOf, type StudentWork } from './rows.ts'

const ended = (score: number, max_score: number, fields: Partial<AttemptRecord> = {}): AttemptRecord => ({
  id: 'a',
  school_id: 's',
  assignment_id: 'x',
  quiz_id: 'q',
  student_id: 'p',
  attempt_number: 1,
  is_preview: false,
  status: 'completed',
  ended_by: 'student',
  snapshot: {
    snapshot_version: 1,
    quiz_title: '',
    quiz_version: 1,
    shuffle_key: '',
    settings: settingsWith({}),
    accommodations_version: null,
    questions: [],
  },
  snapshot_hash: '',
  writer_device_id: 'd',
  writer_epoch: 1,
  started_at: new Date(0),
  deadline_at: null,
  ended_at: new Date(0),
  event_count: 1,
  share: divide(fromDecimal(score), fraction(max_score)),
  score,
  max_score,
  answered_count: 1,
  pending_count: 0,
  seconds_active: 60,
  ...fields,
})

const student = (name: string, ...attempts: AttemptRecord[]): StudentWork => ({
  student_id: name,
  name,
  sort_key: name.split(' ').toReversed().join(' '),
  excused: false,
  attempts,
})
const counted = (work: StudentWork): CountedRow => rowOf(work, attemptOf(work, 'best'), undefined)

describe('class results', () => {
  test('give the tiles and bands of spec 03 §13', () => {
    const rows = [8, 7, 6, 5, 5, 4, 4, 2, 2, 1].map((total, index) =>
      counted(student(`student ${index}`, ended(total, 8))),
    )
    expect(rows.map(({ row }) => row.percentage)).toEqual([100, 88, 75, 63, 63, 50, 50, 25, 25, 13])
    const { tiles, histogram } = figuresOf(rows)
    expect(tiles).toMatchObject({ completed: 10, expected: 10, mean: 55, median: 56.25, sd: 28.38 })
    expect(histogram.map(({ count }) => count)).toEqual([1, 2, 2, 3, 2])
  })

  test.each([
    { score: 20.4, band: 0 },
    { score: 20.5, band: 1 },
    { score: 60.5, band: 3 },
  ])('$score of 100 falls in band $band by what is shown', ({ score, band }) => {
    const { histogram } = figuresOf([counted(student('a', ended(score, 100)))])
    expect(histogram.findIndex(({ count }) => count === 1)).toBe(band)
  })

  test('leave out who is excused, abandoned or still working, and say so', () => {
    const rows = [
      counted(student('done', ended(5, 10))),
      counted({ ...student('excused', ended(1, 10)), excused: true }),
      counted(student('abandoned', ended(0, 10, { status: 'abandoned' }))),
      counted(student('running', ended(0, 10, { status: 'in_progress' }))),
      counted(student('absent')),
    ]
    const { tiles, excluded, counted: number } = figuresOf(rows)
    expect(number).toBe(1)
    expect(tiles).toMatchObject({ completed: 1, expected: 4, mean: 50, sd: null })
    expect(excluded).toEqual({ excused: 1, abandoned: 1, running: 1 })
    expect(rows.map(({ row }) => row.status)).toEqual([
      'completed',
      'excused',
      'abandoned',
      'in_progress',
      'not_started',
    ])
  })

  test('without anything there are no figures, never 0', () => {
    expect(figuresOf([]).tiles).toEqual({
      completed: 0,
      expected: 0,
      mean: null,
      median: null,
      highest: null,
      lowest: null,
      sd: null,
    })
  })

  test('a sign stands at less than half as shown, at no attempt, and at marks that wait', () => {
    expect(counted(student('a', ended(4.95, 10))).row.notes).toEqual([])
    expect(counted(student('a', ended(4.94, 10))).row.notes).toEqual(['below_half'])
    expect(counted(student('a')).row.notes).toEqual(['no_attempt'])
    expect(counted(student('a', ended(6, 10, { pending_count: 1 }))).row.notes).toEqual(['marks_waiting'])
  })
})

describe('rows of the table', () => {
  const rows = [
    counted(student('Émile', ended(9, 10))),
    counted(student('adam', ended(2, 10))),
    counted(student('Zoe')),
    counted(student('Ben', ended(9, 10))),
  ]
  const names = (query: object) =>
    chooseRows(rows, ResultsQuery.parse(query), 'en-GB').map(({ row }) => row.name)

  test.each([
    { query: {}, expected: ['adam', 'Ben', 'Émile', 'Zoe'] },
    { query: { direction: 'down' }, expected: ['Zoe', 'Émile', 'Ben', 'adam'] },
    { query: { sort: 'percentage' }, expected: ['adam', 'Ben', 'Émile', 'Zoe'] },
    { query: { sort: 'percentage', direction: 'down' }, expected: ['Ben', 'Émile', 'adam', 'Zoe'] },
    { query: { search: 'É' }, expected: ['Émile'] },
    { query: { search: 'AD' }, expected: ['adam'] },
    { query: { band: 5 }, expected: ['Ben', 'Émile'] },
  ])('$query', ({ query, expected }) => {
    expect(names(query)).toEqual(expected)
  })

  test('stand by last name, as every list of people', () => {
    const people = ['Zoe Adams', 'Adam Young'].map((name) => counted(student(name)))
    const ordered = chooseRows(people, ResultsQuery.parse({}), 'en-GB').map(({ row }) => row.name)
    expect(ordered).toEqual(['Zoe Adams', 'Adam Young'])
  })
})
