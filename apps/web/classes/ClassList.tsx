import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { Stated } from '../ui/Stated.tsx'
import { stateOf } from '../ui/shown.ts'
import { Table } from '../ui/Table.tsx'
import { t } from '../words/words.ts'
import { ClassForm } from './ClassForm.tsx'
import { nameOf } from './names.ts'

/** One's own classes; for an admin those of the school. */
export default function ClassList(): ReactElement {
  const [archived, setArchived] = useState<'true' | 'false'>('false')
  const [adding, setAdding] = useState(false)
  const classrooms = useQuery({
    queryKey: ['classrooms', archived],
    queryFn: () => call('listClassrooms', { query: { archived } }),
  })
  return (
    <Page title={t('staff.classes')}>
      <div className="row">
        <Button look="main" onClick={() => setAdding(true)}>
          {t('classes.add')}
        </Button>
        <Button aria-pressed={archived === 'true'} onClick={() => setArchived(other(archived))}>
          {t('classes.show_archived')}
        </Button>
      </div>
      <Stated
        shown={stateOf(classrooms, { empty: ({ items }) => items.length === 0 })}
        empty={<p>{t(archived === 'true' ? 'classes.no_archived' : 'classes.list_empty')}</p>}
        onRetry={() => classrooms.refetch()}
      >
        {({ items }) => (
          <Table
            caption={t('classes.list')}
            captionHidden
            rows={items}
            rowId={({ id }) => id}
            columns={[
              {
                id: 'name',
                head: t('classes.class'),
                cell: ({ id, name }) => (
                  <Link className="list-link" href={`/classes/${id}`}>
                    {name}
                  </Link>
                ),
              },
              { id: 'subject', head: t('classes.subject'), cell: ({ subject }) => subject ?? '–' },
              {
                id: 'teachers',
                head: t('classes.teachers'),
                cell: ({ teachers }) => teachers.map(nameOf).join(', ') || '–',
              },
              {
                id: 'students',
                head: t('classes.students_head'),
                figure: true,
                cell: ({ id, student_count }) => <Link href={`/classes/${id}/list`}>{student_count}</Link>,
              },
            ]}
          />
        )}
      </Stated>
      {adding && <ClassForm onClose={() => setAdding(false)} />}
    </Page>
  )
}

const other = (archived: 'true' | 'false') => (archived === 'true' ? 'false' : 'true')
