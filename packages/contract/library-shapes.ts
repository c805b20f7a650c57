import { z } from 'zod'
import { AboutMinutes, Id, Instant, Share, typed } from './endpoint.ts'

/** Counts every change of a thing; sent as ETag, given back as If-Match. */
export const Revision = z.number().int().min(1)

// ── units ────────────────────────────────────────────────────────────────
const YearGroup = z.number().int().min(1).max(13)
const AcademicYear = z.string().regex(/^\d{4}-\d{2}$/, 'must look like 2025-26')

export const TypedObjective = z.strictObject({ id: Id.optional(), text: typed(500, 11) })
export const TypedVocabulary = z.strictObject({
  id: Id.optional(),
  term: typed(50, 1),
  definition: typed(500, 1),
})

const unitFields = {
  title: typed(200, 1),
  subject: typed(100, 1),
  year_group: YearGroup,
  half_term: z.number().int().min(1).max(6).nullable(),
  academic_year: AcademicYear.nullable(),
  duration_minutes: z.number().int().min(1).max(1000).nullable(),
}
export const NewUnit = z.strictObject({
  ...unitFields,
  half_term: unitFields.half_term.default(null),
  academic_year: unitFields.academic_year.default(null),
  duration_minutes: unitFields.duration_minutes.default(null),
  objectives: z.array(TypedObjective).max(100).default([]),
  vocabulary: z.array(TypedVocabulary).max(300).default([]),
})
/** `objectives` and `vocabulary` replace what was typed into the unit; what documents hold stays. */
export const UnitChange = z
  .strictObject({
    ...unitFields,
    co_teacher_ids: z.array(Id).max(20),
    objectives: z.array(TypedObjective).max(100),
    vocabulary: z.array(TypedVocabulary).max(300),
  })
  .partial()

export const CompetencyName = z.object({ id: Id, title: z.string() })
/** One found thing with where it came from; `document_id` is null for what a teacher typed. */
const found = <T extends z.ZodRawShape>(fields: T) =>
  z.object({ id: Id, document_id: Id.nullable(), passage_id: Id.nullable(), ...fields })

export const UnitSummary = z.object({
  id: Id,
  ...unitFields,
  revision: Revision,
  document_count: z.number().int(),
  quiz_count: z.number().int(),
  changed_at: Instant,
})

// ── documents ────────────────────────────────────────────────────────────
export const Locator = z.object({
  page: z.number().int().optional(),
  slide: z.number().int().optional(),
  heading_path: z.array(z.string()).optional(),
  table: z.number().int().optional(),
  row: z.number().int().optional(),
})
export const PassageKind = z.enum([
  'heading',
  'paragraph',
  'list_item',
  'table_row',
  'code',
  'picture',
  'notes',
  'typed',
])
export const Passage = z.object({
  id: Id,
  document_id: Id.nullable(),
  ord: z.number().int(),
  locator: Locator,
  kind: PassageKind,
  text: z.string(),
  /** Not visible in the original; unused by generation unless `ticked`. */
  hidden: z.boolean(),
  ticked: z.boolean(),
})

const Line = typed(1200, 1)
export const StepListEdit = z.strictObject({
  id: Id.optional(),
  heading: typed(200).nullable(),
  steps: z.array(Line).min(2).max(30),
})
export const MisconceptionEdit = z.strictObject({
  id: Id.optional(),
  belief: typed(500, 1),
  correction: typed(500, 1).nullable(),
})
export const ActivityEdit = z.strictObject({
  id: Id.optional(),
  heading: typed(300, 1),
  paragraphs: z.array(Line).max(4),
})
export const CodeBlockEdit = z.strictObject({ id: Id.optional(), code: typed(8000, 1) })
export const ExistingQuestionEdit = z.strictObject({
  id: Id.optional(),
  stem: typed(1200, 1),
  options: z.array(typed(300, 1)).max(8),
  answer: typed(300, 1).nullable(),
})
/** Each list given replaces that list of the document; an item with its `id` keeps its place of origin. */
export const DocumentChange = z
  .strictObject({
    objectives: z.array(TypedObjective).max(200),
    vocabulary: z.array(TypedVocabulary).max(500),
    step_lists: z.array(StepListEdit).max(200),
    misconceptions: z.array(MisconceptionEdit).max(200),
    activities: z.array(ActivityEdit).max(200),
    code_blocks: z.array(CodeBlockEdit).max(200),
    existing_questions: z.array(ExistingQuestionEdit).max(200),
    /** The hidden passages to use; all others stay unused. */
    ticked_passage_ids: z.array(Id).max(5000),
  })
  .partial()

