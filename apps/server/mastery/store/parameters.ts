import { packParameters, unpackParameters } from '@waymark/science/mastery/packed-parameters.ts'
import { startingParameters, type TracerParameters } from '@waymark/science/mastery/tracer-parameters.ts'
import type { Tx } from '../../platform/db/database.ts'
import { json } from '../../platform/db/json.ts'

/** The newest version of the shared parameters. The first who asks finds none and keeps version 1. */
export async function getParameters(tx: Tx, now: Date): Promise<TracerParameters> {
  const newest = await tx
    .selectFrom('parameter_versions')
    .select(['version', 'parameters'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest) return unpackParameters(newest.version, newest.parameters)
  const first = startingParameters()
  await tx
    .insertInto('parameter_versions')
    .values({ version: first.version, parameters: json(packParameters(first)), created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return first
}
