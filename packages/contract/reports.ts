import { z } from 'zod'
import { endpoint, Id, Instant, PageQuery, page } from './endpoint.ts'
import { stances } from './evidence.ts'
import { Estimate, EstimateFacts, EstimateState, WouldSettle } from './mastery.ts'

const Title = z.object({ id: Id, title: z.string() })
const classroom = z.object({ classroom_id: Id })
const student = z.object({ student_id: Id })

// ── the evidence drawer (spec 11 §2) ─────────────────────────────────────
export const explainedTypes = ['mark', 'quiz_result', 'class_figure', 'mastery'] as const

/** Figures of a class's results: `class_figure` is opened as `{assignment_id}~{figure}`. */
export const classFigures = [
  'completed',
  'mean',
  'median',
  'highest',
  'lowest',
  'sd',
  'band_1',
  'band_2',
  'band_3',
  'band_4',
  'band_5',
] as const

/**
 * How a class divides on an objective: `class_figure` is opened as `{classroom_id}~{competency_id}~{split}`. Who is
 * contested or lacks evidence stands in none of the first three.
 */
export const classSplits = ['secure', 'learning', 'gap', 'contested', 'not_enough_evidence'] as const

export const ExplainedEvidence = z.object({
  id: z.string(),
  kind: z.enum(['answer', 'judgement', 'mark', 'attempt', 'estimate']),
  source: z.string(),
  excerpt: z.string(),
  context_before: z.string().nullable(),
  context_after: z.string().nullable(),
  occurred_at: Instant,
  author: z.string().nullable(),
  marker: z.string().nullable(),
  rubric_version: z.string().nullable(),
  model_version: z.string().nullable(),
  weight: z.number().nullable(),
  /** Change of z of the estimate; null where the figure is no estimate. */
  effect: z.number().nullable(),
  status: z.enum(['active', 'superseded', 'excluded', 'expired', 'source_expired']),
  href: z.string().nullable(),
})
/** What would settle a figure: more questions, a judgement, or more results. */
export const Settles = WouldSettle.extend({ kind: z.enum(['question', 'judgement', 'result']) }).partial({
  competency_id: true,
})
export const Explained = z.object({
  subject: z.object({ subject_type: z.enum(explainedTypes), subject_id: z.string(), title: z.string() }),
  value: z.number().nullable(),
  display: z.string(),
  state: EstimateState,
  state_reasons: z.array(z.string()),
  rule: z.object({ sentence: z.string(), formula_version: z.string() }),
  evidence: z.array(ExplainedEvidence),
  /** Further items that the viewer may not open. */
  hidden_count: z.number().int(),
  would_settle: z.array(Settles),
  history: z.array(z.object({ at: Instant, display: z.string(), reason: z.string() })),
  /** What the student said to the estimate, or to one of the items, the oldest first. */
  replies: z.array(
    z.object({
      at: Instant,
      author: z.string(),
      stance: z.enum(stances),
      text: z.string(),
      /** The item it is about, where that counts; null: the estimate, or an item that no longer counts. */
      evidence_id: z.string().nullable(),
      /** Whether it contests the estimate now. */
      open: z.boolean(),
    }),
  ),
  degraded_reasons: z.array(z.string()),
  /** What the viewer may do about it. `reply`: to `/claims/{subject_id}/reply`, or to an item by its id. */
  actions: z.array(z.object({ action: z.string(), href: z.string() })),
  as_of: Instant,
  next_cursor: z.string().nullable(),
})

// ── the class mastery map ────────────────────────────────────────────────
const counts = {
  secure: z.number().int(),
  learning: z.number().int(),
  gap: z.number().int(),
  contested: z.number().int(),
  /** A column of its own, never part of the others. */
  not_enough_evidence: z.number().int(),
}
export const MasteryCell = Estimate.pick({
  competency_id: true,
  probability: true,
  interval: true,
  standing: true,
  state: true,
  evidence_count: true,
}).extend({
  /** First answers that would settle it; null where there is enough evidence. */
  answers_needed: z.number().int().nullable(),
})
export const ClassMastery = EstimateFacts.omit({ version: true }).extend({
  classroom: z.object({ id: Id, name: z.string() }),
  topics: z.array(Title),
  objectives: z.array(
    z.object({
      competency_id: Id,
      title: z.string(),
      topic_id: Id.nullable(),
      /** Of the class. Who is `contested` stands in none of the first three. */
      counts: z.object(counts),
    }),
  ),
  /** Objectives beyond the 60 that one answer holds; narrow by `topic_id` to see them. */
  more_objectives: z.number().int(),
  students: z.array(
    z.object({
      student_id: Id,
      name: z.string(),
      version: z.number().int(),
      /** One per objective, in their order. */
      cells: z.array(MasteryCell),
    }),
  ),
})

