import type { Assignment } from '@waymark/contract/attempts/assignments.ts'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { listQuizFacts } from '../quiz-content.ts'
import { getAssignmentFor } from '../reach.ts'
import { showReleasePlan } from '../results/release.ts'
import { type AssignmentRecord, listNamedStudents, listOverrides } from '../store/assignments.ts'

type Shown = z.output<typeof Assignment>

export const showAssignment = (ctx: Context, id: string): Promise<Shown> =>
  ctx.transaction(async (tx) => {
    const { assignment, classroom } = await getAssignmentFor(tx, ctx, id)
    return assignmentOf(ctx, tx, assignment, classroom.name)
  })

/** An assignment as its teacher sees it. */
export async function assignmentOf(
  ctx: Pick<Context, 'now'>,
  tx: Tx,
  assignment: AssignmentRecord,
  classroomName: string,
): Promise<Shown> {
  const quiz = (await listQuizFacts(tx, [assignment.quiz_id])).get(assignment.quiz_id)
  return {
    assignment_id: assignment.id,
    quiz_id: assignment.quiz_id,
    quiz_version: assignment.quiz_version,
    quiz_title: quiz?.title ?? '',
    question_count: quiz?.question_count ?? 0,
    classroom_id: assignment.classroom_id,
    classroom_name: classroomName,
    student_ids: assignment.for_named_students ? await listNamedStudents(tx, assignment.id) : null,
    available_from: assignment.available_from.toISOString(),
    available_until: assignment.available_until?.toISOString() ?? null,
    settings: assignment.settings,
    marks_released_at: assignment.marks_released_at?.toISOString() ?? null,
    answers_released_at: assignment.answers_released_at?.toISOString() ?? null,
    release: showReleasePlan(ctx, assignment, await listOverrides(tx, [assignment.id])),
    published_at: assignment.published_at.toISOString(),
    revision: assignment.revision,
  }
}
