import { z } from 'zod'
import type { AnyKind } from './kind.ts'
import type { Question, QuestionInput } from './question.ts'
import { isBlank, readAnswer } from './read-answer.ts'
import { type ReadQuestion, readQuestion } from './read-question.ts'
import { allKinds, kindOf } from './registry.ts'

// The only door to the kinds of question: everything that can be done with any of them.
export { checkQuestion } from './check-question.ts'
export { markAnswer, markByTeacher } from './mark-answer.ts'
export { newPartId } from './part-id.ts'
export type { Question, QuestionInput } from './question.ts'
export { forVariant, type ShuffleSeed, studentCopy, studentScaffold } from './student-copy.ts'
export type { StudentScaffold } from './student-question.ts'
export { isBlank, type ReadQuestion, readAnswer, readQuestion }

/** One kind as `GET /question-kinds` serves it. */
export interface KindDescription {
  code: string
  label: string
  presets: string[]
  marked_by: 'rule' | 'teacher'
  content_schema: Record<string, unknown>
  answer_schema: Record<string, unknown>
  keyboard: readonly string[]
  example: QuestionInput
}

let described: KindDescription[] | null = null

/** All kinds with their JSON schemas (of what is sent) and an example, by code. */
export function listKinds(): KindDescription[] {
  described ??= allKinds().map(describeKind)
  return described
}

function describeKind(kind: AnyKind): KindDescription {
  return {
    code: kind.code,
    label: kind.label,
    presets: Object.keys(kind.presets),
    marked_by: kind.marker.by,
    content_schema: schemaOf(kind.content),
    answer_schema: schemaOf(kind.answer),
    keyboard: kind.keyboard,
    example: kind.example as QuestionInput,
  }
}

/** The JSON schema of what is sent, in which parts may lack their id: it is given on save. */
function schemaOf(shape: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(shape, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.required) jsonSchema.required = jsonSchema.required.filter((field) => field !== 'id')
    },
  })
}

/** An answer with full points; for a kind that a person marks, one of the form that is asked for. */
export function modelAnswer(question: Question): unknown {
  return kindOf(question).modelAnswer(question.content)
}

/** An answer in plain words, for teachers and evidence; empty for a blank one. */
export function describeAnswer(question: Question, answer: unknown): string {
  return isBlank(question, answer) ? '' : kindOf(question).describeAnswer(question.content, answer)
}

/** Two answers with the same canonical text get the same mark; null for a blank one. */
export function canonicalAnswer(question: Question, answer: unknown): string | null {
  return isBlank(question, answer) ? null : kindOf(question).canonicalise(question.content, answer)
}

/** The right answer in words; shown to students only by the release rules. */
export function keyOf(question: Question): string {
  return kindOf(question).keyText(question.content)
}

/** The part ids that statistics count apart. */
export function statisticParts(question: Question): string[] {
  return kindOf(question).statisticParts(question.content)
}

/** Whether a person has to mark it. */
export function isMarkedByTeacher(question: Question): boolean {
  return kindOf(question).marker.by === 'teacher'
}

/** A question in our own interchange format: nothing is lost. */
export interface ExportedQuestion {
  format: 'waymark-question'
  format_version: 1
  question: Question
}

const Exported = z.strictObject({
  format: z.literal('waymark-question'),
  format_version: z.literal(1),
  question: z.unknown(),
})

export function exportQuestion(question: Question): ExportedQuestion {
  return { format: 'waymark-question', format_version: 1, question }
}

/** Reads what `exportQuestion` wrote, also in older content shapes; anything else comes back as findings. */
export function importQuestion(raw: unknown): ReadQuestion {
  const file = Exported.safeParse(raw)
  if (file.success) return readQuestion(file.data.question)
  const message = 'This is no question in the Waymark format, version 1.'
  return { findings: [{ level: 'error', code: 'shape', pointer: '', message }] }
}