export const Materials = z.object({
  objectives: z.array(found({ text: z.string(), competency_id: Id })),
  vocabulary: z.array(found({ term: z.string(), definition: z.string() })),
  step_lists: z.array(found({ heading: z.string().nullable(), steps: z.array(z.string()) })),
  misconceptions: z.array(found({ belief: z.string(), correction: z.string().nullable() })),
  activities: z.array(found({ heading: z.string(), paragraphs: z.array(z.string()) })),
  code_blocks: z.array(found({ code: z.string() })),
  existing_questions: z.array(
    found({ stem: z.string(), options: z.array(z.string()), answer: z.string().nullable() }),
  ),
  pictures: z.array(
    found({
      file_id: Id,
      media_type: z.string(),
      width: z.number().int(),
      height: z.number().int(),
      alternative_text: z.string(),
    }),
  ),
})

export const DocumentStatus = z.enum(['received', 'checking', 'extracting', 'ready', 'refused'])
export const DocumentSummary = z.object({
  id: Id,
  unit_id: Id,
  filename: z.string(),
  file_type: z.string(),
  size_bytes: z.number().int(),
  status: DocumentStatus,
  /** Why a refused file was refused: a code and one plain sentence with the file's name. */
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  title: z.string().nullable(),
  lesson_number: z.number().int().nullable(),
  notices: z.array(z.string()),
  /** How many of each were found; `passages` and `hidden` count passages. */
  counts: z.record(z.string(), z.number().int()),
  /** The first 500 characters of the visible text. */
  beginning: z.string(),
  revision: Revision,
  received_at: Instant,
  settled_at: Instant.nullable(),
})
export const Document = DocumentSummary.extend({
  /** The first 5,000 characters of the visible text. */
  preview: z.string(),
  materials: Materials,
})
export const Upload = z.object({
  documents: z.array(
    z.object({
      id: Id.nullable(),
      filename: z.string(),
      status: DocumentStatus,
      error: z.object({ code: z.string(), message: z.string() }).optional(),
    }),
  ),
})

export const Unit = UnitSummary.extend({
  owner_id: Id,
  co_teacher_ids: z.array(Id),
  topic: CompetencyName,
  documents: z.array(DocumentSummary),
  materials: Materials,
})

export const UnitCompetencies = z.object({ topic: CompetencyName, objectives: z.array(CompetencyName) })

// ── generation ───────────────────────────────────────────────────────────
const Level = z.number().int().min(1).max(5)
export const GenerationRequest = z
  .strictObject({
    unit_id: Id,
    document_ids: z.array(Id).max(50).default([]),
    title: typed(200, 1).optional(),
    question_count: z.number().int().min(1).max(40).default(15),
    duration_minutes: z.number().int().min(5).max(120).default(30),
    level_min_1_to_5: Level.default(1),
    level_max_1_to_5: Level.default(5),
    include_kinds: z.array(z.string()).max(20).default([]),
    exclude_kinds: z.array(z.string()).max(20).default([]),
    objective_ids: z.array(Id).max(50).default([]),
    instructions: typed(1000).default(''),
    generator: z.enum(['auto', 'rules', 'model']).default('auto'),
    /** Another whole number gives another quiz from the same material. */
    variation: z.number().int().min(0).max(1_000_000).default(0),
  })
  .refine((request) => request.level_min_1_to_5 <= request.level_max_1_to_5, {
    message: 'must not be above level_max_1_to_5',
    path: ['level_min_1_to_5'],
  })

export const GenerationStep = z.enum(['reading', 'writing', 'saving'])
export const GenerationWarning = z.object({
  code: z.enum([
    'not_enough_material',
    'objective_not_covered',
    'candidate_dropped',
    'time_outside_plan',
    'few_kinds',
  ]),
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
})
export const GenerationResult = z.object({
  quiz_id: Id,
  status: z.literal('draft'),
  title: z.string(),
  question_count: z.number().int(),
  kind_counts: z.record(z.string(), z.number().int()),
  total_points: z.number().int(),
  estimated_minutes: AboutMinutes,
  objectives_covered: z.array(CompetencyName),
  objectives_not_covered: z.array(CompetencyName),
  passages_used: z.number().int(),
  passages_total: z.number().int(),
  warnings: z.array(GenerationWarning),
  degraded_reasons: z.array(z.string()),
})
export const Generation = z.object({
  generation_id: Id,
  unit_id: Id,
  quiz_id: Id.nullable(),
  state: z.enum(['queued', 'running', 'ready', 'failed', 'cancelled']),
  steps: z.array(z.object({ step: GenerationStep, state: z.enum(['waiting', 'running', 'done']) })),
  result: GenerationResult.nullable(),
  failure: z.string().nullable(),
  requested_at: Instant,
  settled_at: Instant.nullable(),
})

