import { releasePlan } from '@waymark/contract/release.ts'
import type { ReactElement } from 'react'
import { whenShown } from '../../words/when-shown.ts'
import type { PublishForm } from './publication.ts'
import { instantAt } from './school-time.ts'

/** What the settings and the window as they stand in the form come to: from when results are seen. */
export function ReleaseNote({ form, zone }: { form: PublishForm; zone: string }): ReactElement {
  const closes = form.until === '' ? null : instantAt(form.until, zone)
  const facts = {
    last_close: closes === null ? null : new Date(closes),
    marks_released_at: null,
    answers_released_at: null,
  }
  const plan = releasePlan(form.settings, facts, new Date())
  const written = ({ when, at }: typeof plan.marks) => ({ when, at: at?.toISOString() ?? null })
  return (
    <p className="muted" role="status">
      {whenShown('classes.shown_marks', written(plan.marks))}{' '}
      {whenShown('classes.shown_answers', written(plan.answers))}
    </p>
  )
}
