import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { addressOf, type Reply } from '../../api.ts'
import { Figure } from '../../ui/Figure.tsx'
import type { Sorting } from '../../ui/Sorting.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { dateTime, marks, number, t } from '../../words/words.ts'
import { NarrowBy } from './NarrowBy.tsx'
import { type ResultsView, sortedBy } from './results-view.ts'

type Row = Reply<'getClassResults'>['rows'][number]

/** Each student with what came of the quiz; the same rows as a file. */
export function ResultsTable({
  assignmentId,
  withRetries,
  rows,
  view,
  onView,
}: {
  assignmentId: string
  withRetries: boolean
  rows: Row[]
  view: ResultsView
  onView: (change: Record<string, string>) => void
}): ReactElement {
  const sorting = (sort: ResultsView['sort']): Sorting => ({
    direction: view.sort === sort ? view.direction : null,
    onSort: () => onView(sortedBy(view, sort)),
  })
  const file = addressOf('downloadClassResults', { params: { assignment_id: assignmentId }, query: view })
  return (
    <section className="stack">
      <h2>{t('classes.each_student')}</h2>
      <div className="row no-print">
        <NarrowBy view={view} onView={onView} />
        <a className="button" href={file} download>
          {t('classes.download')}
        </a>
      </div>
      {rows.length === 0 ? (
        <p className="note">{t('classes.no_rows')}</p>
      ) : (
        <Table
          caption={t('classes.rows', { n: rows.length })}
          rows={rows}
          rowId={({ student_id }) => student_id}
          columns={[nameColumn(sorting('name')), ...otherColumns(sorting, withRetries)]}
        />
      )}
    </section>
  )
}

function nameColumn(sorting: Sorting): Column<Row> {
  return {
    id: 'name',
    head: t('classes.name'),
    sorting,
    cell: ({ student_id, name }) => (
      <Link className="list-link" href={`/students/${student_id}`}>
        <bdi>{name}</bdi>
      </Link>
    ),
  }
}

/** More tries at a question exist only where answers are checked at once. */
function otherColumns(sorting: (sort: ResultsView['sort']) => Sorting, withRetries: boolean): Column<Row>[] {
  return [
    {
      id: 'marks',
      head: t('classes.marks'),
      figure: true,
      sorting: sorting('percentage'),
      cell: (row) => <Marks row={row} />,
    },
    {
      id: 'time',
      head: t('classes.minutes'),
      figure: true,
      sorting: sorting('seconds'),
      cell: ({ seconds }) => (seconds === null ? '–' : number(seconds / 60, 1)),
    },
    {
      id: 'status',
      head: t('classes.status'),
      sorting: sorting('status'),
      cell: ({ status }) => t(`classes.attempt_${status}`),
    },
    { id: 'attempts', head: t('classes.attempts'), figure: true, cell: ({ attempts }) => attempts },
    { id: 'hints', head: t('classes.hints'), figure: true, cell: ({ hints }) => hints },
    ...(withRetries
      ? [{ id: 'retries', head: t('classes.retries'), figure: true, cell: ({ retries }: Row) => retries }]
      : []),
    {
      id: 'notes',
      head: t('classes.notes'),
      cell: ({ notes, waiting }) => <Notes {...{ notes, waiting }} />,
    },
    { id: 'as_of', head: t('classes.marks_as_of'), cell: ({ as_of }) => (as_of ? dateTime(as_of) : '–') },
  ]
}

function Marks({ row }: { row: Row }) {
  const { attempt_id, score, max_score, name } = row
  if (attempt_id === null || score === null || max_score === null) return '–'
  const text = marks(score, max_score)
  return (
    <Figure
      subject_type="quiz_result"
      subject_id={attempt_id}
      text={text}
      spoken={t('classes.marks_of', { name, marks: text })}
    />
  )
}

function Notes({ notes, waiting }: Pick<Row, 'notes' | 'waiting'>) {
  if (notes.length === 0) return null
  return (
    <ul className="list-plain signs">
      {notes.map((note) => (
        <li key={note}>
          <span aria-hidden="true" className="sign">
            {note === 'below_half' || note === 'no_attempt' ? '▽' : 'i'}
          </span>{' '}
          {t(`classes.note_${note}`, { n: waiting })}
        </li>
      ))}
    </ul>
  )
}
