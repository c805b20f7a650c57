import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { call, type Reply } from '../api.ts'
import { Whose } from '../learn/Whose.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Figure } from '../ui/Figure.tsx'
import { Page } from '../ui/Page.tsx'
import { Prose } from '../ui/Prose.tsx'
import { Stated } from '../ui/Stated.tsx'
import { stateOf } from '../ui/shown.ts'
import { VerdictWord } from '../ui/VerdictWord.tsx'
import { type WhenShown, whenShown } from '../words/when-shown.ts'
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
        partial={(data) => <WithTeacher results={data} />}
        onRetry={() => results.refetch()}
      >
        {(data) => <Shown results={data} />}
      </Stated>
    </Page>
  )
}

const placeOf = (position: number) => `question-${position}`

/** Says once which answers the teacher still has; whatever else depends on them is marked "so far". */
function WithTeacher({ results: { waiting = 0, questions = [] } }: { results: Results }) {
  return (
    <>
      <p>{t('results.teacher_has', { n: waiting })}</p>
      <ul className="row list-plain">
        {questions
          .filter(({ verdict }) => verdict === 'waiting')
          .map(({ position }) => (
            <li key={position}>
              <a className="list-link" href={`#${placeOf(position)}`}>
                {t('take.question', { position })}
              </a>
            </li>
          ))}
      </ul>
    </>
  )
}

function Shown({ results }: { results: Results }) {
  const { ended_by, state, score, max_score, attempt_id, as_of } = results
  return (
    <>
      <Whose />
      {ended_by === 'bell' && <p className="note">{t('results.ended_by_bell')}</p>}
      {ended_by === 'teacher' && <p className="note">{t('results.ended_by_teacher')}</p>}
      {state === 'waiting' && (
        <p>
          {t('results.answers_in')} {whenShown('take.marks_shown', toCome(results.marks_at))}
        </p>
      )}
      {results.message && results.waiting === 0 && <p className="lead">{results.message}</p>}
      {score !== undefined && max_score !== undefined && (
        <p>
          {t('results.your_marks')}{' '}
          <Figure subject_type="quiz_result" subject_id={attempt_id} text={total(results)} />
        </p>
      )}
      <Objectives title={t('results.went_well')} list={results.strengths} />
      <Objectives title={t('results.to_practise')} list={results.practise} />
      {results.questions && <Questions results={results} questions={results.questions} />}
      {as_of && <p className="muted">{t('results.as_of', { time: dateTime(as_of) })}</p>}
      <NextStep step={results.next_step} />
    </>
  )
}

function Questions({ results, questions }: { results: Results; questions: Question[] }) {
  return (
    <section className="stack">
      <h2>{t('results.questions')}</h2>
      {results.state === 'marks' && <p>{whenShown('take.answers_shown', toCome(results.answers_at))}</p>}
      {questions.map((question) => (
        <OneQuestion key={question.position} question={question} />
      ))}
    </section>
  )
}

function NextStep({ step }: { step: Results['next_step'] }) {
  const again = step?.kind === 'try_again' ? step.assignment_id : null
  return (
    <div className="row no-print">
      <Link className="button button-main" data-main-action href={again ? `/quizzes/${again}` : '/progress'}>
        {again ? t('results.try_again') : t('results.see_progress')}
      </Link>
    </div>
  )
}

/** A day that the reply names, or none: then the teacher releases. */
const toCome = (at: string | null | undefined): WhenShown =>
  at ? { when: 'from', at } : { when: 'by_teacher', at: null }

/** "12 of 15 so far" while a mark waits for a person; then with its percentage. */
function total({ score = 0, max_score = 0, waiting = 0 }: Results): string {
  return waiting > 0 ? t('results.so_far', { marks: marks(score, max_score) }) : marks(score, max_score)
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
    <article className="card" id={placeOf(position)}>
      <h3>{t('take.question', { position })}</h3>
      <VerdictWord verdict={verdict} />
      {score !== null && <Figure subject_type="mark" subject_id={mark_id} text={marks(score, max_score)} />}
      {verdict !== 'waiting' && feedback.map((text) => <p key={text}>{text}</p>)}
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
