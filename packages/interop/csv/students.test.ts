import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readStudentsCsv, readYearGroup } from './students.ts'

const header = 'username,first_name,last_name,year_group,class,password'
const read = (...lines: string[]) => {
  const file = readStudentsCsv([header, ...lines].join('\n'))
  if (!file.ok) throw new Error(file.code)
  return file
}
const codes = (...lines: string[]) =>
  read(...lines).problems.map(({ line, column, code }) => `${line} ${column} ${code}`)

describe("a students' CSV", () => {
  test('gives every row with the line it stands on', () => {
    expect(
      read('chen.m,Marcus,Chen,8,8A; 8 Maths;8a;8A,longenough1', '', ',Zoë,O’Neill,Year 7,7B').rows,
    ).toEqual([
      {
        line: 2,
        username: 'chen.m',
        first_name: 'Marcus',
        last_name: 'Chen',
        year_group: 8,
        class_names: ['8A', '8 Maths'],
        password: 'longenough1',
      },
      {
        line: 4,
        username: null,
        first_name: 'Zoë',
        last_name: 'O’Neill',
        year_group: 7,
        class_names: ['7B'],
        password: null,
      },
    ])
  })

  test.each([
    ['comma', 'username,first_name,last_name,year_group,class\nab.c,A,B,8,8A'],
    ['semicolon', 'username;first_name;last_name;year_group;class\nab.c;A;B;8;8A'],
    ['tab', 'username\tfirst_name\tlast_name\tyear_group\tclass\nab.c\tA\tB\t8\t8A'],
    ['byte-order mark and CRLF', '\uFEFFusername,first_name,last_name,year_group,class\r\nab.c,A,B,8,8A\r\n'],
    ['aliases in any order and case', 'Form,Year,Surname,FORENAME,Username\n8A,Y8,B,A,AB.C'],
    ['group for class, and words apart', 'user name,first name,last name,year group,group\n,A,B,8,8A'],
  ])('is read with %s', (_, text) => {
    const file = readStudentsCsv(text)
    expect(file.ok && file.rows).toMatchObject([
      { first_name: 'A', last_name: 'B', year_group: 8, class_names: ['8A'] },
    ])
    expect(file.ok && file.problems).toEqual([])
  })

  test('names the line a quoted record starts on, line breaks inside it or not', () => {
    const file = read('ab.c,"A\nA",B,8,8A,', 'ab.d,,B,8,8A,')
    expect(file.rows.map(({ line }) => line)).toEqual([2, 4])
    expect(file.problems).toMatchObject([{ line: 4, column: 'first_name', code: 'missing' }])
  })

  test.each([
    ['an empty name', 'ab.c,,B,8,8A,', ['2 first_name missing']],
    ['an empty year', 'ab.c,A,B,,8A,', ['2 year_group missing']],
    ['a year that is none', 'ab.c,A,B,14,8A,', ['2 year_group year_group']],
    ['an empty class', 'ab.c,A,B,8,;,', ['2 class missing']],
    ['a name of 101 characters', `ab.c,${'x'.repeat(101)},B,8,8A,`, ['2 first_name too_long']],
    ['a user name in a wrong form', 'a b,A,B,8,8A,', ['2 username username_form']],
    ['a name that is a formula', 'ab.c,=1+1,B,8,8A,', ['2 first_name formula']],
    ['a last name that is a formula', 'ab.c,A,@x,8,8A,', ['2 last_name formula']],
    ['a class that is a formula', 'ab.c,A,B,8,8A;+1,', ['2 class formula']],
    [
      'three faults in one row',
      'a b,,B,99,8A,',
      ['2 username username_form', '2 year_group year_group', '2 first_name missing'],
    ],
  ])('names %s', (_, line, expected) => {
    expect(codes(line)).toEqual(expected)
  })

  test('names the second row of a user name, in any case', () => {
    expect(codes('ab.c,A,B,8,8A,', 'AB.C,D,E,8,8A,')).toEqual(['3 username duplicate_row'])
  })

  test('says which columns it passes over and reads none of them', () => {
    const file = readStudentsCsv('username,first_name,last_name,year,class,phone\n,A,B,8,8A,0123456')
    expect(file.ok && file.ignored_columns).toEqual(['phone'])
    expect(JSON.stringify(file)).not.toContain('0123456')
  })

  test('keeps markup and right-to-left overrides as text and drops control characters', () => {
    expect(read('ab.c,<img onerror=x>,\u202EB\u0000,8,8A,').rows[0]).toMatchObject({
      first_name: '<img onerror=x>',
      last_name: '\u202EB',
    })
  })

  test('is refused whole where the header, the quotes or the size will not do', () => {
    expect(readStudentsCsv('name,year\nA,8')).toEqual({
      ok: false,
      code: 'not_recognised',
      missing_columns: ['username', 'first_name', 'last_name', 'class'],
    })
    expect(readStudentsCsv('first_name,last_name,year_group,class\nA,B,8,8A')).toMatchObject({
      missing_columns: ['username'],
    })
    expect(readStudentsCsv('')).toMatchObject({ ok: false, code: 'not_recognised' })
    expect(readStudentsCsv(`${header}\nab.c,"A,B,8,8A,`)).toMatchObject({ ok: false, code: 'malformed' })
    const many = Array.from({ length: 5001 }, () => ',A,B,8,8A,').join('\n')
    expect(readStudentsCsv(`${header}\n${many}`)).toEqual({ ok: false, code: 'too_many_rows', limit: 5000 })
  })

  test('law: no text makes the reader throw, and no problem quotes the file', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 }), (cells) => {
        const file = readStudentsCsv(`${header}\n${cells.join(',')}`)
        if (!file.ok) return
        const known = new Set(['line', 'column', 'code', 'message'])
        for (const problem of file.problems) {
          expect(Object.keys(problem).every((key) => known.has(key))).toBe(true)
          expect(problem.message).toMatch(/^(This|A|Each|Write) /)
        }
      }),
    )
  })
})

test.each([
  ['8', 8],
  ['Year 8', 8],
  ['Y8', 8],
  ['yr 10', null],
  ['13', 13],
  ['0', null],
  ['14', null],
  ['eight', null],
  ['8A', null],
])('year group %s is %s', (text, year) => {
  expect(readYearGroup(text)).toBe(year)
})
