import type { ReactElement } from 'react'
import { Link } from 'wouter'
import type { Reply } from '../../api.ts'
import { date, t } from '../../words/words.ts'

/** What happened in the own classes lately, each line with the way to it. */
export function Recent({ recent }: { recent: Reply<'getHome'>['recent'] }): ReactElement {
  return (
    <section className="stack">
      <h2>{t('classes.recent')}</h2>
      {recent.length === 0 && <p>{t('classes.recent_empty')}</p>}
      <ul className="list-plain">
        {recent.map(({ at, kind, assignment_id, quiz_title, classroom_name, count }) => (
          <li key={`${kind} ${assignment_id} ${at}`} className="row">
            <Link className="list-link" href={`/assignments/${assignment_id}/results`}>
              {t(`classes.recent_${kind}`, { quiz: quiz_title, class: classroom_name, n: count })}
            </Link>{' '}
            <span className="muted">{date(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
