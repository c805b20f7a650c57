import type { AssignmentSettings } from '@waymark/contract/attempts/assignments.ts'
import { isShown, type ReleaseFacts, releasePlan, type Shown } from '@waymark/contract/release.ts'

export interface ReleaseState {
  state: 'waiting' | 'marks' | 'answers'
  /** When each is shown; null: when the teacher releases. */
  marks_at: Date | null
  answers_at: Date | null
}

/** What of the results of an attempt that ended at `ended_at` may be shown, and when the rest follows. */
export function releaseState(
  settings: Pick<AssignmentSettings, 'marks_release' | 'answers_release'>,
  facts: ReleaseFacts & { ended_at: Date },
  now: Date,
): ReleaseState {
  const { marks, answers } = releasePlan(settings, facts, now)
  const timeOf = ({ when, at }: Shown) =>
    when === 'on_finish' ? facts.ended_at : when === 'with_marks' ? null : at
  return {
    state: isShown(answers) ? 'answers' : isShown(marks) ? 'marks' : 'waiting',
    marks_at: timeOf(marks),
    answers_at: timeOf(answers),
  }
}
