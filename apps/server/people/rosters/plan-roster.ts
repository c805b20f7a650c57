import type { RowProblem, StudentRow } from '@waymark/interop/csv/students.ts'
import { whyWeak } from '../passwords/password-rule.ts'
import type { Counts, ItemState, Problem } from '../store/rosters.ts'
import type { Student } from '../store/students.ts'
import { makeUsername } from './username.ts'

/** What the school holds that a roster is compared with. */
export interface RosterFacts {
  schoolName: string
  /** Every user name in use. */
  usernames: ReadonlySet<string>
  /** Students whose user names or names stand in the file. */
  students: readonly Student[]
  /** Names of the classes each of those students is in, in lower case. */
  classesOf: ReadonlyMap<string, readonly string[]>
  /** Names of the classes in use, in lower case. */
  classNames: ReadonlySet<string>
  createClasses: boolean
}

/** What one row would do. */
export interface PlannedRow {
  line: number
  state: ItemState
  student_id: string | null
  username: string | null
  first_name: string
  last_name: string
  year_group: number | null
  class_names: string[]
  changes: string[]
  notes: string[]
  /** The file's password for a new student; null: a start password is needed, or none at all. */
  password: string | null
}

export interface RosterPlan {
  rows: PlannedRow[]
  problems: Problem[]
  counts: Omit<Counts, 'ignored_columns'>
}

const sentences = {
  username_taken: 'Another student has this user name. Choose another, or leave the cell empty.',
  unknown_class: 'There is no class of this name. Create it, or let the import create classes.',
  password_weak: 'This password is too short or too common. Choose another, or leave the cell empty.',
}

/**
 * Compares the rows of a file with the school: who is new, who changes, what stands in the way. Rows are
 * taken in order, so that made-up user names are numbered in the order of the file. `chance` gives six bytes.
 */
export function planRoster(
  rows: readonly StudentRow[],
  readProblems: readonly RowProblem[],
  facts: RosterFacts,
  chance: () => Uint8Array,
): RosterPlan {
  const problems: Problem[] = [...readProblems]
  const taken = new Set([...facts.usernames, ...rows.flatMap(({ username }) => username ?? [])])
  const planned = rows.map((row) => planRow(row, facts, taken, problems, chance))
  const faulty = new Set(problems.map(({ line }) => line))
  const settled = planned.map((row) => (faulty.has(row.line) ? { ...row, state: 'problem' as const } : row))
  const count = (state: ItemState) => settled.filter((row) => row.state === state).length
  return {
    rows: settled,
    problems: problems.sort((a, b) => a.line - b.line),
    counts: {
      rows: settled.length,
      added: count('added'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      problems: problems.length,
      new_classes: facts.createClasses ? newClasses(settled, facts.classNames) : [],
    },
  }
}

function planRow(
  row: StudentRow,
  facts: RosterFacts,
  taken: Set<string>,
  problems: Problem[],
  chance: () => Uint8Array,
): PlannedRow {
  const say = (column: string, code: keyof typeof sentences) =>
    problems.push({ line: row.line, column, code, message: sentences[code] })
  if (!facts.createClasses && row.class_names.some((name) => !facts.classNames.has(name.toLowerCase())))
    say('class', 'unknown_class')
  const { line, first_name, last_name, year_group, class_names } = row
  const plain = { line, first_name, last_name, year_group, class_names }
  const holder = facts.students.find(({ username }) => username === row.username)
  if (holder && !isSameName(holder, row)) say('username', 'username_taken')
  if (holder) return { ...plain, ...changesOf(holder, row, facts), username: holder.username, password: null }
  const username = row.username ?? makeUsername(row, (name) => taken.has(name), chance)
  taken.add(username)
  if (row.password !== null && isWeak(row, username, facts.schoolName)) say('password', 'password_weak')
  const namesake = facts.students.some((student) => isSameName(student, row))
  return {
    ...plain,
    state: 'added',
    student_id: null,
    username,
    changes: [],
    notes: namesake ? ['same_name'] : [],
    password: row.password,
  }
}

const fullName = ({ first_name, last_name }: { first_name: string; last_name: string }) =>
  `${first_name} ${last_name}`.toLowerCase()
const isSameName = (student: Student, row: StudentRow) => fullName(student) === fullName(row)

const isWeak = (row: StudentRow, username: string, schoolName: string) =>
  whyWeak(row.password ?? '', {
    isStudent: true,
    words: [row.first_name, row.last_name, username, schoolName],
  }) !== null

function changesOf(
  student: Student,
  row: StudentRow,
  facts: RosterFacts,
): Pick<PlannedRow, 'state' | 'student_id' | 'changes' | 'notes'> {
  const isIn = facts.classesOf.get(student.id) ?? []
  const changes: string[] = []
  if (student.year_group !== row.year_group) changes.push('year_group')
  if (row.class_names.some((name) => !isIn.includes(name.toLowerCase()))) changes.push('classes')
  return {
    state: changes.length > 0 ? 'changed' : 'unchanged',
    student_id: student.id,
    changes,
    notes: [],
  }
}

function newClasses(rows: readonly PlannedRow[], known: ReadonlySet<string>): string[] {
  const names = new Map<string, string>()
  for (const name of rows.flatMap(({ class_names }) => class_names)) {
    const key = name.toLowerCase()
    if (!known.has(key) && !names.has(key)) names.set(key, name)
  }
  return [...names.values()].sort()
}
