import type { Call, Received } from '@waymark/contract/endpoint.ts'
import type { endpoints } from '@waymark/contract/library.ts'
import { listMembershipsOf } from '../../people/index.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { lockUnitFor } from '../access.ts'
import { type IfMatch, requireRevision } from '../revision.ts'
import { updateTitle } from '../store/competencies.ts'
import { getUnit, replaceCoTeachers, type Unit, updateUnit } from '../store/units.ts'
import { correctUnitMaterials } from './correct-unit-materials.ts'
import { showUnit } from './show-unit.ts'

type Endpoint = (typeof endpoints)['changeUnit']

export async function changeUnit(
  ctx: Context,
  { params, body, ifMatch }: Received<Endpoint> & { ifMatch: IfMatch },
): Promise<Call<Endpoint>['reply']> {
  const viewer = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    const unit = await lockUnitFor(tx, viewer, params.unit_id)
    requireRevision(ifMatch, unit.revision, { yours: body, theirs: await showUnit(tx, unit) })
    const { co_teacher_ids, objectives, vocabulary, ...fields } = withoutUndefined(body)
    if (co_teacher_ids) await shareWith(ctx, tx, unit, co_teacher_ids)
    await correctUnitMaterials(ctx, tx, unit, withoutUndefined({ objectives, vocabulary }))
    if (fields.title !== undefined) await updateTitle(tx, unit.topic_id, fields.title, ctx.now)
    await updateUnit(tx, unit.id, fields, ctx.now)
    return showUnit(tx, await getUnit(tx, unit.id))
  })
}

async function shareWith(ctx: Context, tx: Tx, unit: Unit, userIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(userIds)].filter((id) => id !== unit.owner_id)
  const staff = new Set(
    (await listMembershipsOf(tx, wanted))
      .filter(({ role, valid_from, valid_until }) => {
        const isInForce = valid_from <= ctx.now && (valid_until === null || valid_until > ctx.now)
        return isInForce && (role === 'teacher' || role === 'admin')
      })
      .map(({ user_id }) => user_id),
  )
  const stranger = wanted.findIndex((id) => !staff.has(id))
  if (stranger >= 0) {
    throw new Refused('invalid', {
      pointer: `/co_teacher_ids/${stranger}`,
      message: 'Only teachers of this school can be added.',
    })
  }
  await replaceCoTeachers(tx, unit, wanted, ctx.now)
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Only the fields that were sent. */
function withoutUndefined<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>
}
