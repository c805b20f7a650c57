import { z } from 'zod'
import { AboutMinutes, Id, Instant, PageQuery, typed } from './endpoint.ts'

// ── assignments ──────────────────────────────────────────────────────────

/** When something is shown: a rule, or a day and hour. */
export const Release = z.union([z.enum(['on_finish', 'after_all_closed', 'manual']), Instant])

/** Spec 03 §2. Retries count the tries after the first; 0 means as many as the student likes. */
export const AssignmentSettings = z.strictObject({
  question_order: z.enum(['fixed', 'shuffled']),
  shuffle_options: z.boolean(),
  allow_hints: z.boolean(),
  feedback_mode: z.enum(['deferred', 'immediate']),
  allow_question_retry: z.boolean(),
  max_question_retries: z.number().int().min(0).max(100),
  /** 0: as many as the student likes. */
  max_attempts: z.number().int().min(0).max(100),
  attempt_counts: z.enum(['best', 'latest', 'first']),
  marks_release: Release,
  /** Never takes effect before the marks are released. */
  answers_release: Release,
})
export type AssignmentSettings = z.output<typeof AssignmentSettings>

/** What holds where a teacher says nothing. */
export const usualSettings: AssignmentSettings = {
  question_order: 'fixed',
  shuffle_options: true,
  allow_hints: true,
  feedback_mode: 'deferred',
  allow_question_retry: true,
  max_question_retries: 3,
  max_attempts: 1,
  attempt_counts: 'best',
  marks_release: 'on_finish',
  answers_release: 'after_all_closed',
}
export const SettingsChange = AssignmentSettings.partial()
export type SettingsChange = z.output<typeof SettingsChange>

/**
 * From when students who have finished see something. `on_finish`: as soon as each finishes. `since` and `from`:
 * an instant past and to come. `with_marks`: when the teacher releases the marks, and not before `at` where it is
 * set. `by_teacher`: when the teacher releases it.
 */
export const WhenShown = z.object({
  when: z.enum(['on_finish', 'since', 'from', 'with_marks', 'by_teacher']),
  at: Instant.nullable(),
})
/** What the settings, the window and the presses of Release come to. */
export const ReleasePlan = z.object({ marks: WhenShown, answers: WhenShown })

export const NewPublication = z.strictObject({
  classroom_ids: z.array(Id).min(1).max(50),
  /** Only these students of the classes; left out, everyone. */
  student_ids: z.array(Id).min(1).max(1000).optional(),
  available_from: Instant,
  available_until: Instant.nullable().optional(),
  settings: SettingsChange.optional(),
})

export const Assignment = z.object({
  assignment_id: Id,
  quiz_id: Id,
  quiz_version: z.number().int(),
  quiz_title: z.string(),
  question_count: z.number().int(),
  classroom_id: Id,
  classroom_name: z.string(),
  student_ids: z.array(Id).nullable(),
  available_from: Instant,
  available_until: Instant.nullable(),
  settings: AssignmentSettings,
  marks_released_at: Instant.nullable(),
  answers_released_at: Instant.nullable(),
  release: ReleasePlan,
  published_at: Instant,
  /** Goes back in If-Match with a change. */
  revision: z.number().int(),
})

/** One line of a teacher's list. */
export const AssignmentSummary = Assignment.pick({
  assignment_id: true,
  quiz_id: true,
  quiz_title: true,
  classroom_id: true,
  classroom_name: true,
  available_from: true,
  available_until: true,
}).extend({ started: z.number().int(), completed: z.number().int(), waiting: z.number().int() })

export const AssignmentChange = z.strictObject({
  available_from: Instant.optional(),
  available_until: Instant.nullable().optional(),
  settings: SettingsChange.optional(),
})

/** Null means: as the class. */
export const OverrideFields = z.strictObject({
  available_from: Instant.nullable().default(null),
  available_until: Instant.nullable().default(null),
  extra_attempts: z.number().int().min(0).max(100).default(0),
  excused: z.boolean().default(false),
})
export const Override = OverrideFields.extend({ student_id: Id, changed_at: Instant })

// ── what a student sees of own work ──────────────────────────────────────

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

// ── saving ───────────────────────────────────────────────────────────────

/** What a device may record. Anything else is kept as `invalid`. */
export const deviceEventTypes = [
  'answer_changed',
  'question_shown',
  'flagged',
  'break_started',
  'break_ended',
  'connection_lost',
  'connection_restored',
  'resumed',
  'viewed',
] as const

/**
 * One interaction. `payload` of `answer_changed` is the answer itself (`{"selected_option":"b"}`, null clears
 * it), of `flagged` `{"flagged":true}`, otherwise a small object. The chain is computed over the canonical
 * JSON of exactly these fields.
 */
export const DeviceEvent = z.strictObject({
  event_id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  device_seq: z.number().int().min(1).max(2_000_000_000),
  writer_epoch: z.number().int().min(1).max(1_000_000),
  type: z.enum(deviceEventTypes),
  position: z.number().int().min(1).max(200).nullable(),
  payload: z.unknown(),
  device_time: Instant,
  mono_ms: z.number().min(0),
  boot_id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
})
export type DeviceEvent = z.output<typeof DeviceEvent>

/** The events are read one by one, so that a bad one never sinks its batch. */
export const EventBatch = z.strictObject({
  device_id: DeviceId,
  events: z.array(z.record(z.string(), z.unknown())).min(1).max(50),
  /** The chain's head after the last of these events. */
  chain_head: z.string().max(64),
})

/**
 * `accepted`: stored and counts. `repeat`: had arrived before. `superseded`: stored, a later answer counts.
 * `late_held`: stored after the attempt had ended, for the teacher. `invalid`: stored, not applied.
 */
export const SaveResult = z.enum(['accepted', 'repeat', 'superseded', 'late_held', 'invalid'])
export const SaveReply = z.object({
  /** The highest unbroken number of this device. */
  accepted_through: z.number().int(),
  missing: z.array(z.tuple([z.number().int(), z.number().int()])),
  results: z.array(
    z.object({ device_seq: z.number().int().nullable(), result: SaveResult, reason: z.string().optional() }),
  ),
  server_time: Instant,
  deadline_at: Instant.nullable(),
  /** Greater than the device's own: another device writes now; turn read-only and deliver the rest. */
  writer_epoch: z.number().int(),
  /** Seconds between signs of life. */
  beat_s: z.number().int(),
  status: AttemptStatus,
})

// ── finishing and results ────────────────────────────────────────────────

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

// ── marking by a teacher ─────────────────────────────────────────────────

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
