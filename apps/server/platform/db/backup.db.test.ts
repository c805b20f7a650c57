import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { countTables, dumpDatabase, restoreDatabase } from './backup.ts'
import { openInMemory } from './database.ts'

/** Lines that look like psql's own, in the words of a person. */
const written = 'First\n\\restrict nobody\nSET transaction_timeout = 0;\n\\unrestrict nobody'

test('a restored database holds every word, also those that look like commands of a dump', async () => {
  const [from, to] = [await openInMemory(), await openInMemory()]
  await from.script('create table essays (words text)')
  await sql`insert into essays values (${written})`.execute(from.kysely)
  const { text, tables } = await dumpDatabase(from, undefined)
  await restoreDatabase(to, text)
  const { rows } = await sql`select words from essays`.execute(to.kysely)
  expect(rows).toEqual([{ words: written }])
  expect(await countTables(to.kysely)).toEqual(tables)
  await from.close()
  await to.close()
})
