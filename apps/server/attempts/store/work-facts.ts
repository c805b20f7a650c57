import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { WorkFacts } from '../results/rows.ts'

/** Hints, tries, conflicts and held events of each attempt, for the table of a class. */
export async function listWorkFacts(tx: Tx, attemptIds: readonly string[]): Promise<Map<string, WorkFacts>> {
  if (attemptIds.length === 0) return new Map()
  const ids = sql.join(attemptIds)
  const { rows } = await sql<WorkFacts & { attempt_id: string }>`
    select r.attempt_id,
      (count(*) filter (where r.hint_used))::int + (count(*) filter (where r.scaffold_used))::int as hints,
      sum(r.tries)::int as tries,
      (count(*) filter (where r.conflict is not null))::int as conflicts,
      coalesce(max(h.held), 0)::int as held,
      exists (select from attempt_devices d
        where d.attempt_id = r.attempt_id and d.chain_broken_from is not null) as broken
    from responses r
    left join (
      select attempt_id, count(*)::int as held from attempt_events
      where attempt_id in (${ids}) and result = 'late_held' group by attempt_id
    ) h on h.attempt_id = r.attempt_id
    where r.attempt_id in (${ids})
    group by r.attempt_id`.execute(tx)
  return new Map(rows.map(({ attempt_id, ...facts }) => [attempt_id, facts]))
}
