import { z } from 'zod'
import { Id, Instant, Share, typed } from './endpoint.ts'

/** Learning events as other systems, teachers and students send them (spec 04 §1). */

/** What this room serves, the mastery room above it answers: intake may wait for the estimate. */
export const endpoints = {}

const LowerCaseId = Id.refine((id) => id === id.toLowerCase(), { message: 'must be in lower case' })
/** Text of a sender. What another system sends broken is refused, not mended: its hash is of what was sent. */
const words = (max: number, min = 0) =>
  z
    .string()
    .refine((text) => text.isWellFormed(), { message: 'must be well-formed text', abort: true })
    .pipe(typed(max, min))

const Count = z.number().int().min(0).max(1_000_000)
const Seconds = z.number().min(0).max(10_000_000)
const Reason = z.enum(['key_fixed', 'appeal', 'remarked', 'voided'])

const ResponseMarked = z
  .strictObject({
    question_id: LowerCaseId,
    question_version_id: LowerCaseId,
    mark_id: LowerCaseId,
    score: z.number().min(0).max(1000),
    max_score: z.number().gt(0).max(1000),
    /** Score ÷ maximum exactly, as `2/3`, where two decimals of the score lose some of it. */
    fraction: z
      .string()
      .regex(/^\d{1,30}(\/\d{1,30})?$/)
      .optional(),
    marker: z.enum(['rule', 'code', 'model', 'human', 'external']),
    try_no: z.number().int().min(1).max(1000),
    duration_seconds: Seconds,
    hints_used: Count,
    revealed: z.boolean(),
    competencies: z
      .array(z.strictObject({ competency_id: LowerCaseId, weight: z.number().gt(0).max(1) }))
      .min(1)
      .max(20)
      .refine((all) => new Set(all.map((one) => one.competency_id)).size === all.length, {
        message: 'must name each competency once',
      }),
    misconception_ids: z.array(words(100, 1)).max(50),
    self_confidence: Share.optional(),
  })
  .refine((data) => data.score <= data.max_score, {
    message: 'must not be above max_score',
    path: ['score'],
  })

const MarkChanged = z.strictObject({
  mark_id: LowerCaseId,
  new_mark_id: LowerCaseId.optional(),
  reason: Reason,
})
const QuestionVoided = z.strictObject({ question_version_id: LowerCaseId, reason: Reason })
const QuizCompleted = z
  .strictObject({
    quiz_id: LowerCaseId,
    attempt_id: LowerCaseId.optional(),
    questions_total: z.number().int().min(1).max(1000),
    questions_correct: Count,
    time_spent_seconds: Seconds,
    confidence_score: Share.optional(),
    topic_ids: z.array(LowerCaseId).max(100),
  })
  .refine((data) => data.questions_correct <= data.questions_total, {
    message: 'must not be above questions_total',
    path: ['questions_correct'],
  })
const JudgementGiven = z.strictObject({
  competency_id: LowerCaseId,
  judgement: z.enum(['secure', 'learning', 'gap']),
  /** Stays in the event log. */
  note: words(1000).default(''),
})

/** The estimate of a student and a competency, as its drawer is opened: `{student_id}~{competency_id}`. */
export const EstimateId = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
/** Both parts of an `EstimateId`, the student's first; empty for what is none. */
const partsOfEstimate = (id: string): [string, string] => {
  const [student = '', competency = ''] = id.split('~')
  return [student, competency]
}
export const studentOfEstimate = (id: string): string => partsOfEstimate(id)[0]
export const competencyOfEstimate = (id: string): string => partsOfEstimate(id)[1]

export const stances = ['this_is_me', 'not_me', 'more_complicated'] as const
export type Stance = (typeof stances)[number]
/** What a student says to what is claimed about them. */
export const ReplyWords = { stance: z.enum(stances), text: words(500).default('') }
const ReplyPosted = z
  .strictObject({ evidence_id: LowerCaseId.optional(), estimate_id: EstimateId.optional(), ...ReplyWords })
  .refine((data) => (data.evidence_id === undefined) !== (data.estimate_id === undefined), {
    message: 'must name one claim: evidence_id or estimate_id',
    path: ['evidence_id'],
  })
