import { z } from 'zod'

/** What was found in passages, as it is stored. A passage id is null only where its passage is gone. */

const Cited = z.object({ text: z.string(), passage_id: z.uuid().nullable() })
export type Cited = z.infer<typeof Cited>

const contents = {
  objective: Cited,
  vocabulary: z.object({ term: z.string(), definition: z.string(), passage_id: z.uuid().nullable() }),
  step_list: z.object({ heading: z.string().nullable(), steps: z.array(Cited) }),
  misconception: z.object({ belief: Cited, correction: Cited.nullable() }),
  activity: z.object({ heading: Cited, paragraphs: z.array(Cited) }),
  code_block: z.object({ code: z.string(), passage_ids: z.array(z.uuid()) }),
  existing_question: z.object({
    stem: Cited,
    options: z.array(Cited),
    answer: z
      .object({ text: z.string(), option: z.number().int().nullable(), passage_id: z.uuid().nullable() })
      .nullable(),
  }),
  picture: z.object({
    file_id: z.uuid(),
    media_type: z.string(),
    width: z.number(),
    height: z.number(),
    bytes: z.number(),
    alternative_text: z.string(),
    passage_id: z.uuid().nullable(),
  }),
}

export type MaterialKind = keyof typeof contents
export type Content<K extends MaterialKind> = z.infer<(typeof contents)[K]>

/** One found thing; `content` is the shape of its kind. */
export type Material = {
  [K in MaterialKind]: {
    id: string
    kind: K
    document_id: string | null
    ord: number
    content: Content<K>
    /** Objectives only: the competency that evidence points at. */
    competency_id: string | null
  }
}[MaterialKind]

export type MaterialOf<K extends MaterialKind> = Extract<Material, { kind: K }>

/** A stored row; a content that does not fit its kind is a fault. */
export function readMaterial(row: {
  id: string
  kind: string
  document_id: string | null
  ord: number
  content: unknown
  competency_id: string | null
}): Material {
  const kind = row.kind as MaterialKind
  return { ...row, kind, content: contents[kind].parse(row.content) } as Material
}

export function ofKind<K extends MaterialKind>(materials: readonly Material[], kind: K): MaterialOf<K>[] {
  return materials.filter((material): material is MaterialOf<K> => material.kind === kind)
}
