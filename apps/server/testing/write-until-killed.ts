import { sql } from 'kysely'
import { openEmbedded } from '../platform/db/database.ts'

/** Saves numbers for ever and prints each one after its commit: a test kills this process at some moment. */
const database = await openEmbedded(process.argv[2] ?? '')
await database.script('create table if not exists saved (number integer)')
for (let number = 0; ; number += 1) {
  await database.kysely.transaction().execute(async (tx) => {
    await sql`insert into saved values (${number})`.execute(tx)
  })
  process.stdout.write(`${number}\n`)
}
