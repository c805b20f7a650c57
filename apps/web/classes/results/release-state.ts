import type { Reply } from '../../api.ts'

type Assignment = Pick<
  Reply<'getClassResults'>['assignment'],
  'settings' | 'marks_released_at' | 'answers_released_at'
>
export type Releasable = 'marks' | 'answers'

/** When students see marks or answers: since an instant, by a rule, on a day, or when the teacher says. */
export interface WhenShown {
  kind: 'shown' | 'on_finish' | 'after_all_closed' | 'manual' | 'on_day'
  at: string | null
}

/** When the students of an assignment see `what`. A release by hand comes before every rule. */
export function whenShown(assignment: Assignment, what: Releasable): WhenShown {
  const released = what === 'marks' ? assignment.marks_released_at : assignment.answers_released_at
  if (released !== null) return { kind: 'shown', at: released }
  const rule = what === 'marks' ? assignment.settings.marks_release : assignment.settings.answers_release
  if (rule === 'on_finish' || rule === 'after_all_closed' || rule === 'manual')
    return { kind: rule, at: null }
  return { kind: 'on_day', at: rule }
}
