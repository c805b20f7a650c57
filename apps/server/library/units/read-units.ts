import type { Call, Received } from '@waymark/contract/endpoint.ts'
import type { endpoints } from '@waymark/contract/library.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import { getUnitFor } from '../access.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { ofKind } from '../materials/material.ts'
import { listCompetencies } from '../store/competencies.ts'
import { listMaterials } from '../store/materials.ts'
import { listUnits as listStoredUnits } from '../store/units.ts'
import { showUnit, showUnitSummary } from './show-unit.ts'

type Endpoints = typeof endpoints
const PAGE = 50

export async function listUnits(
  ctx: Context,
  query: Received<Endpoints['listUnits']>['query'],
): Promise<Call<Endpoints['listUnits']>['reply']> {
  const viewer = whoIs(ctx)
  const limit = query.limit ?? PAGE
  return ctx.transaction(async (tx) => {
    const units = await listStoredUnits(tx, viewer, readCursor(query.cursor), limit + 1)
    const last = units.length > limit ? units[limit - 1] : undefined
    return {
      items: units.slice(0, limit).map(showUnitSummary),
      next_cursor: last ? writeCursor({ at: last.changed_at, id: last.id }) : null,
    }
  })
}

export async function getUnit(
  ctx: Context,
  { unit_id }: Received<Endpoints['getUnit']>['params'],
): Promise<Call<Endpoints['getUnit']>['reply']> {
  return ctx.transaction(async (tx) => showUnit(tx, await getUnitFor(tx, whoIs(ctx), unit_id)))
}

/** The topic of a unit and the objectives that stand in it now. */
export async function listUnitCompetencies(
  ctx: Context,
  { unit_id }: Received<Endpoints['listUnitCompetencies']>['params'],
): Promise<Call<Endpoints['listUnitCompetencies']>['reply']> {
  return ctx.transaction(async (tx) => {
    const unit = await getUnitFor(tx, whoIs(ctx), unit_id)
    const [topic] = await listCompetencies(tx, [unit.topic_id])
    const objectives = new Map(
      ofKind(await listMaterials(tx, unit.id), 'objective').map(({ competency_id, content }) => [
        competency_id ?? '',
        content.text,
      ]),
    )
    return {
      topic: { id: unit.topic_id, title: topic?.title ?? unit.title },
      objectives: [...objectives].map(([id, title]) => ({ id, title })),
    }
  })
}
