import { type ReactElement, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { type Column, Table } from '../../ui/Table.tsx'
import { date, number, t } from '../../words/words.ts'
import { keys, type QuizSummary } from '../asking.ts'
import { QuizActs } from './QuizActs.tsx'
import { usePaged } from './use-paged.ts'

type Status = QuizSummary['status']

const statuses: readonly Status[] = ['draft', 'review', 'published', 'archived']
const isStatus = (text: string): text is Status => statuses.some((status) => status === text)

/** The quizzes of the caller, last changed first. */
export function QuizList(): ReactElement {
  const [status, setStatus] = useState<Status | null>(null)
  const quizzes = usePaged([...keys.quizzes, status], (cursor) =>
    call('listQuizzes', { query: { ...(cursor && { cursor }), ...(status && { status }) } }),
  )
  const choose = (text: string) => setStatus(isStatus(text) ? text : null)
  return (
    <div className="stack wide">
      <SelectField
        label={t('author.show_quizzes')}
        value={status ?? ''}
        options={[
          { value: '', text: t('author.all_quizzes') },
          ...statuses.map((value) => ({ value, text: t('author.quiz_status', { status: value }) })),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <Stated
        shown={stateOf(quizzes, { empty: (list) => list.length === 0 })}
        empty={<p>{status === null ? t('author.no_quizzes') : t('author.no_such_quizzes')}</p>}
        onRetry={() => quizzes.refetch()}
      >
        {(list) => (
          <div className="stack wide">
            <Table caption={t('author.quizzes')} columns={columns()} rows={list} rowId={({ id }) => id} />
            {quizzes.hasNextPage && (
              <Button busy={quizzes.isFetchingNextPage} onClick={() => quizzes.fetchNextPage()}>
                {t('author.show_more')}
              </Button>
            )}
          </div>
        )}
      </Stated>
    </div>
  )
}

function columns(): [Column<QuizSummary>, ...Column<QuizSummary>[]] {
  return [
    {
      id: 'title',
      head: t('author.quiz'),
      cell: ({ id, title }) => (
        <Link className="list-link" href={`/quizzes/${id}/review`}>
          {title}
        </Link>
      ),
    },
    { id: 'status', head: t('author.status'), cell: ({ status }) => t('author.quiz_status', { status }) },
    {
      id: 'questions',
      head: t('author.fact_questions'),
      figure: true,
      cell: ({ question_count }) => number(question_count),
    },
    {
      id: 'approved',
      head: t('author.approved'),
      figure: true,
      cell: ({ review_counts }) => number(review_counts.approved ?? 0),
    },
    {
      id: 'points',
      head: t('author.fact_points'),
      figure: true,
      cell: ({ total_points }) => number(total_points),
    },
    { id: 'changed', head: t('author.changed'), cell: ({ changed_at }) => date(changed_at) },
    { id: 'acts', head: t('author.acts'), cell: (quiz) => <QuizActs quiz={quiz} /> },
  ]
}
