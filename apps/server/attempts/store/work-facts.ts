import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { WorkFacts } from '../results/rows.ts'

/** Hints, retries, conflicts and held events of each attempt, for the table of a class. */
export async function listWorkFacts(tx: Tx, attemptIds: readonly string[]): Promise<Map<string, WorkFacts>> {
  if (attemptIds.length === 0) return new Map()
  const ids = sql.join(attemptIds)
  const { rows } = await sql<WorkFacts & { attempt_id: string }>`
    select r.attempt_id,
      (count(*) filter (where r.hint_used))::int + (count(*) filter (where r.scaffold_used))::int as hints,
      sum(greatest(r.tries - 1, 0))::int as retries,
      (count(*) filter (where r.conflict is not null))::int as conflicts,
      coalesce(max(h.held), 0)::int as held,
      exists (select from attempt_devices d
        where d.attempt_id = r.attempt_id and d.chain_broken_from is not null) as broken,
      (select max(m.marked_at) from marks m
        where m.attempt_id = r.attempt_id and m.counts and m.superseded_at is null) as marked_at
    from responses r
    left join (
      select attempt_id, count(*)::int as held from attempt_events
      where attempt_id in (${ids}) and result = 'late_held' group by attempt_id
    ) h on h.attempt_id = r.attempt_id
    where r.attempt_id in (${ids})
    group by r.attempt_id`.execute(tx)
  return new Map(rows.map(({ attempt_id, ...facts }) => [attempt_id, facts]))
}
