import { sql } from 'kysely'
import type { Database } from '../platform/db/database.ts'
import { openInMemory } from '../platform/db/database.ts'
import { migrate } from '../platform/db/migrate.ts'
import type { GeneratedFile } from './file.ts'

interface Column {
  table: string
  column: string
  type: string
  nullable: boolean
  has_default: boolean
  comment: string | null
}

const scalar: Record<string, string> = {
  bool: 'boolean',
  bytea: 'Uint8Array',
  citext: 'string',
  date: 'string',
  float4: 'number',
  float8: 'number',
  inet: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  jsonb: 'unknown',
  numeric: 'string',
  text: 'string',
  timestamptz: 'Date',
  uuid: 'string',
  varchar: 'string',
}

/** The types of all tables, and a page about them, from the migrations themselves. */
export async function generateTables(): Promise<GeneratedFile[]> {
  const database = await openInMemory()
  try {
    await migrate(database, new Date(0))
    const columns = await readColumns(database)
    const secured = await readSecured(database)
    return [
      { path: 'apps/server/platform/db/generated/tables.ts', text: typesOf(columns) },
      { path: 'docs/generated/tables.md', text: pageOf(columns, secured) },
    ]
  } finally {
    await database.close()
  }
}

async function readColumns(database: Database): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select c.relname as table, a.attname as column, t.typname as type, not a.attnotnull as nullable,
      a.atthasdef or a.attidentity <> '' as has_default, col_description(c.oid, a.attnum) as comment
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relkind in ('r', 'p', 'v') and not c.relispartition
    order by c.relname, a.attnum`.execute(database.kysely)
  return rows
}

async function readSecured(database: Database): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select distinct tablename as name from pg_policies where schemaname = 'public'`.execute(database.kysely)
  return new Set(rows.map(({ name }) => name))
}

function tsType({ type, nullable, has_default, table, column }: Column): string {
  const base = type.startsWith('_') ? scalar[type.slice(1)] : scalar[type]
  if (!base) throw new Error(`No TypeScript type for ${type} of ${table}.${column}: add it to gen/tables.ts.`)
  const value = `${base}${type.startsWith('_') ? '[]' : ''}${nullable && base !== 'unknown' ? ' | null' : ''}`
  return has_default ? `Generated<${value}>` : value
}

const byTable = (columns: readonly Column[]) => Map.groupBy(columns, ({ table }) => table)

const pascal = (name: string) =>
  name
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')

function typesOf(columns: readonly Column[]): string {
  const tables = byTable(columns)
  const interfaces = [...tables].map(
    ([table, own]) =>
      `export interface ${pascal(table)}Row {\n${own.map((column) => `  ${column.column}: ${tsType(column)}`).join('\n')}\n}\n`,
  )
  const list = [...tables.keys()].map((table) => `  ${table}: ${pascal(table)}Row`).join('\n')
  return `// Made from the migrations by \`npm run gen\`.
import type { Generated } from 'kysely'

${interfaces.join('\n')}
export interface Tables {
${list}
}
`
}

function pageOf(columns: readonly Column[], secured: ReadonlySet<string>): string {
  const parts = [...byTable(columns)].map(([table, own]) => {
    const wall = secured.has(table) ? 'Row-level security: own school.' : 'No school policy.'
    const rows = own.map(
      ({ column, type, nullable, comment }) =>
        `| ${column} | ${type} | ${nullable ? 'yes' : ''} | ${comment ?? ''} |`,
    )
    return `## ${table}\n${wall}\n\n| column | type | may be empty | note |\n|---|---|---|---|\n${rows.join('\n')}\n`
  })
  return `# Tables\nMade from the migrations by \`npm run gen\`.\n\n${parts.join('\n')}`
}
