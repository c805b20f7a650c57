import { z } from 'zod'
import { Id, Instant, PageQuery, typed } from '../endpoint.ts'

/** Answers that wait for the teacher (spec 01 §9, 03 §10). */

export const MarkingQuery = z.object({
  ...PageQuery,
  assignment_id: Id.optional(),
  question_version_id: Id.optional(),
})

/** One answer to mark. No name and no id of the student: names are off while marking. */
export const MarkingItem = z.object({
  mark_id: Id,
  assignment_id: Id,
  quiz_title: z.string(),
  classroom_name: z.string(),
  question_version_id: Id,
  stem: z.string(),
  points: z.number(),
  answer_text: z.string(),
  words: z.number().int(),
  min_words: z.number().int(),
  max_words: z.number().int(),
  scheme: z.discriminatedUnion('mode', [
    z.object({
      mode: z.literal('mark_scheme'),
      points_available: z.number(),
      parts: z.array(z.object({ id: z.string(), text: z.string(), points: z.number() })),
    }),
    z.object({
      mode: z.literal('rubric'),
      parts: z.array(z.object({ id: z.string(), text: z.string(), weight: z.number() })),
    }),
  ]),
  waiting_since: Instant,
})
export const MarkingQueue = z.object({
  questions: z.array(
    z.object({
      question_version_id: Id,
      stem: z.string(),
      quiz_title: z.string(),
      waiting: z.number().int(),
    }),
  ),
  items: z.array(MarkingItem),
  next_cursor: z.string().nullable(),
})

/** Points per criterion, or a level 1–4 per dimension, by the ids of the scheme. */
export const Decision = z.strictObject({
  awarded: z.record(z.string().max(40), z.number().min(0).max(1000)),
  feedback: typed(1000).default(''),
})
export const DecidedMark = z.object({
  mark_id: Id,
  supersedes: Id,
  score: z.number(),
  max_score: z.number(),
  outcome: z.enum(['correct', 'partial', 'incorrect', 'not_answered']),
  /** How many answers still wait in this attempt. */
  waiting: z.number().int(),
})
