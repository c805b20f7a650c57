import type { DocumentReading } from '../reading/reading.ts'
import type { StoredPassage } from '../store/passages.ts'
import type { Cited, Material } from './material.ts'

/** A re-encoded picture that was put into the private store. */
export interface KeptPicture {
  file: string
  file_id: string
}

/** What a reading becomes in storage: passages and material with ids, each citing by id instead of place. */
export function furnishReading(
  reading: DocumentReading,
  place: { school_id: string; unit_id: string; document_id: string },
  pictures: readonly KeptPicture[],
  newId: () => string,
): { passages: StoredPassage[]; materials: Material[] } {
  const passages = reading.passages.map((passage) => ({ ...passage, ...place, id: newId(), ticked: false }))
  const byOrd = new Map(passages.map(({ ord, id }) => [ord, id]))
  const at = (ord: number): string | null => byOrd.get(ord) ?? null
  const cited = ({ text, ord }: { text: string; ord: number }): Cited => ({ text, passage_id: at(ord) })
  const fileIds = new Map(pictures.map(({ file, file_id }) => [file, file_id]))
  const { material } = reading

  const found: Pick<Material, 'kind' | 'content'>[] = [
    ...material.objectives.map((one) => ({ kind: 'objective' as const, content: cited(one) })),
    ...material.vocabulary.map(({ term, definition, ord }) => ({
      kind: 'vocabulary' as const,
      content: { term, definition, passage_id: at(ord) },
    })),
    ...material.step_lists.map(({ heading, steps }) => ({
      kind: 'step_list' as const,
      content: { heading, steps: steps.map(cited) },
    })),
    ...material.misconceptions.map(({ belief, correction }) => ({
      kind: 'misconception' as const,
      content: { belief: cited(belief), correction: correction && cited(correction) },
    })),
    ...material.activities.map(({ heading, paragraphs }) => ({
      kind: 'activity' as const,
      content: { heading: cited(heading), paragraphs: paragraphs.map(cited) },
    })),
    ...material.code_blocks.map(({ code, ords }) => ({
      kind: 'code_block' as const,
      content: { code, passage_ids: ords.map(at).filter((id) => id !== null) },
    })),
    ...material.existing_questions.map(({ stem, options, answer }) => ({
      kind: 'existing_question' as const,
      content: {
        stem: cited(stem),
        options: options.map(cited),
        answer: answer && { text: answer.text, option: answer.option, passage_id: at(answer.ord) },
      },
    })),
    ...material.pictures.flatMap(({ file, ord, ...facts }) => {
      const file_id = fileIds.get(file)
      return file_id
        ? [{ kind: 'picture' as const, content: { ...facts, file_id, passage_id: at(ord) } }]
        : []
    }),
  ]
  const materials = found.map(
    (one, index) =>
      ({
        ...one,
        id: newId(),
        document_id: place.document_id,
        ord: index + 1,
        competency_id: null,
      }) as Material,
  )
  return { passages, materials }
}
