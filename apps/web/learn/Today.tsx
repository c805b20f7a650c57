import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { call } from '../api.ts'
import { useMe } from '../session.tsx'
import { Page } from '../ui/Page.tsx'
import { Stated } from '../ui/Stated.tsx'
import { stateOf } from '../ui/shown.ts'
import { dateTime, t } from '../words/words.ts'
import { finishedThisWeek, type MyQuiz, type MyQuizzes, nextThing, otherQuizzes } from './next-thing.ts'

/** The next right thing on one card, and what is due. */
export function Today(): ReactElement {
  const { user } = useMe()
  const quizzes = useQuery({ queryKey: ['my quizzes'], queryFn: () => call('listMyQuizzes', {}) })
  const isEmpty = ({ available, completed }: MyQuizzes) => available.length + completed.length === 0
  return (
    <Page title={t('today.hello', { name: user.first_name })}>
      <Stated
        shown={stateOf(quizzes, { empty: isEmpty })}
        empty={<p>{t('today.empty')}</p>}
        onRetry={() => quizzes.refetch()}
      >
        {(lists) => <Lists lists={lists} />}
      </Stated>
    </Page>
  )
}

const mainWords = { go_on: 'take.go_on', start: 'today.open_quiz', look: 'today.see_results' } as const

function Lists({ lists }: { lists: MyQuizzes }) {
  const next = nextThing(lists)
  const others = otherQuizzes(lists, next?.quiz ?? null)
  const done = lists.completed.filter(({ attempt_id }) => attempt_id !== null)
  return (
    <>
      {next && (
        <section className="card">
          <h2>{next.quiz.quiz_title}</h2>
          <Facts quiz={next.quiz} />
          <Link
            className="button button-main"
            data-main-action
            href={
              next.do === 'look'
                ? `/attempts/${next.quiz.attempt_id}/results`
                : `/quizzes/${next.quiz.assignment_id}`
            }
          >
            {t(mainWords[next.do])}
          </Link>
        </section>
      )}
      {others.length > 0 && (
        <section className="stack">
          <h2>{t('today.due')}</h2>
          <ul className="list-plain">
            {others.map((quiz) => (
              <li key={quiz.assignment_id} className="card">
                <Link href={`/quizzes/${quiz.assignment_id}`}>{quiz.quiz_title}</Link>
                <Facts quiz={quiz} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {done.length > 0 && (
        <section className="stack">
          <h2>{t('today.done')}</h2>
          <p>{t('today.this_week', { n: finishedThisWeek(lists, Date.now()) })}</p>
          <ul className="list-plain">
            {done.map((quiz) => (
              <li key={quiz.assignment_id}>
                <Link className="list-link" href={`/attempts/${quiz.attempt_id}/results`}>
                  {quiz.quiz_title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Facts({ quiz }: { quiz: MyQuiz }) {
  if (quiz.state === 'completed') return null
  return (
    <p className="muted">
      {t('take.how_many', { n: quiz.question_count })} {t('take.how_long', { n: quiz.estimated_minutes })}{' '}
      {quiz.state === 'upcoming'
        ? t('take.opens', { time: dateTime(quiz.available_from) })
        : quiz.available_until && t('take.until', { time: dateTime(quiz.available_until) })}
    </p>
  )
}
