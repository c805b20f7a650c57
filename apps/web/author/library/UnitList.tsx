import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { call, type Reply } from '../../api.ts'
import { usePaged } from '../../staff/use-paged.ts'
import { More } from '../../ui/More.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { type Column, Table } from '../../ui/Table.tsx'
import { date, number, t } from '../../words/words.ts'
import { keys } from '../asking.ts'

type Unit = Reply<'listUnits'>['items'][number]

/** The units of the caller, last changed first. */
export function UnitList(): ReactElement {
  const units = usePaged(keys.units, (cursor) => call('listUnits', { query: cursor }))
  return (
    <Stated
      shown={stateOf(units, { empty: (list) => list.length === 0 })}
      empty={<p>{t('author.no_units')}</p>}
      onRetry={() => units.refetch()}
    >
      {(list) => (
        <div className="stack wide">
          <Table caption={t('author.units_tab')} columns={columns()} rows={list} rowId={({ id }) => id} />
          <More of={units} />
        </div>
      )}
    </Stated>
  )
}

function columns(): [Column<Unit>, ...Column<Unit>[]] {
  return [
    {
      id: 'title',
      head: t('author.unit'),
      cell: ({ id, title }) => (
        <Link className="list-link" href={`/create/${id}/materials`}>
          {title}
        </Link>
      ),
    },
    { id: 'subject', head: t('author.subject'), cell: ({ subject }) => subject },
    { id: 'year', head: t('author.year_group'), figure: true, cell: ({ year_group }) => number(year_group) },
    {
      id: 'files',
      head: t('author.files'),
      figure: true,
      cell: ({ document_count }) => number(document_count),
    },
    {
      id: 'quizzes',
      head: t('author.quizzes'),
      figure: true,
      cell: ({ quiz_count }) => number(quiz_count),
    },
    { id: 'changed', head: t('author.changed'), cell: ({ changed_at }) => date(changed_at) },
  ]
}
