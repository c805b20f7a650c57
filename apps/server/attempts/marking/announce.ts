import type { Question } from '@waymark/questions/question.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { emit, emitAll } from '../../platform/events/event.ts'
import { attemptCompleted, markChanged, responseMarked } from '../events.ts'
import type { Projection } from '../projection.ts'
import type { AttemptRecord } from '../store/attempts.ts'
import { type MadeMark, totalsOf } from './mark.ts'

/** What is announced of an attempt belongs to these. */
export interface Subject {
  attempt: AttemptRecord
  assignment: { id: string; classroom_id: string }
  questions: ReadonlyMap<string, Question>
}

const idsOf = ({ attempt, assignment }: Subject) => ({
  student_id: attempt.student_id,
  attempt_id: attempt.id,
  assignment_id: assignment.id,
  classroom_id: assignment.classroom_id,
  quiz_id: attempt.quiz_id,
})

/** Announces marks: those taken back first, then those made. */
export async function announceMarks(
  ctx: Context,
  tx: Tx,
  subject: Subject,
  made: readonly MadeMark[],
  after: Projection,
): Promise<void> {
  const about = { schoolId: subject.attempt.school_id, key: subject.attempt.student_id }
  const settled = made.filter(({ fraction, outcome }) => fraction !== null && outcome !== 'not_answered')
  const replaced = after.marks.filter(
    (mark) => mark.fraction !== null && made.some(({ id }) => id === mark.superseded_by),
  )
  await emitAll(
    ctx,
    tx,
    markChanged,
    replaced.map(({ id, superseded_by }) => ({
      ...about,
      payload: {
        ...idsOf(subject),
        mark_id: id,
        new_mark_id: superseded_by ?? id,
        reason: 'remarked' as const,
      },
    })),
  )
  await emitAll(
    ctx,
    tx,
    responseMarked,
    settled.map((mark) => ({ ...about, payload: { ...idsOf(subject), ...factsOf(mark, subject, after) } })),
  )
}

function factsOf(mark: MadeMark, { questions }: Subject, after: Projection) {
  const question = questions.get(mark.question_version_id)
  const response = after.responses.find(({ position }) => position === mark.position)
  return {
    mark_id: mark.id,
    question_id: mark.question_id,
    question_version_id: mark.question_version_id,
    position: mark.position,
    score: mark.score ?? 0,
    max_score: mark.max_score,
    fraction: mark.fraction ?? '0',
    marker: mark.marker,
    try_no: mark.try_no,
    duration_seconds: mark.seconds,
    hints_used: mark.hint_used ? 1 : 0,
    revealed: mark.revealed,
    competencies: (question?.competency_ids ?? []).map((competency_id) => ({ competency_id, weight: 1 })),
    misconception_ids: mark.details.parts.flatMap(({ misconception_id }) => misconception_id ?? []),
    answered_at: (response?.answered_at ?? mark.marked_at).toISOString(),
  }
}

export async function announceEnd(
  ctx: Context,
  tx: Tx,
  subject: Subject,
  after: Projection,
  seconds: number,
): Promise<void> {
  const { attempt } = subject
  const totals = totalsOf(after.marks)
  if (!after.ended || totals.answered === 0) return
  await emit(ctx, tx, attemptCompleted, {
    schoolId: attempt.school_id,
    key: attempt.student_id,
    payload: {
      ...idsOf(subject),
      attempt_number: attempt.attempt_number,
      ended_by: after.ended.by,
      ended_at: after.ended.at.toISOString(),
      score: totals.score,
      max_score: totals.max_score,
      questions_total: attempt.snapshot.questions.length,
      questions_answered: totals.answered,
      questions_correct: after.marks.filter(({ counts, outcome }) => counts && outcome === 'correct').length,
      waiting: totals.pending,
      time_spent_seconds: seconds,
    },
  })
}
