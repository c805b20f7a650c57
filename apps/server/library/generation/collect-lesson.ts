import { normaliseText } from '@waymark/science/marking/text.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { CitedText, Lesson } from '../generator/lesson.ts'
import { type Cited, type Material, ofKind } from '../materials/material.ts'
import { listMaterials } from '../store/materials.ts'
import { listPassagesFor, type StoredPassage } from '../store/passages.ts'
import type { Unit } from '../store/units.ts'

/** The lesson as a generator may know it: chosen documents, what was typed into the unit, nothing hidden. */
export async function collectLesson(
  tx: Tx,
  unit: Unit,
  documentIds: readonly string[],
  language: string,
): Promise<Lesson> {
  const chosen = new Set<string | null>([...documentIds, null])
  const materials = (await listMaterials(tx, unit.id)).filter(({ document_id }) => chosen.has(document_id))
  return lessonOf(unit, materials, await listPassagesFor(tx, unit.id, documentIds), language)
}

/** What stands in hidden passages is left out with them, unless the teacher ticked it. */
export function lessonOf(
  unit: Unit,
  materials: readonly Material[],
  found: readonly StoredPassage[],
  language: string,
): Lesson {
  const passages = found.filter(({ hidden, ticked }) => !hidden || ticked)
  const usable = new Set(passages.map(({ id }) => id))
  const cited = ({ text, passage_id }: Cited): CitedText | null =>
    passage_id !== null && usable.has(passage_id) ? { text, passage_id } : null
  const allCited = (list: readonly Cited[]): CitedText[] | null => {
    const held = list.map(cited).filter((one) => one !== null)
    return held.length === list.length ? held : null
  }
  return {
    title: unit.title,
    subject: unit.subject,
    year_group: unit.year_group,
    language,
    topic_id: unit.topic_id,
    objectives: firstOfEach(
      ofKind(materials, 'objective').flatMap(({ competency_id, content: { text, passage_id } }) => {
        const isVisible = passage_id === null || usable.has(passage_id)
        return competency_id && isVisible ? [{ id: competency_id, text, passage_id }] : []
      }),
      ({ id }) => id,
    ),
    vocabulary: firstOfEach(
      ofKind(materials, 'vocabulary').flatMap(({ content: { term, definition, passage_id } }) =>
        passage_id !== null && usable.has(passage_id) ? [{ term, definition, passage_id }] : [],
      ),
      ({ term }) => normaliseText(term),
    ),
    step_lists: ofKind(materials, 'step_list').flatMap(({ content }) => {
      const steps = allCited(content.steps)
      return steps ? [{ heading: content.heading, steps }] : []
    }),
    misconceptions: ofKind(materials, 'misconception').flatMap(({ id, content }) => {
      const belief = cited(content.belief)
      return belief ? [{ id, belief, correction: content.correction && cited(content.correction) }] : []
    }),
    existing_questions: ofKind(materials, 'existing_question').flatMap(({ content }) => {
      const stem = cited(content.stem)
      const options = allCited(content.options)
      const answer = content.answer && cited(content.answer)
      if (!stem || !options) return []
      return [{ stem, options, answer: answer && { ...answer, option: content.answer?.option ?? null } }]
    }),
    passages: passages.map(({ id, kind, text, locator }) => ({
      id,
      kind,
      text,
      heading_path: locator.heading_path ?? [],
    })),
  }
}

function firstOfEach<T>(list: readonly T[], keyOf: (member: T) => string): T[] {
  const seen = new Set<string>()
  return list.filter((member) => {
    const key = keyOf(member)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
