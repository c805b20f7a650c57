import type { PGlite } from '@electric-sql/pglite'
import { pgDump } from '@electric-sql/pglite-tools/pg_dump'

/** The embedded database as SQL text. Rows travel as inserts, which every PostgreSQL since 15 reads back. */
export async function dumpEmbedded(pg: PGlite): Promise<string> {
  // pgDump drops every line that begins as a command of psql, also within a text. With this setting backslashes
  // in texts are written twice, and no line begins like one.
  await pg.exec('set standard_conforming_strings = off')
  try {
    const file = await pgDump({ pg, args: ['--inserts', '--rows-per-insert=500', '--no-owner'] })
    return await file.text()
  } finally {
    await pg.exec('set standard_conforming_strings = on')
  }
}
