import { sql } from 'kysely'
import type { Database } from './db/database.ts'

/**
 * Takes or renews a lease: work that one process at a time may do. Answers false while another holds it.
 * `until` lies a little in the future, so that the work of a process that died is taken over.
 */
export async function takeLease(
  database: Database,
  name: string,
  holder: string,
  now: Date,
  until: Date,
): Promise<boolean> {
  const { rows } = await sql<{ holder: string }>`
    insert into leases (name, holder, until) values (${name}, ${holder}, ${until})
    on conflict (name) do update set holder = excluded.holder, until = excluded.until
      where leases.holder = excluded.holder or leases.until < ${now}
    returning holder`.execute(database.kysely)
  return rows.length > 0
}
