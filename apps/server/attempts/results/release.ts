import type { ReleasePlan } from '@waymark/contract/attempts/assignments.ts'
import { type ReleaseFacts, releasePlan, type Shown } from '@waymark/contract/release.ts'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { lastClose, type Override } from '../rules.ts'
import { type AssignmentRecord, findAssignment, listOverrides } from '../store/assignments.ts'
import type { AttemptRecord } from '../store/attempts.ts'
import { type ReleaseState, releaseState } from './release-state.ts'

/** What of an ended attempt may be shown now. A preview shows its author everything. */
export async function releaseOf(ctx: Context, tx: Tx, attempt: AttemptRecord): Promise<ReleaseState> {
  const ended_at = attempt.ended_at ?? ctx.now
  const assignment = attempt.assignment_id === null ? null : await findAssignment(tx, attempt.assignment_id)
  if (!assignment) return { state: 'answers', marks_at: ended_at, answers_at: ended_at }
  return releaseIn(ctx, assignment, await listOverrides(tx, [assignment.id]), ended_at)
}

/** The same for an attempt at an assignment that was read before, with the overrides of all its students. */
export const releaseIn = (
  { now }: Pick<Context, 'now'>,
  assignment: AssignmentRecord,
  overrides: readonly Override[],
  ended_at: Date,
): ReleaseState => releaseState(assignment.settings, { ...factsOf(assignment, overrides), ended_at }, now)

/** When the students of an assignment see marks and right answers, as it goes out. */
export function showReleasePlan(
  { now }: Pick<Context, 'now'>,
  assignment: AssignmentRecord,
  overrides: readonly Override[],
): z.output<typeof ReleasePlan> {
  const { marks, answers } = releasePlan(assignment.settings, factsOf(assignment, overrides), now)
  const written = ({ when, at }: Shown) => ({ when, at: at?.toISOString() ?? null })
  return { marks: written(marks), answers: written(answers) }
}

const factsOf = (assignment: AssignmentRecord, overrides: readonly Override[]): ReleaseFacts => ({
  last_close: lastClose(assignment, overrides),
  marks_released_at: assignment.marks_released_at,
  answers_released_at: assignment.answers_released_at,
})
