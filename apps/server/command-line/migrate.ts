import { machineClock } from '../platform/clock.ts'
import { migrate, pendingMigrations } from '../platform/db/migrate.ts'
import { configHere, openDatabase } from './open.ts'
import { type Answer, sayProgress } from './speech.ts'

/** `waymark migrate`: brings the schema forward, or names what would run. */
export async function migrateCommand({ dryRun }: { dryRun?: boolean }): Promise<Answer> {
  const database = await openDatabase(configHere())
  try {
    const pending = await pendingMigrations(database)
    if (dryRun)
      return {
        sentence: pending.length === 0 ? 'Nothing to do.' : `Would run:\n${pending.join('\n')}`,
        facts: { pending },
      }
    const count = await migrate(database, machineClock().now(), (name) => sayProgress(`Ran ${name}`))
    return {
      sentence: count === 0 ? 'The database is up to date.' : `Ran ${count} migrations.`,
      facts: { ran: count },
    }
  } finally {
    await database.close()
  }
}
