import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { call, type Reply } from '../api.ts'
import { useAddressView } from '../staff/address-view.ts'
import { Page } from '../ui/Page.tsx'
import { Stated } from '../ui/Stated.tsx'
import { stateOf } from '../ui/shown.ts'
import { t } from '../words/words.ts'
import { MarkQuestion } from './MarkQuestion.tsx'
import './mark.css'

type Question = Reply<'listMarkingQueue'>['questions'][number]

/** Answers that wait for a person, question by question, names off. */
export default function Marking(): ReactElement {
  const [view, changeView] = useAddressView(['question'])
  const queue = useQuery({
    queryKey: ['marking queue'],
    queryFn: () => call('listMarkingQueue', { query: { limit: 1 } }),
    refetchOnWindowFocus: false,
  })
  const waiting = queue.data?.questions ?? []
  // A question under way stays open when its last answer has left the queue.
  const chosen = view.question ?? waiting[0]?.question_version_id
  const isEmpty = () => chosen === undefined
  return (
    <Page title={t('staff.marking')}>
      <Stated
        shown={stateOf(queue, { empty: isEmpty })}
        empty={<p>{t('mark.empty')}</p>}
        onRetry={() => queue.refetch()}
      >
        {({ questions }) => (
          <div className="marking">
            <QuestionList
              questions={questions}
              chosen={chosen}
              onChoose={(question) => changeView({ question })}
            />
            {chosen && <MarkQuestion key={chosen} questionId={chosen} />}
          </div>
        )}
      </Stated>
    </Page>
  )
}

function QuestionList({
  questions,
  chosen,
  onChoose,
}: {
  questions: Question[]
  chosen: string | undefined
  onChoose: (question: string) => void
}) {
  return (
    <nav className="stack" aria-label={t('mark.questions')}>
      <h2>{t('mark.questions')}</h2>
      {questions.length === 0 && <p>{t('mark.empty')}</p>}
      <ul className="list-plain">
        {questions.map(({ question_version_id, stem, quiz_title, waiting }) => (
          <li key={question_version_id}>
            <button
              type="button"
              className="question-choice"
              aria-current={question_version_id === chosen ? 'true' : undefined}
              onClick={() => onChoose(question_version_id)}
            >
              <span>{stem}</span>
              <span className="muted">{t('mark.waiting_in', { quiz: quiz_title, n: waiting })}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
