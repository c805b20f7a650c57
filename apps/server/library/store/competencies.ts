import type { Tx } from '../../platform/db/database.ts'

export interface Competency {
  id: string
  kind: string
  title: string
}

export async function insertTopic(
  tx: Tx,
  topic: { id: string; school_id: string; title: string; now: Date },
): Promise<void> {
  const { now, ...fields } = topic
  await tx
    .insertInto('competencies')
    .values({ ...fields, kind: 'topic', created_at: now, changed_at: now })
    .execute()
}

/** Objectives with the topic they are part of. */
export async function insertObjectives(
  tx: Tx,
  topic: { id: string; school_id: string },
  objectives: readonly { id: string; title: string }[],
  now: Date,
): Promise<void> {
  if (objectives.length === 0) return
  const stamped = { school_id: topic.school_id, created_at: now }
  await tx
    .insertInto('competencies')
    .values(
      objectives.map(({ id, title }) => ({ ...stamped, id, title, kind: 'objective', changed_at: now })),
    )
    .execute()
  await tx
    .insertInto('competency_edges')
    .values(objectives.map(({ id }) => ({ ...stamped, from_id: id, to_id: topic.id, kind: 'broader' })))
    .execute()
}

export async function updateTitle(tx: Tx, id: string, title: string, now: Date): Promise<void> {
  await tx.updateTable('competencies').set({ title, changed_at: now }).where('id', '=', id).execute()
}

/** Every objective ever made under a topic, those no document names any more among them. */
export async function listObjectivesOfTopic(tx: Tx, topicId: string): Promise<Competency[]> {
  return tx
    .selectFrom('competencies')
    .innerJoin('competency_edges', 'competency_edges.from_id', 'competencies.id')
    .select(['competencies.id', 'competencies.kind', 'competencies.title'])
    .where('competency_edges.to_id', '=', topicId)
    .where('competency_edges.kind', '=', 'broader')
    .where('competencies.kind', '=', 'objective')
    .orderBy('competencies.created_at')
    .orderBy('competencies.id')
    .execute()
}

/** Competencies of the running school by id, in no order; unknown ids are left out. */
export async function listCompetencies(tx: Tx, ids: readonly string[]): Promise<Competency[]> {
  if (ids.length === 0) return []
  return tx
    .selectFrom('competencies')
    .select(['id', 'kind', 'title'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
}
