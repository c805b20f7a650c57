import { type ReactElement, useId } from 'react'
import { Link } from 'wouter'
import type { Reply } from '../../api.ts'
import { useMe } from '../../session.tsx'
import { useAddressView } from '../../staff/address-view.ts'
import { Figure } from '../../ui/Figure.tsx'
import { Table } from '../../ui/Table.tsx'
import { dateTime, t } from '../../words/words.ts'

type Quiz = Reply<'getClassOverview'>['quizzes'][number]

const statuses = ['open', 'upcoming', 'closed'] as const
type Status = (typeof statuses)[number]

/** The quizzes of a class, each with its window and how many have finished; narrowed as the address says. */
export function ClassQuizzes({ quizzes }: { quizzes: Quiz[] }): ReactElement {
  const [view, changeView] = useAddressView(['quizzes'])
  if (quizzes.length === 0) return <p className="note">{t('classes.no_quizzes')}</p>
  const status = statuses.find((one) => one === view.quizzes) ?? null
  const shown = quizzes.filter((quiz) => status === null || quiz.status === status)
  return (
    <>
      <StatusChoice chosen={status} onChoose={(chosen) => changeView({ quizzes: chosen })} />
      {shown.length === 0 ? <p className="note">{t('classes.no_such_quiz')}</p> : <Quizzes quizzes={shown} />}
    </>
  )
}

function StatusChoice({ chosen, onChoose }: { chosen: Status | null; onChoose: (status: string) => void }) {
  const id = useId()
  return (
    <div className="row no-print">
      <label htmlFor={id}>{t('classes.show_quizzes')}</label>
      <select
        id={id}
        className="input input-inline"
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        <option value="">{t('classes.all_quizzes')}</option>
        {statuses.map((status) => (
          <option key={status} value={status}>
            {t(`classes.quiz_${status}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

function Quizzes({ quizzes }: { quizzes: Quiz[] }) {
  return (
    <Table
      caption={t('classes.quizzes_of_class')}
      captionHidden
      rows={quizzes}
      rowId={({ assignment_id }) => assignment_id}
      columns={[
        {
          id: 'title',
          head: t('classes.quiz'),
          cell: ({ assignment_id, title }) => (
            <Link className="list-link" href={`/assignments/${assignment_id}/results`}>
              {title}
            </Link>
          ),
        },
        { id: 'status', head: t('classes.status'), cell: ({ status }) => t(`classes.quiz_${status}`) },
        { id: 'window', head: t('classes.window'), cell: windowOf },
        {
          id: 'completed',
          head: t('classes.finished'),
          figure: true,
          cell: ({ assignment_id, completed, expected }) => (
            <Figure
              subject_type="class_figure"
              subject_id={`${assignment_id}~completed`}
              text={t('classes.of', { n: completed, all: expected })}
            />
          ),
        },
        {
          id: 'waiting',
          head: t('classes.to_mark'),
          figure: true,
          cell: (quiz) => <ToMark {...quiz} />,
        },
      ]}
    />
  )
}

/** Only teachers mark: for others it is a number. */
function ToMark({ assignment_id, waiting }: Quiz) {
  const { role } = useMe()
  if (waiting === 0) return '–'
  if (role !== 'teacher') return waiting
  return <Link href={`/marking?assignment=${assignment_id}`}>{waiting}</Link>
}

function windowOf({ available_from, available_until }: Quiz): string {
  const from = dateTime(available_from)
  return available_until
    ? t('classes.window_between', { from, until: dateTime(available_until) })
    : t('classes.window_from', { from })
}
