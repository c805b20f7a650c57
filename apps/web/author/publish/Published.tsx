import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { Button } from '../../ui/Button.tsx'
import { dateTime, t } from '../../words/words.ts'
import { isOnlyHere } from './only-here.ts'
import type { Assignments } from './use-publishing.ts'

/** What happens next: where the students go, with what they sign in, and where the results will be. */
export function Published({
  assignments,
  onClose,
}: {
  assignments: Assignments
  onClose: () => void
}): ReactElement {
  return (
    <div className="stack wide">
      <p className="note note-good" role="status">
        {t('author.published')}
      </p>
      <p>
        {t('author.students_open')} <code>{location.host}</code>
      </p>
      <p>{t('author.students_next')}</p>
      <p className="muted">
        {t(isOnlyHere(location.hostname) ? 'author.only_here' : 'author.try_as_student')}
      </p>
      <ul className="list-plain">
        {assignments.map((assignment) => (
          <Given key={assignment.assignment_id} {...assignment} />
        ))}
      </ul>
      <Button look="main" onClick={onClose}>
        {t('ui.close')}
      </Button>
    </div>
  )
}

function Given({ assignment_id, classroom_id, classroom_name, available_from }: Assignments[number]) {
  return (
    <li className="stack">
      <p>{t('author.published_to', { name: classroom_name, time: dateTime(available_from) })}</p>
      <div className="row">
        <Link className="button" href={`/classes/${classroom_id}/list`}>
          {t('author.sign_in_of', { name: classroom_name })}
        </Link>
        <Link className="button" href={`/assignments/${assignment_id}/results`}>
          {t('author.results_of', { name: classroom_name })}
        </Link>
      </div>
    </li>
  )
}