const HintUsed = z.strictObject({ target_id: LowerCaseId, kind: words(40, 1) })

/** One version of one type of event. A student's credential may send only types without a score. */
export interface EventType<D extends z.ZodType = z.ZodType> {
  data: D
  scored: boolean
  /** The student's own words: no teacher speaks them. */
  voice?: 'student'
}

/** The closed registry: by type and version. A type enters it together with what reads or makes it. */
export const eventTypes = {
  'response.marked': { 1: { data: ResponseMarked, scored: true } },
  'mark.changed': { 1: { data: MarkChanged, scored: true } },
  'question.voided': { 1: { data: QuestionVoided, scored: true } },
  'quiz.completed': { 1: { data: QuizCompleted, scored: true } },
  'judgement.given': { 1: { data: JudgementGiven, scored: true } },
  'hint.used': { 1: { data: HintUsed, scored: false } },
  'reply.posted': { 1: { data: ReplyPosted, scored: false, voice: 'student' } },
} as const satisfies Record<string, Record<number, EventType>>
export type EventTypeName = keyof typeof eventTypes

/** Names under which partners know some types. */
export const eventTypeAliases: Readonly<Record<string, EventTypeName>> = {
  'quiz.performance.submitted': 'quiz.completed',
}

export type EventData = {
  [T in EventTypeName]: z.output<(typeof eventTypes)[T][1]['data']>
}

/** The id that the school's roster keeps for each student (`external_id`). */
export const ROSTER_SYSTEM = 'roster'
/** A student by an id of another system, which the roster resolves. */
export const StudentRef = z.strictObject({
  system: z.string().regex(/^[A-Za-z0-9_.-]{1,40}$/),
  id: z.string().regex(/^[A-Za-z0-9_-]{1,50}$/),
})

/**
 * What surrounds the data of any event; it names its student by `student_id` or by `student_ref`. What the
 * server sets itself is taken and ignored.
 */
export const EventEnvelope = z.strictObject({
  event_id: LowerCaseId,
  event_type: z.string().min(1).max(100),
  event_version: z.number().int().min(1).max(1000).default(1),
  student_id: LowerCaseId.optional(),
  student_ref: StudentRef.optional(),
  occurred_at: Instant,
  source: z.string().regex(/^[a-z0-9_.-]{1,40}$/),
  data: z.record(z.string(), z.unknown()),
  classroom_id: LowerCaseId.optional(),
  course_id: LowerCaseId.optional(),
  session_id: LowerCaseId.optional(),
  attempt_id: LowerCaseId.optional(),
  correlation_id: LowerCaseId.optional(),
  causation_id: LowerCaseId.optional(),
})
export type EventEnvelope = z.output<typeof EventEnvelope>

/** Fields that come from the credential; a value sent is ignored. */
export const fieldsOfTheServer = ['school_id', 'actor', 'received_at'] as const

/** The largest `data` in bytes of its JSON. */
export const LARGEST_DATA = 10_240

/**
 * One event (its fields, beside them `wait`), or up to 1,000 under `events`. Events are read one by one, so
 * that a bad one never blocks the rest: see `EventEnvelope` and `eventTypes`.
 */
export const Intake = z.looseObject({
  events: z.array(z.unknown()).min(1).max(1000).optional(),
  /** A single event only: answer after the estimates have moved. */
  wait: z.boolean().optional(),
})

export const IntakeResult = z.object({
  /** Null where none could be read. */
  event_id: z.string().nullable(),
  /** `queued`: on the disk, the estimates follow; `completed`: they have moved. */
  status: z.enum(['queued', 'completed', 'duplicate', 'rejected']),
  error: z.object({ error_code: z.string(), message: z.string(), pointer: z.string().optional() }).optional(),
  warnings: z.array(z.enum(['derived_mismatch', 'very_low_result'])),
})
export const IntakeReply = z.object({ results: z.array(IntakeResult) })
