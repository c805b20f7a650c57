import { readCsvTable } from './table.ts'

/** One student of the file. Texts are NFC, trimmed, without control characters, at most 100 characters. */
export interface StudentRow {
  /** Line of the file, the header being line 1. */
  line: number
  /** Null: one is to be made from the name. */
  username: string | null
  first_name: string
  last_name: string
  /** 1–13; null where the cell cannot be read. */
  year_group: number | null
  class_names: string[]
  password: string | null
}

export type StudentColumn = 'username' | 'first_name' | 'last_name' | 'year_group' | 'class' | 'password'

export type RowProblemCode =
  | 'missing'
  | 'too_long'
  | 'username_form'
  | 'duplicate_row'
  | 'year_group'
  | 'formula'

/** What is wrong with a row; it never quotes the file, so it may be stored and logged. */
export interface RowProblem {
  line: number
  column: StudentColumn
  code: RowProblemCode
  message: string
}

export type StudentsFile =
  | {
      ok: true
      rows: StudentRow[]
      problems: RowProblem[]
      /** Headers of columns that are not read. */
      ignored_columns: string[]
    }
  /** `malformed` names the line; `not_recognised` the columns the header lacks. */
  | { ok: false; code: 'malformed'; line: number }
  | { ok: false; code: 'not_recognised'; missing_columns: StudentColumn[] }
  | { ok: false; code: 'too_many_rows'; limit: number }

export const MAX_ROWS = 5000
const MAX_LENGTH = 100
const usernameForm = /^[a-z0-9._-]{3,40}$/
const controls = /\p{Cc}/gu

const aliases: Record<string, StudentColumn> = {
  username: 'username',
  user_name: 'username',
  first_name: 'first_name',
  forename: 'first_name',
  last_name: 'last_name',
  surname: 'last_name',
  year_group: 'year_group',
  year: 'year_group',
  class: 'class',
  form: 'class',
  group: 'class',
  password: 'password',
}
const needed: readonly StudentColumn[] = ['username', 'first_name', 'last_name', 'year_group', 'class']

/**
 * Reads a students' CSV (spec 09b §2.2): header `username,first_name,last_name,year_group,class,password` in
 * any order and case, the last optional; aliases forename, surname, year, form, group. Only the cells of the
 * user name and of the password may be empty. Every problem of every row is returned; rows with problems are returned too, with what could be read.
 */
export function readStudentsCsv(text: string): StudentsFile {
  const table = readCsvTable(text)
  if (!table.ok) return table
  const [header, ...lines] = table.lines
  const columns = (header?.cells ?? []).map(columnOf)
  const missing = needed.filter((column) => !columns.includes(column))
  if (missing.length > 0) return { ok: false, code: 'not_recognised', missing_columns: missing }
  if (lines.length > MAX_ROWS) return { ok: false, code: 'too_many_rows', limit: MAX_ROWS }

  const problems: RowProblem[] = []
  const rows = lines.map(({ line, cells }) =>
    readRow(line, (column) => cells[columns.indexOf(column)] ?? '', problems),
  )
  nameDuplicates(rows, problems)
  return {
    ok: true,
    rows,
    problems: problems.sort((a, b) => a.line - b.line),
    ignored_columns: (header?.cells ?? []).filter((_, at) => columns[at] === null).map(clean),
  }
}

function columnOf(header: string): StudentColumn | null {
  const key = header
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  return Object.hasOwn(aliases, key) ? (aliases[key] ?? null) : null
}

function readRow(line: number, cell: (column: StudentColumn) => string, problems: RowProblem[]): StudentRow {
  const say = (column: StudentColumn, code: RowProblemCode) =>
    problems.push({ line, column, code, message: sentences[code] })
  const text = (column: StudentColumn, must: boolean): string => {
    const value = clean(cell(column))
    if (value === '' && must) say(column, 'missing')
    if ([...value].length > MAX_LENGTH) say(column, 'too_long')
    if (/^[=+@]/.test(value)) say(column, 'formula')
    return [...value].slice(0, MAX_LENGTH).join('')
  }
  const username = clean(cell('username')).toLowerCase()
  if (username !== '' && !usernameForm.test(username)) say('username', 'username_form')
  const yearText = clean(cell('year_group'))
  const year = readYearGroup(yearText)
  if (yearText === '') say('year_group', 'missing')
  else if (year === null) say('year_group', 'year_group')
  const password = cell('password').trim()
  if ([...password].length > MAX_LENGTH) say('password', 'too_long')
  return {
    line,
    username: username === '' ? null : username.slice(0, MAX_LENGTH),
    first_name: text('first_name', true),
    last_name: text('last_name', true),
    year_group: year,
    class_names: readClasses(clean(cell('class')), say),
    password: password === '' ? null : password,
  }
}

function readClasses(cell: string, say: (column: StudentColumn, code: RowProblemCode) => void): string[] {
  const names = cell
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (names.length === 0) say('class', 'missing')
  if (names.some((name) => [...name].length > MAX_LENGTH)) say('class', 'too_long')
  if (names.some((name) => /^[=+@]/.test(name))) say('class', 'formula')
  const first = (name: string) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase())
  return names.filter((name, at) => first(name) === at).map((name) => name.slice(0, MAX_LENGTH))
}

/** `8`, `Y8`, `Year 8` → 8; anything else, or beyond 1–13, null. */
export function readYearGroup(text: string): number | null {
  const match = /^(?:y|year)?\s*(\d{1,2})$/i.exec(text.trim())
  const year = Number(match?.[1])
  return match && year >= 1 && year <= 13 ? year : null
}

function nameDuplicates(rows: readonly StudentRow[], problems: RowProblem[]): void {
  const seen = new Set<string>()
  for (const { line, username } of rows) {
    if (username === null) continue
    if (seen.has(username))
      problems.push({ line, column: 'username', code: 'duplicate_row', message: sentences.duplicate_row })
    seen.add(username)
  }
}

const clean = (text: string) => text.normalize('NFC').replace(controls, '').trim()

const sentences: Record<RowProblemCode, string> = {
  missing: 'This cell is empty. Fill it in.',
  too_long: 'This is longer than 100 characters. Shorten it.',
  username_form: 'A user name is 3 to 40 of a–z, 0–9, dot, dash and underscore.',
  duplicate_row: 'This user name stands in an earlier row too. Each student has one row.',
  year_group: 'Write the year as a number from 1 to 13, such as 8 or Year 8.',
  formula: 'A name cannot begin with = + or @. Remove the sign.',
}
