import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { call, type Reply } from '../api.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Figure } from '../ui/Figure.tsx'
import { Page } from '../ui/Page.tsx'
import { Prose } from '../ui/Prose.tsx'
import { Stated } from '../ui/Stated.tsx'
import { stateOf } from '../ui/shown.ts'
import { VerdictWord } from '../ui/VerdictWord.tsx'
import { dateTime, marks, t } from '../words/words.ts'

type Results = Reply<'getAttemptResults'>
type Question = NonNullable<Results['questions']>[number]

/** What is released of the results of one attempt. */
export default function ResultsPage({ attemptId }: { attemptId: string }): ReactElement {
  const results = useQuery({
    queryKey: ['results', attemptId],
    queryFn: () => call('getAttemptResults', { params: { attempt_id: attemptId } }),
  })
  const isEmpty = (data: Results) => data.status === 'abandoned'
  return (
    <Page title={results.data?.quiz_title ?? t('results.title')}>
      <Stated
        shown={stateOf(results, { empty: isEmpty, partial: (data) => (data.waiting ?? 0) > 0 })}
        empty={<p>{t('results.abandoned')}</p>}
        partial={(data) => <p>{t('results.waiting_marks', { n: data.waiting ?? 0 })}</p>}
        onRetry={() => results.refetch()}
      >
        {(data) => <Shown results={data} />}
      </Stated>
    </Page>
  )
}

function Shown({ results }: { results: Results }) {
  const { ended_by, state, message, score, max_score, attempt_id, questions, next_step } = results
  return (
    <>
      {ended_by === 'bell' && <p className="note">{t('results.ended_by_bell')}</p>}
      {ended_by === 'teacher' && <p className="note">{t('results.ended_by_teacher')}</p>}
      {state === 'waiting' && (
        <p>{releaseText('results.marks_at', 'results.marks_by_teacher', results.marks_at)}</p>
      )}
      {message && <p className="lead">{message}</p>}
      {score !== undefined && max_score !== undefined && (
        <p>
          {t('results.your_marks')}{' '}
          <Figure subject_type="quiz_result" subject_id={attempt_id} text={total(results)} />
        </p>
      )}
      <Objectives title={t('results.went_well')} list={results.strengths} />
      <Objectives title={t('results.to_practise')} list={results.practise} />
      {questions && (
        <section className="stack">
          <h2>{t('results.questions')}</h2>
          {state === 'marks' && (
            <p>{releaseText('results.answers_at', 'results.answers_by_teacher', results.answers_at)}</p>
          )}
          {questions.map((question) => (
            <OneQuestion key={question.position} question={question} />
          ))}
        </section>
      )}
      <div className="row">
        {next_step?.kind === 'try_again' && next_step.assignment_id ? (
          <Link className="button button-main" data-main-action href={`/quizzes/${next_step.assignment_id}`}>
            {t('results.try_again')}
          </Link>
        ) : (
          <Link className="button button-main" data-main-action href="/progress">
            {t('results.see_progress')}
          </Link>
        )}
      </div>
    </>
  )
}

/** "12 of 15 so far" while a mark waits for a person; then with its percentage. */
function total({ score = 0, max_score = 0, waiting = 0 }: Results): string {
  return waiting > 0 ? t('results.so_far', { marks: marks(score, max_score) }) : marks(score, max_score)
}

function releaseText(
  dated: 'results.marks_at' | 'results.answers_at',
  undated: 'results.marks_by_teacher' | 'results.answers_by_teacher',
  at: string | null | undefined,
): string {
  return at ? t(dated, { time: dateTime(at) }) : t(undated)
}

function Objectives({ title, list }: { title: string; list: Results['strengths'] }) {
  if (!list || list.length === 0) return null
  return (
    <section className="stack">
      <h2>{title}</h2>
      <ul>
        {list.map((objective) => (
          <li key={objective.competency_id}>{objective.title}</li>
        ))}
      </ul>
    </section>
  )
}

function OneQuestion({ question }: { question: Question }) {
  const { position, stem, own_answer_text, verdict, score, max_score, feedback, correct_answer, mark_id } =
    question
  return (
    <article className="card">
      <h3>{t('take.question', { position })}</h3>
      <VerdictWord verdict={verdict} />
      {score !== null && <Figure subject_type="mark" subject_id={mark_id} text={marks(score, max_score)} />}
      {feedback.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <Disclosure summary={t('results.question_and_answer')}>
        <div className="stack">
          <Prose source={stem} />
          <p className="label">{t('results.your_answer')}</p>
          <p className="isolated answer-text">{own_answer_text || t('results.no_answer')}</p>
          {correct_answer !== undefined && (
            <>
              <p className="label">{t('take.right_answer')}</p>
              <p className="isolated answer-text">{correct_answer}</p>
            </>
          )}
        </div>
      </Disclosure>
    </article>
  )
}
