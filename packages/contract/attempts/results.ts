import { z } from 'zod'
import { Id, Instant, PageQuery, typed } from '../endpoint.ts'
import { Assignment } from './assignments.ts'
import { AttemptStatus, EndedBy, Writer } from './taking.ts'

/** Finishing, and what student and teacher read afterwards (spec 03 §§8, 10, 13). */

export const Finish = Writer.extend({
  /** False only lists what is unanswered and ends nothing. */
  confirm: z.boolean().default(true),
})
export const FinishReply = z.object({
  attempt_id: Id,
  status: AttemptStatus,
  ended_by: EndedBy.nullable(),
  ended_at: Instant.nullable(),
  /** Positions without an answer. */
  unanswered: z.array(z.number().int()),
  results_state: z.enum(['waiting', 'marks', 'answers']).nullable(),
})

export const ObjectiveResult = z.object({ competency_id: Id, title: z.string(), share: z.number() })

/** Fields that are not released yet are absent, and `marks_at` or `answers_at` name the date. */
export const AttemptResults = z.object({
  attempt_id: Id,
  assignment_id: Id.nullable(),
  quiz_title: z.string(),
  status: AttemptStatus,
  ended_by: EndedBy.nullable(),
  ended_at: Instant.nullable(),
  state: z.enum(['waiting', 'marks', 'answers']),
  /** Null: when the teacher releases. */
  marks_at: Instant.nullable().optional(),
  answers_at: Instant.nullable().optional(),
  /** When the newest mark under the score was made. */
  as_of: Instant.optional(),
  percentage: z.number().optional(),
  score: z.number().optional(),
  max_score: z.number().optional(),
  marks_state: z.enum(['provisional', 'final']).optional(),
  /** Answers that wait for a person. */
  waiting: z.number().int().optional(),
  message: z.string().nullable().optional(),
  strengths: z.array(ObjectiveResult).optional(),
  practise: z.array(ObjectiveResult).optional(),
  questions: z
    .array(
      z.object({
        position: z.number().int(),
        stem: z.string(),
        own_answer: z.unknown().nullable(),
        own_answer_text: z.string(),
        verdict: z.enum(['correct', 'partly', 'not_yet', 'not_answered', 'waiting']),
        /** Exactly, as `2/3`; null while it waits for the teacher. */
        fraction: z.string().nullable(),
        score: z.number().nullable(),
        max_score: z.number(),
        feedback: z.array(z.string()),
        correct_answer: z.string().optional(),
        marker: z.enum(['rule', 'code', 'model', 'human']),
        mark_id: Id,
        second_look: z.null(),
      }),
    )
    .optional(),
  next_step: z
    .object({ kind: z.enum(['try_again', 'see_progress']), assignment_id: Id.nullable() })
    .optional(),
})

// ── class results ────────────────────────────────────────────────────────

export const ResultsQuery = z.strictObject({
  search: typed(100).optional(),
  band: z.coerce.number().int().min(1).max(5).optional(),
  sort: z.enum(['name', 'percentage', 'seconds', 'status']).default('name'),
  direction: z.enum(['up', 'down']).default('up'),
})
export type ResultsQuery = z.output<typeof ResultsQuery>

export const ResultRow = z.object({
  student_id: Id,
  name: z.string(),
  attempt_id: Id.nullable(),
  attempts: z.number().int(),
  status: z.enum(['not_started', 'in_progress', 'completed', 'abandoned', 'excused']),
  score: z.number().nullable(),
  max_score: z.number().nullable(),
  /** Whole percent as shown, half up. */
  percentage: z.number().int().nullable(),
  seconds: z.number().int().nullable(),
  hints: z.number().int(),
  /** Tries at questions after the first; 0 where answers are not checked at once. */
  retries: z.number().int(),
  waiting: z.number().int(),
  /** When the newest mark under the score was made: the same instant wherever these marks are shown. */
  as_of: Instant.nullable(),
  notes: z.array(
    z.enum([
      'below_half',
      'no_attempt',
      'marks_waiting',
      'ended_by_bell',
      'answers_differ',
      'chain_broken',
      'answers_held',
    ]),
  ),
})

export const ClassResults = z.object({
  assignment: Assignment,
  basis: z.object({
    attempts_counted: z.number().int(),
    rule: z.enum(['best', 'latest', 'first']),
    excluded: z.object({ excused: z.number().int(), abandoned: z.number().int(), running: z.number().int() }),
    as_of: Instant,
  }),
  tiles: z.object({
    completed: z.number().int(),
    expected: z.number().int(),
    mean: z.number().nullable(),
    median: z.number().nullable(),
    highest: z.number().nullable(),
    lowest: z.number().nullable(),
    sd: z.number().nullable(),
  }),
  /** Marks that wait for a person; above 0 every figure is provisional. */
  waiting: z.number().int(),
  histogram: z.array(z.object({ from: z.number().int(), to: z.number().int(), count: z.number().int() })),
  questions: z.array(
    z.object({ position: z.number().int(), question_id: Id, question_version_id: Id, stem: z.string() }),
  ),
  rows: z.array(ResultRow),
})

export const ResponseGroups = z.object({
  position: z.number().int(),
  question_id: Id,
  stem: z.string(),
  correct_answer: z.string(),
  groups: z.array(
    z.object({
      answer_text: z.string(),
      verdict: z.enum(['correct', 'partly', 'not_yet', 'not_answered', 'waiting']),
      misconception_ids: z.array(z.string()),
      students: z.array(z.object({ student_id: Id, name: z.string(), attempt_id: Id, mark_id: Id })),
    }),
  ),
})

export const TimelineQuery = z.object({ ...PageQuery, types: typed(500).optional() })
export const TimelineEntry = z.object({
  ord: z.number().int(),
  at: Instant,
  type: z.string(),
  position: z.number().int().nullable(),
  device_label: z.string().nullable(),
  result: z.enum(['accepted', 'superseded', 'late_held', 'invalid']),
  /** Plain words: what was answered, shown, marked. */
  text: z.string(),
})
