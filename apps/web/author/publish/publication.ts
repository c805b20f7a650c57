import type { AssignmentSettings } from '@waymark/contract/attempts/assignments.ts'
import type { Input } from '../../api.ts'
import { instantAt, localTime } from './school-time.ts'

type Publication = Input<'publishQuiz'>['body']

/** What stands in the publish form; times are local times of the school. */
export interface PublishForm {
  /** Null: nobody has chosen yet. */
  classrooms: readonly string[] | null
  from: string
  /** Blank: no end. */
  until: string
  settings: AssignmentSettings
}

/** What holds where a teacher says nothing, as in `usualSettings` of the contract. */
export const usual: AssignmentSettings = {
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

/** Open from now on, without an end. */
export function publishFormAt(now: Date, timeZone: string): PublishForm {
  return { classrooms: null, from: localTime(now, timeZone), until: '', settings: usual }
}

export type WhyNot = 'no_class' | 'no_start' | 'end_unreadable' | 'end_before_start'

/** What is ticked before a teacher chooses: the only class, for a quiz that no class has yet. */
export function classesAtFirst(ids: readonly string[], isPublished: boolean): readonly string[] {
  return ids.length === 1 && !isPublished ? ids : []
}

/** The request to the server, or what has to be mended first. */
export function publicationOf(
  form: PublishForm & { classrooms: readonly string[] },
  timeZone: string,
): Publication | { mend: WhyNot } {
  const from = instantAt(form.from, timeZone)
  const until = form.until === '' ? null : instantAt(form.until, timeZone)
  if (form.classrooms.length === 0) return { mend: 'no_class' }
  if (from === null) return { mend: 'no_start' }
  if (form.until !== '' && until === null) return { mend: 'end_unreadable' }
  if (until !== null && until <= from) return { mend: 'end_before_start' }
  return {
    classroom_ids: [...form.classrooms],
    available_from: from,
    available_until: until,
    settings: form.settings,
  }
}
