import { z } from 'zod'
import { FeedbackText, text } from './shapes.ts'

/**
 * The common fields of a question (01 §1): what an author writes, without the id and version that the
 * library gives it. `content` is checked by the question's kind, so read a question with `readQuestion`.
 */

export const strands = ['NW', 'CM', 'DI', 'DD', 'CS', 'IT', 'AL', 'PG', 'ET', 'SS'] as const
export const origins = ['human', 'rules', 'model', 'import'] as const

const Media = z
  .strictObject({
    asset_id: z.string().min(1).max(100),
    alt: text(250).optional(),
    decorative: z.boolean().default(false),
    long_description: text(2000).optional(),
  })
  .refine((media) => media.decorative !== (media.alt !== undefined), {
    message: 'describe the picture in alt, or say that it is decorative',
  })

const SourceRef = z.strictObject({ passage_id: z.uuid(), quote: text(1200) })

const Feedback = z.strictObject({
  correct: FeedbackText.optional(),
  partial: FeedbackText.optional(),
  incorrect: FeedbackText.optional(),
  submitted: FeedbackText.optional(),
})

const Scaffold = z.strictObject({
  text: text(500),
  practice: z
    .strictObject({ kind: z.string(), preset: z.string().nullable().default(null), content: z.unknown() })
    .nullable()
    .default(null),
})

/** The fields every kind has; `content` and `variants` are still unread. */
export const QuestionFields = z.strictObject({
  kind: z.string(),
  preset: z.string().nullable().default(null),
  stem: text(2000),
  media: z.array(Media).max(4).default([]),
  /** 0–1; an author's level L of 1–5 is (L − 1) ÷ 4. */
  difficulty: z.number().min(0).max(1),
  points: z.int().min(1).max(10),
  time_estimate_seconds: z.int().min(30).max(600),
  content_version: z.int().min(1).optional(),
  content: z.unknown(),
  variants: z.array(z.unknown()).max(30).default([]),
  hint: text(280).nullable().default(null),
  scaffold: Scaffold.nullable().default(null),
  feedback: Feedback.prefault({}),
  /** The first is the primary one. */
  competency_ids: z.array(z.uuid()).min(1).max(5),
  strands: z.array(z.enum(strands)).max(10).default([]),
  tags: z.array(text(50)).max(20).default([]),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .default('en-GB'),
  source_refs: z.array(SourceRef).max(20).default([]),
  origin: z.enum(origins).default('human'),
})

/** A question as sent: defaults may be left out, ids of parts too. */
export type QuestionInput = z.input<typeof QuestionFields>

/** A question that was read: every field is there and `content` has the shape of its kind. */
export type Question = Omit<z.output<typeof QuestionFields>, 'content_version'> & { content_version: number }

export type Scaffold = z.output<typeof Scaffold>

/** The stored difficulty of an author's level 1–5. */
export function difficultyOfLevel(level: number): number {
  return (level - 1) / 4
}

/** The author's level 1–5 nearest to a stored difficulty. */
export function levelOfDifficulty(difficulty: number): number {
  return Math.floor(difficulty * 4 + 0.5) + 1
}

/** Made by a generator: the gate holds it to more than what a person writes. */
export function isGenerated(question: Pick<Question, 'origin'>): boolean {
  return question.origin === 'rules' || question.origin === 'model'
}
