import { describe, expect, it } from 'vitest'
import { listMigrations, splitStatements } from './migrate.ts'

describe('a migration script', () => {
  it.each([
    ['ends statements at semicolons', 'select 1; select 2;', ['select 1', 'select 2']],
    ['keeps semicolons in strings', "select ';'; select 2", ["select ';'", 'select 2']],
    ['keeps doubled quotes in strings', "select 'it''s; so'; select 2", ["select 'it''s; so'", 'select 2']],
    [
      'keeps bodies between dollar signs',
      'do $$ begin a; b; end $$; select 1',
      ['do $$ begin a; b; end $$', 'select 1'],
    ],
    ['leaves comments out', '-- a; b\nselect 1; /* c; */ select 2', ['select 1', 'select 2']],
    ['keeps operators of one sign', 'select 4 / 2 - 1;', ['select 4 / 2 - 1']],
  ])('%s', (_, script, statements) => {
    expect(splitStatements(script)).toEqual(statements)
  })

  it('is numbered without a gap', () => {
    const numbers = listMigrations().map(({ name }) => Number(name.slice(0, 4)))
    expect(numbers.length).toBeGreaterThan(0)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })
})
