import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { call, type Input } from '../../api.ts'
import { useAddressView } from '../../staff/address-view.ts'
import { NarrowedTo } from '../../staff/NarrowedTo.tsx'
import { usePaged } from '../../staff/use-paged.ts'
import { SelectField } from '../../ui/Field.tsx'
import { More } from '../../ui/More.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { type Column, Table } from '../../ui/Table.tsx'
import { date, number, t } from '../../words/words.ts'
import { keys, type QuizSummary } from '../asking.ts'
import { QuizActs } from './QuizActs.tsx'

const statuses = ['draft', 'review', 'published', 'archived'] as const
/** What the list can be narrowed to: a stage, or what waits for the caller to publish it. */
const choices = ['unpublished', ...statuses] as const
type Choice = (typeof choices)[number]

/** The quizzes of the caller, last changed first; narrowed as the address says. */
export function QuizList(): ReactElement {
  const [view, changeView] = useAddressView(['quizzes'])
  const choice = choices.find((one) => one === view.quizzes) ?? null
  const quizzes = usePaged([...keys.quizzes, choice], (cursor) =>
    call('listQuizzes', { query: { ...cursor, ...queryFor(choice) } }),
  )
  return (
    <div className="stack wide">
      <SelectField
        label={t('author.show_quizzes')}
        value={choice ?? ''}
        options={[
          { value: '', text: t('author.all_quizzes') },
          ...choices.map((value) => ({ value, text: choiceText(value) })),
        ]}
        onChange={(event) => changeView({ quizzes: event.currentTarget.value })}
      />
      <NarrowedTo
        by={choice === 'unpublished' ? t('author.only_unpublished') : null}
        showAll={t('staff.show_all_quizzes')}
        onShowAll={() => changeView({ quizzes: '' })}
      />
      <Stated
        shown={stateOf(quizzes, { empty: (list) => list.length === 0 })}
        empty={<p>{choice === null ? t('author.no_quizzes') : t('author.no_such_quizzes')}</p>}
        onRetry={() => quizzes.refetch()}
      >
        {(list) => (
          <div className="stack wide">
            <Table caption={t('author.quizzes')} columns={columns()} rows={list} rowId={({ id }) => id} />
            <More of={quizzes} />
          </div>
        )}
      </Stated>
    </div>
  )
}

const choiceText = (choice: Choice): string =>
  choice === 'unpublished' ? t('author.own_unpublished') : t('author.quiz_status', { status: choice })

function queryFor(choice: Choice | null): NonNullable<Input<'listQuizzes'>['query']> {
  if (choice === null) return {}
  return choice === 'unpublished' ? { awaiting: 'publishing' } : { status: choice }
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
