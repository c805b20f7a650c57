import { plainText } from '@waymark/contract/endpoint.ts'
import { z } from 'zod'
import type { DocumentReading, DocumentRefusal } from './reading.ts'

/**
 * What the parent accepts from the child. The child has read a stranger's file,
 * so its reply is parsed like any other message from outside.
 */
const ord = z.int().min(1)
const text = z.string().overwrite(plainText).max(100_000)
const cited = z.object({ text, ord })

const passage = z.object({
  ord,
  locator: z.object({
    page: z.int().min(1).exactOptional(),
    slide: z.int().min(1).exactOptional(),
    heading_path: z.array(text).exactOptional(),
    table: z.int().min(1).exactOptional(),
    row: z.int().min(1).exactOptional(),
  }),
  kind: z.enum(['heading', 'paragraph', 'list_item', 'table_row', 'code', 'picture', 'notes']),
  text: z.string().overwrite(plainText).max(1_200),
  hidden: z.boolean(),
})

const picture = z.object({
  file: z.string().regex(/^\d+\.(png|webp)$/),
  media_type: z.enum(['image/png', 'image/webp']),
  width: z.int().min(1),
  height: z.int().min(1),
  bytes: z.int().min(1),
  alternative_text: text,
  ord,
})

const material = z.object({
  objectives: z.array(cited),
  vocabulary: z.array(z.object({ term: text, definition: text, ord })),
  step_lists: z.array(z.object({ heading: text.nullable(), steps: z.array(cited) })),
  misconceptions: z.array(z.object({ belief: cited, correction: cited.nullable() })),
  activities: z.array(z.object({ heading: cited, paragraphs: z.array(cited) })),
  code_blocks: z.array(z.object({ code: text, ords: z.array(ord) })),
  existing_questions: z.array(
    z.object({
      stem: cited,
      options: z.array(cited),
      answer: z.object({ text, option: z.int().min(0).nullable(), ord }).nullable(),
    }),
  ),
  pictures: z.array(picture),
})

const reading = z.object({
  status: z.literal('ready'),
  kind: z.enum(['docx', 'pptx', 'pdf']),
  title: text,
  lesson_number: z.int().nullable(),
  passages: z.array(passage),
  material,
  notices: z.array(text),
})

const refusal = z.object({
  status: z.literal('refused'),
  code: z.enum([
    'type_mismatch',
    'unsupported_type',
    'too_large',
    'archive_unsafe',
    'malformed',
    'encrypted',
    'no_text',
  ]),
  message: z.string().max(500),
  fault: text.exactOptional(),
})

const replyShape: z.ZodType<DocumentReading | DocumentRefusal> = z.discriminatedUnion('status', [
  reading,
  refusal,
])

/** The reply, or `null` when it is no whole reply of the right shape. */
export function parseReply(json: string): DocumentReading | DocumentRefusal | null {
  try {
    return replyShape.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}
