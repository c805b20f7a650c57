import type { PGlite } from '@electric-sql/pglite'
import { pgDump } from '@electric-sql/pglite-tools/pg_dump'

/** The embedded database as SQL text. Rows travel as inserts, which every PostgreSQL since 15 reads back. */
export async function dumpEmbedded(pg: PGlite): Promise<string> {
  const file = await pgDump({ pg, args: ['--inserts', '--rows-per-insert=500', '--no-owner'] })
  return file.text()
}
