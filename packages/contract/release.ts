import type { z } from 'zod'
import type { AssignmentSettings, WhenShown } from './attempts/assignments.ts'

type Settings = Pick<AssignmentSettings, 'marks_release' | 'answers_release'>
type Rule = AssignmentSettings['marks_release']
type When = z.output<typeof WhenShown>['when']

export interface ReleaseFacts {
  /** The last personal end of any student's window; null when one has none. */
  last_close: Date | null
  marks_released_at: Date | null
  answers_released_at: Date | null
}

/** `WhenShown` before it is written out. */
export interface Shown {
  when: When
  at: Date | null
}

/**
 * When students see marks and right answers (spec 03 §2). A press of Release comes before a rule that is later.
 * Answers never come before marks. A rule that waits for an end that there is none of waits for the teacher.
 */
export function releasePlan(
  settings: Settings,
  facts: ReleaseFacts,
  now: Date,
): { marks: Shown; answers: Shown } {
  const marks = timeOf(settings.marks_release, facts.marks_released_at, facts)
  const answers = timeOf(settings.answers_release, facts.answers_released_at, facts)
  return { marks: shownFrom(marks, now), answers: shownFrom(afterMarks(marks, answers, now), now) }
}

/** True once everyone who has finished sees it, whoever finishes later included. */
export const isShown = ({ when }: { when: When }): boolean => when === 'on_finish' || when === 'since'

/** An instant, the student's own finish, or a press that has not come. */
type Time = Date | 'finish' | 'press' | { withMarks: Date | null }

function timeOf(
  rule: Rule,
  pressed: Date | null,
  facts: ReleaseFacts,
): Exclude<Time, { withMarks: unknown }> {
  if (rule === 'on_finish') return 'finish'
  const planned = rule === 'manual' ? null : rule === 'after_all_closed' ? facts.last_close : new Date(rule)
  if (planned === null || pressed === null) return planned ?? pressed ?? 'press'
  return pressed < planned ? pressed : planned
}

function afterMarks(marks: Time, answers: Date | 'finish' | 'press', now: Date): Time {
  if (answers === 'press' || marks === 'finish') return answers
  if (marks === 'press') return { withMarks: answers !== 'finish' && answers > now ? answers : null }
  if (marks instanceof Date && answers instanceof Date) return marks > answers ? marks : answers
  return marks
}

function shownFrom(time: Time, now: Date): Shown {
  if (time === 'finish') return { when: 'on_finish', at: null }
  if (time === 'press') return { when: 'by_teacher', at: null }
  if (time instanceof Date) return { when: time <= now ? 'since' : 'from', at: time }
  return { when: 'with_marks', at: time.withMarks }
}