// ── questions ────────────────────────────────────────────────────────────
export const ReviewState = z.enum(['generated', 'edited', 'approved', 'rejected'])
export const RejectionReason = z.enum([
  'off_topic',
  'not_true',
  'too_hard',
  'too_easy',
  'unclear',
  'duplicate',
  'other',
])
/** A question as spec 01 §1 shapes it; read and checked by `@waymark/questions/kinds`. */
export const QuestionBody = z.record(z.string(), z.unknown())
/** A stored test: this answer earns this fraction of the points. */
export const QuestionTest = z.strictObject({ answer: z.unknown(), fraction: Share })
export const Finding = z.object({
  level: z.enum(['error', 'warning']),
  code: z.string(),
  /** JSON pointer into the question or the quiz. */
  pointer: z.string(),
  message: z.string(),
  question_id: Id.nullable(),
  /** The reason a teacher gave for setting a warning aside. */
  dismissed: z.string().nullable(),
})
export const Dismissal = z.strictObject({ code: typed(60, 1), pointer: typed(300), reason: typed(280, 1) })

/** A quote with the passage it stands in, for showing both side by side. */
export const Source = z.object({
  passage_id: Id,
  quote: z.string(),
  document_id: Id.nullable(),
  filename: z.string().nullable(),
  locator: Locator,
  passage_text: z.string().nullable(),
})
export const AuthorQuestion = z.object({
  id: Id,
  quiz_id: Id,
  unit_id: Id,
  /** Place in the quiz from 1; null for a rejected question. */
  position: z.number().int().nullable(),
  review_state: ReviewState,
  rejection_reason: RejectionReason.nullable(),
  version_id: Id,
  version: z.number().int(),
  latest_version: z.number().int(),
  frozen: z.boolean(),
  revision: Revision,
  kind: z.string(),
  question: QuestionBody,
  question_tests: z.array(QuestionTest),
  sources: z.array(Source),
  findings: z.array(Finding),
  changed_at: Instant,
})
export const QuestionVersion = z.object({
  version_id: Id,
  version: z.number().int(),
  current: z.boolean(),
  frozen: z.boolean(),
  approved_at: Instant.nullable(),
  created_by: Id,
  created_at: Instant,
  changed_at: Instant,
  kind: z.string(),
  question: QuestionBody,
})
export const QuestionKind = z.object({
  code: z.string(),
  label: z.string(),
  presets: z.array(z.string()),
  content_schema: z.record(z.string(), z.unknown()),
  answer_schema: z.record(z.string(), z.unknown()),
  example: QuestionBody,
})

// ── quizzes ──────────────────────────────────────────────────────────────
export const QuizStatus = z.enum(['draft', 'review', 'published', 'archived'])
/** One line of the list of what a caller asked for. */
export const GenerationSummary = Generation.pick({
  generation_id: true,
  unit_id: true,
  quiz_id: true,
  state: true,
  requested_at: true,
  settled_at: true,
}).extend({
  title: z.string(),
  /** Of the quiz that was made, as it is now; null where there is none. */
  quiz_status: QuizStatus.nullable(),
})
export const QuizSummary = z.object({
  id: Id,
  unit_id: Id,
  title: z.string(),
  year_group: YearGroup,
  status: QuizStatus,
  version: z.number().int(),
  revision: Revision,
  duration_minutes: z.number().int(),
  /** Computed from the questions, never typed. */
  question_count: z.number().int(),
  total_points: z.number().int(),
  estimated_minutes: AboutMinutes,
  review_counts: z.record(ReviewState, z.number().int()),
  changed_at: Instant,
})
export const Quiz = QuizSummary.extend({
  owner_id: Id,
  objectives: z.array(CompetencyName),
  questions: z.array(AuthorQuestion),
  rejected: z.array(AuthorQuestion),
})
export const NewQuiz = z.strictObject({
  unit_id: Id,
  title: typed(200, 1),
  year_group: YearGroup.optional(),
  duration_minutes: z.number().int().min(5).max(120).default(30),
  objective_ids: z.array(Id).max(50).default([]),
})
export const QuizChange = z
  .strictObject({
    title: typed(200, 1),
    year_group: YearGroup,
    duration_minutes: z.number().int().min(5).max(120),
    objective_ids: z.array(Id).max(50),
    status: z.enum(['draft', 'review']),
  })
  .partial()
