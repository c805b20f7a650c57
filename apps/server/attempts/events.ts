import { z } from 'zod'
import { declareEvent } from '../platform/events/event.ts'

const ids = {
  student_id: z.uuid(),
  attempt_id: z.uuid(),
  assignment_id: z.uuid(),
  classroom_id: z.uuid(),
  quiz_id: z.uuid(),
}

/**
 * An answer got a mark: at a check, at the end, or from a teacher. Key: the student. An answer nobody gave
 * and one that still waits are not announced: absence lowers nothing. The words of the answer stay here;
 * ask `explainMarks` for them.
 */
export const responseMarked = declareEvent({
  name: 'response.marked',
  version: 1,
  payload: z.object({
    ...ids,
    mark_id: z.uuid(),
    question_id: z.uuid(),
    question_version_id: z.uuid(),
    position: z.number().int(),
    score: z.number(),
    max_score: z.number(),
    /** Exact, 0–1, as `2/3`. */
    fraction: z.string(),
    marker: z.enum(['rule', 'code', 'model', 'human']),
    try_no: z.number().int(),
    duration_seconds: z.number().int(),
    hints_used: z.number().int(),
    revealed: z.boolean(),
    competencies: z.array(z.object({ competency_id: z.uuid(), weight: z.number() })),
    misconception_ids: z.array(z.string()),
    /** When the answer was given. */
    answered_at: z.iso.datetime(),
  }),
})

/** A mark was taken back and another stands in its place (`response.marked` follows with it). Key: the student. */
export const markChanged = declareEvent({
  name: 'mark.changed',
  version: 1,
  payload: z.object({
    ...ids,
    mark_id: z.uuid(),
    new_mark_id: z.uuid(),
    reason: z.enum(['key_fixed', 'appeal', 'remarked', 'voided']),
  }),
})

/** An attempt ended with at least one answer. Key: the student. */
export const attemptCompleted = declareEvent({
  name: 'attempt.completed',
  version: 1,
  payload: z.object({
    ...ids,
    attempt_number: z.number().int(),
    ended_by: z.enum(['student', 'bell', 'teacher']),
    ended_at: z.iso.datetime(),
    score: z.number(),
    max_score: z.number(),
    questions_total: z.number().int(),
    questions_answered: z.number().int(),
    questions_correct: z.number().int(),
    /** Answers that wait for a person; their marks follow. */
    waiting: z.number().int(),
    time_spent_seconds: z.number().int(),
  }),
})
