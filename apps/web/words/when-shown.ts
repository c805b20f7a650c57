import type { Reply } from '../api.ts'
import { dateTime, t } from './words.ts'

export type WhenShown = Reply<'listMyQuizzes'>['available'][number]['release']['marks']

type Key = 'take.marks_shown' | 'take.answers_shown' | 'classes.shown_marks' | 'classes.shown_answers'

/** The one sentence that says from when marks or right answers are seen, for the student or for the teacher. */
export function whenShown(key: Key, { when, at }: WhenShown): string {
  return t(key, {
    when: when === 'with_marks' && at !== null ? 'with_marks_from' : when,
    time: at === null ? '' : dateTime(at),
  })
}
