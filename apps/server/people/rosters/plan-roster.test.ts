import type { StudentRow } from '@waymark/interop/csv/students.ts'
import { describe, expect, test } from 'vitest'
import { planRoster, type RosterFacts } from './plan-roster.ts'

const chance = () => new Uint8Array(6)
const row = (line: number, change: Partial<StudentRow> = {}): StudentRow => ({
  line,
  username: null,
  first_name: 'Marcus',
  last_name: 'Chen',
  year_group: 8,
  class_names: ['8A'],
  password: null,
  ...change,
})
const marcus = {
  id: 'm',
  school_id: 's',
  username: 'chen.m',
  first_name: 'Marcus',
  last_name: 'Chen',
  year_group: 8,
  grade_level: 7,
}
const facts = (change: Partial<RosterFacts> = {}): RosterFacts => ({
  schoolName: 'Hill School',
  usernames: new Set(['chen.m']),
  students: [marcus],
  classesOf: new Map([['m', ['8a']]]),
  classNames: new Set(['8a', '8b']),
  createClasses: false,
  ...change,
})
const plan = (rows: StudentRow[], change: Partial<RosterFacts> = {}) =>
  planRoster(rows, [], facts(change), chance)

describe('the plan of a roster', () => {
  test.each([
    [
      'a new student',
      row(2, { first_name: 'Ada', last_name: 'Lane' }),
      { state: 'added', username: 'lane.a' },
    ],
    ['a namesake without a user name', row(2), { state: 'added', username: 'chen.m2', notes: ['same_name'] }],
    [
      'the same student, nothing new',
      row(2, { username: 'chen.m' }),
      { state: 'unchanged', student_id: 'm' },
    ],
    [
      'the same student a year on, in another class',
      row(2, { username: 'chen.m', year_group: 9, class_names: ['8A', '8B'] }),
      { state: 'changed', student_id: 'm', changes: ['year_group', 'classes'] },
    ],
    [
      'the password of a known student is passed over',
      row(2, { username: 'chen.m', password: 'weak' }),
      { state: 'unchanged', password: null },
    ],
  ])('%s', (_, one, expected) => {
    const made = plan([one])
    expect(made.rows[0]).toMatchObject(expected)
    expect(made.problems).toEqual([])
  })

  test.each([
    [
      'a user name of someone else',
      row(2, { username: 'chen.m', first_name: 'Maria' }),
      'username username_taken',
    ],
    ['an unknown class', row(2, { class_names: ['8A', '9Z'] }), 'class unknown_class'],
    ['a weak password', row(2, { password: 'sunshine1' }), 'password password_weak'],
    ['the own name as password', row(2, { password: 'marcus-8a-x' }), 'password password_weak'],
  ])('names %s', (_, one, expected) => {
    const made = plan([one])
    expect(made.problems.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([
      `2 ${expected}`,
    ])
    expect(made.rows[0]?.state).toBe('problem')
  })

  test('creates missing classes once, when asked to', () => {
    const rows = [row(2, { class_names: ['9Z', '9z', '8A'] }), row(3, { class_names: ['9z'] })]
    expect(plan(rows, { createClasses: true })).toMatchObject({
      problems: [],
      counts: { new_classes: ['9Z'], rows: 2, added: 2 },
    })
  })

  test('makes no user name that stands in a later row', () => {
    const rows = [row(2, { first_name: 'Ada', last_name: 'Lane' }), row(3, { username: 'lane.a' })]
    expect(plan(rows).rows.map(({ username }) => username)).toEqual(['lane.a2', 'lane.a'])
  })

  test('counts rows the reader could not take as problems', () => {
    const problem = {
      line: 2,
      column: 'first_name' as const,
      code: 'missing' as const,
      message: 'Fill it in.',
    }
    expect(planRoster([row(2)], [problem], facts(), chance)).toMatchObject({
      problems: [problem],
      counts: { added: 0, problems: 1 },
    })
  })
})
