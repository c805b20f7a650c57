import type { ReactElement } from 'react'
import { Link } from 'wouter'
import type { Reply } from '../api.ts'
import { date, t } from '../words/words.ts'

/** A card for each class: how many students, how many quizzes are open, when something happened last. */
export function ClassCards({ classrooms }: { classrooms: Reply<'getHome'>['classrooms'] }): ReactElement {
  if (classrooms.length === 0) {
    return (
      <div className="note stack">
        <p>{t('classes.no_class')}</p>
        <Link className="button" href="/classes">
          {t('classes.to_classes')}
        </Link>
      </div>
    )
  }
  return (
    <ul className="list-plain cards">
      {classrooms.map(({ classroom_id, name, subject, student_count, quizzes_open, last_activity_at }) => (
        <li key={classroom_id} className="card">
          <h3>
            <Link className="list-link" href={`/classes/${classroom_id}`}>
              {name}
            </Link>
          </h3>
          {subject && <p className="muted">{subject}</p>}
          <div>
            <Link className="list-link" href={`/classes/${classroom_id}/list`}>
              {t('classes.students', { n: student_count })}
            </Link>
            <Link className="list-link" href={`/classes/${classroom_id}?quizzes=open`}>
              {t('classes.quizzes_open', { n: quizzes_open })}
            </Link>
          </div>
          <p className="muted">
            {last_activity_at
              ? t('classes.last_activity', { time: date(last_activity_at) })
              : t('classes.no_activity')}
          </p>
          <Link className="list-link" href={`/classes/${classroom_id}/mastery`}>
            {t('classes.mastery_of', { class: name })}
          </Link>
        </li>
      ))}
    </ul>
  )
}
