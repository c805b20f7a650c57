import { z } from 'zod'
import { Id, Instant } from '../endpoint.ts'

/** A quiz given to a class: its settings, window and release (spec 03 §§2–4). */

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
