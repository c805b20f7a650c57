import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { call, type Reply } from '../api.ts'
import { useAddressView } from '../staff/address-view.ts'
import { NarrowedTo } from '../staff/NarrowedTo.tsx'
import { Page } from '../ui/Page.tsx'
import { Stated } from '../ui/Stated.tsx'
import { stateOf } from '../ui/shown.ts'
import { t } from '../words/words.ts'
import { MarkQuestion } from './MarkQuestion.tsx'
import './mark.css'

type Question = Reply<'listMarkingQueue'>['questions'][number]

/** Answers that wait for a person, question by question, names off; of one quiz of one class if the address says so. */
export default function Marking(): ReactElement {
  const [view, changeView] = useAddressView(['question', 'assignment'])
  const { assignment } = view
  const queue = useQuery({
    queryKey: ['marking queue', assignment],
    queryFn: () =>
      call('listMarkingQueue', { query: { limit: 1, ...(assignment && { assignment_id: assignment }) } }),
    refetchOnWindowFocus: false,
  })
  const waiting = queue.data?.questions ?? []
  // A question under way stays open when its last answer has left the queue.
  const chosen = view.question ?? waiting[0]?.question_version_id
  const isEmpty = () => chosen === undefined
  return (
    <Page title={t('staff.marking')}>
      {assignment && (
        <OneAssignment
          assignmentId={assignment}
          onShowAll={() => changeView({ assignment: '', question: '' })}
        />
      )}
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
            {chosen && (
              <MarkQuestion
                key={`${chosen} ${assignment}`}
                questionId={chosen}
                assignmentId={assignment ?? null}
              />
            )}
          </div>
        )}
      </Stated>
    </Page>
  )
}

/** The names come from the assignment: they stand there, too, when its last answer is marked. */
function OneAssignment({ assignmentId, onShowAll }: { assignmentId: string; onShowAll: () => void }) {
  const { data } = useQuery({
    queryKey: ['assignment', assignmentId],
    queryFn: () => call('getAssignment', { params: { assignment_id: assignmentId } }),
  })
  const by = data
    ? t('mark.only_of', { quiz: data.quiz_title, class: data.classroom_name })
    : t('mark.only_one_quiz')
  return <NarrowedTo by={by} showAll={t('mark.show_all')} onShowAll={onShowAll} />
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
