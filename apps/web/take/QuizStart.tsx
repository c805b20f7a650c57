import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useLocation } from 'wouter'
import { call, Problem, type Reply } from '../api.ts'
import { useMe } from '../session.tsx'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { Failed, Stated } from '../ui/Stated.tsx'
import { stateOf } from '../ui/shown.ts'
import { whenShown } from '../words/when-shown.ts'
import { dateTime, t } from '../words/words.ts'
import { startQuiz, startSteps } from './start.ts'

type MyQuiz = Reply<'listMyQuizzes'>['available'][number]

/** What to expect of a quiz, before it is started. */
export function QuizStart({ assignmentId }: { assignmentId: string }): ReactElement {
  const quizzes = useQuery({ queryKey: ['my quizzes'], queryFn: () => call('listMyQuizzes', {}) })
  const find = (lists: Reply<'listMyQuizzes'>) =>
    [...lists.available, ...lists.completed].find((quiz) => quiz.assignment_id === assignmentId)
  const found = quizzes.data && find(quizzes.data)
  return (
    <Page title={found?.quiz_title ?? t('take.start_title')}>
      <Stated
        shown={stateOf(quizzes, { empty: (lists) => !find(lists) })}
        empty={<p>{t('take.no_such_quiz')}</p>}
        onRetry={() => quizzes.refetch()}
      >
        {(lists) => {
          const quiz = find(lists)
          return quiz ? <Expect quiz={quiz} /> : null
        }}
      </Stated>
    </Page>
  )
}

function Expect({ quiz }: { quiz: MyQuiz }) {
  const { user } = useMe()
  const [, navigate] = useLocation()
  const [done, setDone] = useState<number | null>(null)
  const [error, setError] = useState<unknown>(null)
  const start = async () => {
    setDone(0)
    setError(null)
    try {
      const attemptId = await startQuiz(user.id, quiz.assignment_id, setDone)
      navigate(`/attempts/${attemptId}/questions/1`, { replace: true })
    } catch (failed) {
      setDone(null)
      setError(failed)
    }
  }
  const startable = quiz.state === 'open' || quiz.state === 'running'
  return (
    <>
      <ul>
        <li>{t('take.how_many', { n: quiz.question_count })}</li>
        <li>{t('take.how_long', { n: quiz.estimated_minutes })}</li>
        {quiz.available_until && <li>{t('take.until', { time: dateTime(quiz.available_until) })}</li>}
        <li>{quiz.allow_hints ? t('take.hints_allowed') : t('take.no_hints')}</li>
        <li>{quiz.feedback_mode === 'immediate' ? t('take.checked_at_once') : t('take.checked_at_end')}</li>
        <li>{whenShown('take.marks_shown', quiz.release.marks)}</li>
        {quiz.feedback_mode === 'deferred' && (
          <li>{whenShown('take.answers_shown', quiz.release.answers)}</li>
        )}
        <li>{t('take.saved_always')}</li>
      </ul>
      {error !== null && <Failed error={openingTime(error)} />}
      {done !== null && <p role="status">{t('take.getting_ready', { done, all: startSteps })}</p>}
      {startable ? (
        <div>
          <Button look="main" busy={done !== null} onClick={start}>
            {quiz.state === 'running' ? t('take.go_on') : t('take.start')}
          </Button>
        </div>
      ) : (
        <p className="note">{whyNotNow(quiz)}</p>
      )}
    </>
  )
}

function whyNotNow(quiz: MyQuiz): string {
  if (quiz.state === 'upcoming') return t('take.opens', { time: dateTime(quiz.available_from) })
  if (quiz.state === 'excused') return t('take.excused')
  return quiz.state === 'closed' ? t('take.closed') : t('take.done_already')
}

/** "Not open yet" names the time in the school's own zone. */
function openingTime(error: unknown): unknown {
  const at = error instanceof Problem ? error.details.available_from : null
  if (error instanceof Problem && typeof at === 'string')
    error.message = t('take.opens', { time: dateTime(at) })
  return error
}
