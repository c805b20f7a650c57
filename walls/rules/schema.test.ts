import { describe, expect, it } from 'vitest'
import { breachesIn, seenIn } from '../testing.ts'
import { schemaWall as wall } from './schema.ts'

const schools = 'create table schools (id uuid primary key);'
const secured =
  'alter table pupils enable row level security; create policy own_school on pupils using (true);'
const indexed = 'create index pupils_school_id on pupils (school_id);'
const pupils =
  'create table pupils (\n  id uuid primary key,\n  school_id uuid not null references schools (id)\n);'
const look = (...sql: string[]) =>
  breachesIn(wall, { 'apps/server/migrations/0001_a.sql': [schools, ...sql].join('\n') })

describe('schema', () => {
  it('stands for a table with a policy and an index', () => {
    expect(look(pupils, secured, indexed)).toEqual([])
    expect(look(pupils.replace('not null', 'not null unique'), secured)).toEqual([])
  })

  it('finds a table of a school without a policy', () => {
    expect(look(pupils, indexed)).toEqual([
      'apps/server/migrations/0001_a.sql:2 pupils has school_id but no row-level security',
      'apps/server/migrations/0001_a.sql:2 pupils has school_id but no policy',
    ])
  })

  it('takes no policy from a comment', () => {
    expect(look(pupils, indexed, `-- ${secured}`)).toHaveLength(2)
  })

  it.each([
    ['', 1],
    ['create index a on pupils (id, school_id);', 1],
    ['create index a on pupils (school_id) where id is null;', 1],
    ['create index a on pupils (school_id) where school_id is not null;', 0],
    ['create unique index a on pupils (school_id, id);', 0],
  ])('a foreign key needs an index that begins with it: %s', (index, count) => {
    expect(look(pupils, secured, index)).toHaveLength(count)
  })

  it.each(['seen_at timestamp', 'seen_at date', 'seen timestamp not null'])(
    'an instant has its zone: %s',
    (column) => {
      expect(look(`create table visits (id uuid primary key, ${column});`)).toHaveLength(1)
    },
  )

  it('finds what PostgreSQL 15 does not know', () => {
    expect(look('create table visits (id uuid primary key default uuidv7());')).toHaveLength(1)
  })

  it('reads the tables of all migrations together', () => {
    const found = breachesIn(wall, {
      'apps/server/migrations/0001_a.sql': `${schools}${pupils}${indexed}`,
      'apps/server/migrations/0002_b.sql': secured,
    })
    expect(found).toEqual([])
  })

  it('counts the migrations it saw', () => {
    expect(seenIn(wall, { 'apps/server/migrations/0001_a.sql': '', 'docs/a.sql': '' })).toBe(1)
  })
})
