import type * as shape from '@waymark/contract/library-shapes.ts'
import type { z } from 'zod'
import type { Citer } from './citer.ts'
import type { Cited, Content, Material, MaterialKind, MaterialOf } from './material.ts'

/** What a teacher may correct of a document or of a unit; the names are those of the contract. */
export type MaterialEdits = Omit<z.output<typeof shape.DocumentChange>, 'ticked_passage_ids'>

const kindOfList = {
  objectives: 'objective',
  vocabulary: 'vocabulary',
  step_lists: 'step_list',
  misconceptions: 'misconception',
  activities: 'activity',
  code_blocks: 'code_block',
  existing_questions: 'existing_question',
} as const satisfies Record<keyof MaterialEdits, MaterialKind>

type ListName = keyof typeof kindOfList
type Edit<L extends ListName> = NonNullable<MaterialEdits[L]>[number]

export interface Corrected {
  /** The kinds whose lists are replaced, and what stands there now. */
  kinds: MaterialKind[]
  materials: Material[]
}

/**
 * The material after the corrections: each list that was sent replaces the list of its kind. An item that
 * names an id goes on as that item; its citation follows its text.
 */
export function correctMaterials(
  edits: MaterialEdits,
  present: readonly Material[],
  documentId: string | null,
  citer: Citer,
  newId: () => string,
): Corrected {
  const known = new Map(present.map((material) => [material.id, material]))
  const lists = (Object.keys(kindOfList) as ListName[]).filter((list) => edits[list] !== undefined)
  const materials = lists.flatMap((list) =>
    (edits[list] ?? []).map((edit, index): Material => {
      const kind = kindOfList[list]
      const named = known.get(edit.id ?? '')
      const before = named?.kind === kind ? named : null
      return {
        id: before?.id ?? newId(),
        kind,
        document_id: documentId,
        ord: index + 1,
        content: contentOf(list, edit, before, citer),
        competency_id: before?.competency_id ?? null,
      } as Material
    }),
  )
  return { kinds: lists.map((list) => kindOfList[list]), materials }
}

function contentOf(list: ListName, edit: unknown, before: Material | null, citer: Citer): unknown {
  return makers[list](edit as never, (before?.content ?? null) as never, citer)
}

type Maker<L extends ListName> = (
  edit: Edit<L>,
  before: MaterialOf<(typeof kindOfList)[L]>['content'] | null,
  citer: Citer,
) => Content<(typeof kindOfList)[L]>

const makers: { [L in ListName]: Maker<L> } = {
  objectives: ({ text }, before, citer) => cited(text, before, citer),
  vocabulary: ({ term, definition }, before, citer) => ({
    term,
    definition,
    passage_id: citer.passageFor([term, definition], before?.passage_id),
  }),
  step_lists: ({ heading, steps }, before, citer) => ({
    heading,
    steps: steps.map((text, index) => cited(text, before?.steps[index], citer)),
  }),
  misconceptions: ({ belief, correction }, before, citer) => ({
    belief: cited(belief, before?.belief, citer),
    correction: correction === null ? null : cited(correction, before?.correction, citer),
  }),
  activities: ({ heading, paragraphs }, before, citer) => ({
    heading: cited(heading, before?.heading, citer),
    paragraphs: paragraphs.map((text, index) => cited(text, before?.paragraphs[index], citer)),
  }),
  code_blocks: ({ code }, before, citer) => ({
    code,
    passage_ids: before?.code === code ? before.passage_ids : [citer.passageFor([code.slice(0, 1200)])],
  }),
  existing_questions: ({ stem, options, answer }, before, citer) => {
    const option = answer === null ? -1 : options.indexOf(answer)
    return {
      stem: cited(stem, before?.stem, citer),
      options: options.map((text, index) => cited(text, before?.options[index], citer)),
      answer:
        answer === null
          ? null
          : {
              text: answer,
              option: option < 0 ? null : option,
              passage_id: citer.passageFor([answer], before?.answer?.passage_id),
            },
    }
  },
}

function cited(text: string, before: Cited | null | undefined, citer: Citer): Cited {
  return { text, passage_id: citer.passageFor([text], before?.passage_id ?? null) }
}