// ── one student ──────────────────────────────────────────────────────────
/** The newest thing that moved an estimate. */
export const Move = z.object({
  occurred_at: Instant,
  reason: z.string(),
  direction: z.enum(['up', 'down', 'same']),
})
/** What was done in the 30 days before `as_of`: quizzes finished, the newest first, and the time worked in them. */
export const RecentWork = z.object({
  quizzes: z.array(
    z.object({
      attempt_id: Id,
      title: z.string(),
      ended_at: Instant,
      /** Time at the questions, without breaks and long pauses; null where no device told of any. */
      seconds: z.number().int().nullable(),
    }),
  ),
  /** In all of them. */
  seconds: z.number().int(),
})
export const Progress = EstimateFacts.extend({
  student: z.object({ id: Id, name: z.string() }),
  last_30_days: RecentWork,
  topics: z.array(
    z.object({
      topic: Title.nullable(),
      objectives: z.array(Estimate.extend({ last_move: Move.nullable() })),
    }),
  ),
})
export const StudentTimelineEntry = z.object({
  id: Id,
  at: Instant,
  kind: z.enum(['quiz_completed', 'judgement']),
  title: z.string(),
  classroom_name: z.string().nullable(),
  attempt_id: Id.nullable(),
  assignment_id: Id.nullable(),
  competency_id: Id.nullable(),
  score: z.number().nullable(),
  max_score: z.number().nullable(),
  /** Answers that wait for a person; above 0 the score is provisional. */
  waiting: z.number().int(),
  /** When the newest mark under the score was made. */
  as_of: Instant.nullable(),
  judgement: z.enum(['secure', 'learning', 'gap']).nullable(),
})

// ── a teacher's first screens ────────────────────────────────────────────
export const ClassroomCard = z.object({
  classroom_id: Id,
  name: z.string(),
  subject: z.string().nullable(),
  year_group: z.number().int().nullable(),
  student_count: z.number().int(),
  quizzes_open: z.number().int(),
  last_activity_at: Instant.nullable(),
})
export const Home = z.object({
  as_of: Instant,
  queues: z.object({
    /** Answers that wait for this teacher's mark. */
    marking: z.number().int(),
    /** Own quizzes not published yet. */
    drafts: z.number().int(),
    /** Own classes' quizzes whose results wait for a press of Release. */
    release: z.number().int(),
  }),
  classrooms: z.array(ClassroomCard),
  recent: z.array(
    z.object({
      at: Instant,
      kind: z.enum(['quiz_completed', 'quiz_published']),
      assignment_id: Id,
      quiz_title: z.string(),
      classroom_id: Id,
      classroom_name: z.string(),
      /** How many students did so on that day. */
      count: z.number().int(),
    }),
  ),
})
export const ClassOverview = z.object({
  as_of: Instant,
  classroom: z.object({
    id: Id,
    name: z.string(),
    subject: z.string().nullable(),
    year_group: z.number().int().nullable(),
  }),
  last_activity_at: Instant.nullable(),
  quizzes: z.array(
    z.object({
      assignment_id: Id,
      quiz_id: Id,
      title: z.string(),
      status: z.enum(['upcoming', 'open', 'closed']),
      available_from: Instant,
      available_until: Instant.nullable(),
      expected: z.number().int(),
      started: z.number().int(),
      completed: z.number().int(),
      /** Answers that wait for a person. */
      waiting: z.number().int(),
    }),
  ),
  students: z.array(
    z.object({
      student_id: Id,
      name: z.string(),
      username: z.string(),
      quizzes_completed: z.number().int(),
      quizzes_running: z.number().int(),
      last_activity_at: Instant.nullable(),
    }),
  ),
})

export const endpoints = {
  explain: endpoint({
    method: 'GET',
    path: '/explain/{subject_type}/{subject_id}',
    summary: 'What stands under a number: its rule and the evidence itself',
    params: z.object({ subject_type: z.string().max(40), subject_id: z.string().max(200) }),
    query: z.object(PageQuery),
    reply: Explained,
    permission: 'explain',
    refusals: ['not_found', 'reason_needed', 'cursor_expired'],
  }),
  getHome: endpoint({
    method: 'GET',
    path: '/home',
    summary: "A teacher's own classes, what waits, and what happened lately",
    reply: Home,
    permission: 'see_classes',
    refusals: [],
  }),
  getClassOverview: endpoint({
    method: 'GET',
    path: '/classrooms/{classroom_id}/overview',
    summary: 'A class with its quizzes, its students and the last activity',
    params: classroom,
    reply: ClassOverview,
    permission: 'see_classes',
    refusals: ['not_found'],
  }),
  getClassMastery: endpoint({
    method: 'GET',
    path: '/analytics/classrooms/{classroom_id}/mastery',
    summary: 'Students × objectives: the standing in each cell, and how the class divides',
    params: classroom,
    query: z.object({ topic_id: Id.optional() }),
    reply: ClassMastery,
    permission: 'see_classes',
    refusals: ['not_found'],
  }),
  getProgress: endpoint({
    method: 'GET',
    path: '/students/{student_id}/progress',
    summary: 'Topics and their objectives: how a student stands, and what moved it',
    params: student,
    reply: Progress,
    permission: 'see_student',
    refusals: ['not_found', 'reason_needed'],
  }),
  listStudentTimeline: endpoint({
    method: 'GET',
    path: '/students/{student_id}/timeline',
    summary: 'Marks and judgements of a student over time, newest first',
    params: student,
    query: z.object(PageQuery),
    reply: page(StudentTimelineEntry),
    permission: 'see_results',
    refusals: ['not_found', 'reason_needed', 'cursor_expired'],
  }),
}
