import type * as shape from '@waymark/contract/library-shapes.ts'
import type { z } from 'zod'
import { type Material, ofKind } from './material.ts'

/** Material as authors see it. */
export function showMaterials(materials: readonly Material[]): z.input<typeof shape.Materials> {
  const place = ({ id, document_id }: Material, passage_id: string | null) => ({
    id,
    document_id,
    passage_id,
  })
  return {
    objectives: ofKind(materials, 'objective').flatMap((one) =>
      one.competency_id === null
        ? []
        : [
            {
              ...place(one, one.content.passage_id),
              text: one.content.text,
              competency_id: one.competency_id,
            },
          ],
    ),
    vocabulary: ofKind(materials, 'vocabulary').map((one) => ({
      ...place(one, one.content.passage_id),
      term: one.content.term,
      definition: one.content.definition,
    })),
    step_lists: ofKind(materials, 'step_list').map((one) => ({
      ...place(one, one.content.steps[0]?.passage_id ?? null),
      heading: one.content.heading,
      steps: one.content.steps.map(({ text }) => text),
    })),
    misconceptions: ofKind(materials, 'misconception').map((one) => ({
      ...place(one, one.content.belief.passage_id),
      belief: one.content.belief.text,
      correction: one.content.correction?.text ?? null,
    })),
    activities: ofKind(materials, 'activity').map((one) => ({
      ...place(one, one.content.heading.passage_id),
      heading: one.content.heading.text,
      paragraphs: one.content.paragraphs.map(({ text }) => text),
    })),
    code_blocks: ofKind(materials, 'code_block').map((one) => ({
      ...place(one, one.content.passage_ids[0] ?? null),
      code: one.content.code,
    })),
    existing_questions: ofKind(materials, 'existing_question').map((one) => ({
      ...place(one, one.content.stem.passage_id),
      stem: one.content.stem.text,
      options: one.content.options.map(({ text }) => text),
      answer: one.content.answer?.text ?? null,
    })),
    pictures: ofKind(materials, 'picture').map((one) => {
      const { passage_id, bytes: _bytes, ...facts } = one.content
      return { ...place(one, passage_id), ...facts }
    }),
  }
}

const listOfKind: Record<Material['kind'], string> = {
  objective: 'objectives',
  vocabulary: 'vocabulary',
  step_list: 'step_lists',
  misconception: 'misconceptions',
  activity: 'activities',
  code_block: 'code_blocks',
  existing_question: 'existing_questions',
  picture: 'pictures',
}

/** How many of each kind there are, zeros included. */
export function countMaterials(materials: readonly Material[]): Record<string, number> {
  const counts = Object.fromEntries(Object.values(listOfKind).map((list) => [list, 0]))
  for (const { kind } of materials) counts[listOfKind[kind]] = (counts[listOfKind[kind]] ?? 0) + 1
  return counts
}
