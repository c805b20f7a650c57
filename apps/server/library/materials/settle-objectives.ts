import { normaliseText } from '@waymark/science/marking/text.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { insertObjectives, listObjectivesOfTopic, updateTitle } from '../store/competencies.ts'
import type { Unit } from '../store/units.ts'
import type { Material } from './material.ts'

/**
 * Gives every objective its competency under the unit's topic, so that evidence can point at it. The same
 * words mean the same competency; corrected words keep it and give it a new title. Competencies stay when
 * their objective goes: evidence may rest on them.
 */
export async function settleObjectives(
  ctx: Pick<Context, 'now' | 'newId'>,
  tx: Tx,
  unit: Unit,
  materials: readonly Material[],
): Promise<Material[]> {
  const known = await listObjectivesOfTopic(tx, unit.topic_id)
  const byTitle = new Map(known.map(({ id, title }) => [normaliseText(title), id]))
  const titles = new Map(known.map(({ id, title }) => [id, title]))
  const fresh: { id: string; title: string }[] = []
  const settled: Material[] = []
  for (const material of materials) {
    if (material.kind !== 'objective') {
      settled.push(material)
      continue
    }
    const title = asTitle(material.content.text)
    const key = normaliseText(title)
    let id = material.competency_id ?? byTitle.get(key)
    if (id === undefined) {
      id = ctx.newId()
      fresh.push({ id, title })
    } else if (titles.has(id) && titles.get(id) !== title) {
      await updateTitle(tx, id, title, ctx.now)
    }
    byTitle.set(key, id)
    settled.push({ ...material, competency_id: id })
  }
  await insertObjectives(tx, { id: unit.topic_id, school_id: unit.school_id }, fresh, ctx.now)
  return settled
}

/** Words taken from the middle of a sentence ("I can …") stand alone as a title. */
const asTitle = (text: string): string =>
  (text.charAt(0).toLocaleUpperCase('en') + text.slice(1)).replace(/\.$/, '')
