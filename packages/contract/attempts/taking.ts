import { z } from 'zod'
import { AboutMinutes, Id, Instant, typed } from '../endpoint.ts'
import { ReleasePlan } from './assignments.ts'

/** An attempt as the student's device meets it (spec 03 §§5–7, 10). */

export const MyQuiz = z.object({
  assignment_id: Id,
  quiz_title: z.string(),
  classroom_name: z.string(),
  question_count: z.number().int(),
  estimated_minutes: AboutMinutes,
  available_from: Instant,
  available_until: Instant.nullable(),
  /** `upcoming` opens later; `open` can be started; `running` can be continued. */
  state: z.enum(['upcoming', 'open', 'running', 'completed', 'closed', 'excused']),
  running_attempt_id: Id.nullable(),
  /** The attempt whose results count, once one has ended. */
  attempt_id: Id.nullable(),
  /** Null: as many as the student likes. */
  attempts_left: z.number().int().nullable(),
  allow_hints: z.boolean(),
  feedback_mode: z.enum(['deferred', 'immediate']),
  release: ReleasePlan,
  ended_at: Instant.nullable(),
})
export const MyQuizzes = z.object({ available: z.array(MyQuiz), completed: z.array(MyQuiz) })

export const DeviceId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .refine((id) => id !== 'server', { message: 'this name is taken by the server' })
export const NewAttempt = z.strictObject({ device_id: DeviceId, device_label: typed(80).default('') })
/** Goes with every act that only the writing device may do; another gets 409 `writer_moved`. */
export const Writer = z.strictObject({ device_id: DeviceId, writer_epoch: z.number().int().min(1) })

export const AttemptStatus = z.enum(['in_progress', 'completed', 'abandoned'])
export const EndedBy = z.enum(['student', 'bell', 'teacher'])
export const Verdict = z.enum(['correct', 'partly', 'not_yet'])

/** Reply of start, resume, claim and preview: at most 8 KB. */
export const AttemptSummary = z.object({
  attempt_id: Id,
  assignment_id: Id.nullable(),
  quiz_id: Id,
  quiz_title: z.string(),
  attempt_number: z.number().int(),
  is_preview: z.boolean(),
  status: AttemptStatus,
  ended_by: EndedBy.nullable(),
  question_count: z.number().int(),
  started_at: Instant,
  deadline_at: Instant.nullable(),
  ended_at: Instant.nullable(),
  server_time: Instant,
  /** SHA-256 (hex) of the snapshot in its RFC 8785 form. */
  snapshot_hash: z.string(),
  /** Names the bundle by its content: what was loaded once stays true. */
  bundle_url: z.string(),
  writer: z.object({ device_id: z.string(), device_label: z.string(), epoch: z.number().int() }),
  feedback_mode: z.enum(['deferred', 'immediate']),
  allow_hints: z.boolean(),
  /** Tries per question when checked at once; null is as many as the student likes. */
  tries_allowed: z.number().int().nullable(),
})

const Scaffold = z.object({
  text: z.string(),
  practice: z.object({ kind: z.string(), preset: z.string().nullable(), content: z.unknown() }).nullable(),
})

/** What came of a check. `correct_answer` is there only when right, used up or asked for. */
export const Check = z.object({
  verdict: Verdict,
  score: z.number(),
  max_score: z.number(),
  message: z.string(),
  try_no: z.number().int(),
  tries_left: z.number().int().nullable(),
  correct_answer: z.string().optional(),
})

export const AttemptQuestion = z.object({
  position: z.number().int(),
  /** The answer that counts now, as it was sent; null when there is none. */
  answer: z.unknown().nullable(),
  answered: z.boolean(),
  writer_epoch: z.number().int(),
  device_seq: z.number().int(),
  /** An answer from another device that gave way; the student may pick it by answering again. */
  conflict: z.object({ answer: z.unknown(), device_label: z.string() }).nullable(),
  flagged: z.boolean(),
  hint: z.string().nullable(),
  scaffold: Scaffold.nullable(),
  check: Check.nullable(),
  /** The right answer, after "Show me the answer". */
  shown_answer: z.string().nullable(),
})
export const Attempt = AttemptSummary.extend({
  questions: z.array(AttemptQuestion),
  /** How far each device's line has arrived. */
  devices: z.array(
    z.object({ device_id: z.string(), device_label: z.string(), accepted_through: z.number().int() }),
  ),
})

/** Everything needed to work without a network, and no key of any kind. */
export const Bundle = z.object({
  attempt_id: Id,
  snapshot_hash: z.string(),
  quiz_title: z.string(),
  questions: z.array(
    z.object({
      position: z.number().int(),
      question_version_id: Id,
      kind: z.string(),
      preset: z.string().nullable(),
      stem: z.string(),
      media: z.array(
        z.object({
          asset_id: z.string(),
          alt: z.string(),
          decorative: z.boolean(),
          long_description: z.string().nullable(),
        }),
      ),
      points: z.number(),
      time_estimate_seconds: z.number(),
      language: z.string(),
      hint_available: z.boolean(),
      scaffold_available: z.boolean(),
      /** The `StudentContent` of packages/questions/<kind>/student.ts. */
      content: z.unknown(),
    }),
  ),
})
