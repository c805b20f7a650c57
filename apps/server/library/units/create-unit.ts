import type { Call, Received } from '@waymark/contract/endpoint.ts'
import type { endpoints } from '@waymark/contract/library.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import { insertTopic } from '../store/competencies.ts'
import { getUnit, insertUnit } from '../store/units.ts'
import { correctUnitMaterials } from './correct-unit-materials.ts'
import { showUnit } from './show-unit.ts'

type Endpoint = (typeof endpoints)['createUnit']

/** A new unit brings its topic into the graph; objectives that are typed come under it. */
export async function createUnit(
  ctx: Context,
  { objectives, vocabulary, ...fields }: Received<Endpoint>['body'],
): Promise<Call<Endpoint>['reply']> {
  const viewer = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    const topicId = ctx.newId()
    const school_id = viewer.schoolId
    await insertTopic(tx, { id: topicId, school_id, title: fields.title, now: ctx.now })
    const id = ctx.newId()
    await insertUnit(tx, {
      ...fields,
      id,
      school_id,
      owner_id: viewer.userId,
      topic_id: topicId,
      created_at: ctx.now,
    })
    const unit = await getUnit(tx, id)
    await correctUnitMaterials(ctx, tx, unit, { objectives, vocabulary })
    return showUnit(tx, unit)
  })
}
