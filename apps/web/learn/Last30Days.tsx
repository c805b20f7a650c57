import type { ReactElement } from 'react'
import { Link } from 'wouter'
import type { Reply } from '../api.ts'
import { date, t } from '../words/words.ts'

type Work = Reply<'getProgress'>['last_30_days']

/** What the student did in the last 30 days: how many quizzes and how long, and below it each of them. */
export function Last30Days({ work: { quizzes, seconds } }: { work: Work }): ReactElement {
  return (
    <section className="stack">
      <h2>{t('progress.last_30')}</h2>
      {quizzes.length === 0 ? (
        <p>{t('progress.last_30_empty')}</p>
      ) : (
        <>
          <p>
            {t('progress.last_30_quizzes', { n: quizzes.length })}{' '}
            {t('progress.last_30_time', { n: wholeMinutes(seconds) })}
          </p>
          <p className="muted">{t('progress.last_30_about')}</p>
          <ul className="list-plain">
            {quizzes.map((quiz) => (
              <li key={quiz.attempt_id}>
                <Link className="list-link" href={`/attempts/${quiz.attempt_id}/results`}>
                  {quiz.title}
                </Link>
                <p className="muted">
                  {t('progress.last_30_quiz', {
                    date: date(quiz.ended_at),
                    time: quiz.seconds === null ? 'none' : 'some',
                    n: wholeMinutes(quiz.seconds ?? 0),
                  })}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const wholeMinutes = (seconds: number) => Math.round(seconds / 60)
