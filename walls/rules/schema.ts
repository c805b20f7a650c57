import { type Schema, schemaOf, type Table } from '../source/migrations.ts'
import type { Wall } from '../wall.ts'

/** Read and written by the login role before or without a school (spec 08 §2). */
const beforeTheSchool = new Set(['outbox', 'inbox', 'jobs'])
const tooNew =
  /\b(uuidv7|json_table|json_exists|json_value|any_value|array_shuffle|merge_action)\s*\(|\bmaintain\b/

/** A second wall in the database itself, and a schema that PostgreSQL 15 can hold. */
export const schemaWall: Wall = {
  name: 'schema',
  rule: 'Every table with school_id has row-level security and a policy, every foreign key an index, every instant its zone, and nothing is newer than PostgreSQL 15.',
  atLeast: 4,
  look: (house) => {
    const schema = schemaOf(house)
    const breaches = schema.tables.flatMap((table) =>
      [...withoutPolicy(table, schema), ...withoutIndex(table, schema), ...withoutZone(table)].map(
        (says) => ({
          path: table.path,
          line: table.line,
          says: `${table.name} ${says}`,
        }),
      ),
    )
    const newer = house
      .matching(/^apps\/server\/migrations\/.*\.sql$/)
      .filter(({ text }) => tooNew.test(text.replaceAll(/--[^\n]*/g, '').toLowerCase()))
      .map(({ path }) => ({ path, says: 'uses what PostgreSQL 15 does not know' }))
    return { seen: schema.files, breaches: [...breaches, ...newer] }
  },
}

function withoutPolicy(table: Table, { sql }: Schema): string[] {
  const hasSchool = table.parts.some((part) => /^"?school_id"?\s/i.test(part))
  if (!hasSchool || beforeTheSchool.has(table.name)) return []
  const secured = new RegExp(`alter table (only )?${table.name}\\s+enable row level security`).test(sql)
  const policy = new RegExp(`create policy \\w+\\s+on ${table.name}\\b`).test(sql)
  return [
    ...(secured ? [] : ['has school_id but no row-level security']),
    ...(policy ? [] : ['has school_id but no policy']),
  ]
}

function withoutIndex(table: Table, { sql }: Schema): string[] {
  const referring = table.parts.flatMap((part) => {
    if (!/\breferences\b/i.test(part)) return []
    return /foreign key\s*\(\s*"?(\w+)/i.exec(part)?.[1] ?? /^"?(\w+)/.exec(part)?.[1] ?? []
  })
  return referring
    .filter((column) => !isIndexed(table, column, sql))
    .map((column) => `has no index that begins with ${column}`)
}

function isIndexed(table: Table, column: string, sql: string): boolean {
  const own = table.parts.some(
    (part) =>
      new RegExp(`(primary key|unique)\\s*(nulls not distinct\\s*)?\\(\\s*${column}\\b`, 'i').test(part) ||
      new RegExp(`^${column}\\s.*\\b(primary key|unique)\\b`, 'i').test(part),
  )
  if (own) return true
  const index = new RegExp(
    `create (?:unique )?index \\w+\\s+on ${table.name}\\s*(?:using \\w+\\s*)?\\(\\s*${column}\\b[^;]*;`,
    'g',
  )
  // A partial index serves the key only when all it leaves out are empty values.
  return [...sql.matchAll(index)].some(
    ([text]) => !/\bwhere\b/.test(text) || text.includes(`where ${column} is not null`),
  )
}

function withoutZone(table: Table): string[] {
  return table.parts
    .filter(
      (part) =>
        /^\w+\s+timestamp(?!tz)\b(?! with time zone)/i.test(part) || /^\w+_at\s+(?!timestamptz)/i.test(part),
    )
    .map((part) => `keeps ${part.split(' ')[0]} without its zone`)
}
