import type { ReactElement } from 'react'
import { call, type Reply } from '../../api.ts'
import { nameOf } from '../../classes/names.ts'
import { usePaged } from '../../staff/use-paged.ts'
import { More } from '../../ui/More.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { Table } from '../../ui/Table.tsx'
import { t, type WordKey } from '../../words/words.ts'

type Item = Reply<'listRosterItems'>['items'][number]

/** Each row and what it would do. */
export function ImportRows({ importId }: { importId: string }): ReactElement {
  const rows = usePaged(['roster items', importId], (cursor) =>
    call('listRosterItems', { params: { import_id: importId }, query: cursor }),
  )
  return (
    <Stated shown={stateOf(rows)} onRetry={() => rows.refetch()}>
      {(items) => (
        <>
          <Table
            caption={t('admin.rows')}
            rows={items}
            rowId={({ line }) => String(line)}
            columns={[
              { id: 'name', head: t('admin.name'), cell: (item) => <bdi>{nameOf(item)}</bdi> },
              {
                id: 'username',
                head: t('admin.username'),
                cell: ({ username }) => <code>{username ?? '–'}</code>,
              },
              { id: 'year', head: t('admin.year_group'), cell: ({ year_group }) => year_group ?? '–' },
              { id: 'classes', head: t('staff.classes'), cell: ({ classes }) => classes.join(', ') || '–' },
              { id: 'does', head: t('admin.does'), cell: whatItDoes },
            ]}
          />
          <More of={rows} />
        </>
      )}
    </Stated>
  )
}

const noteWords: Record<string, WordKey> = { same_name: 'admin.note_same_name' }

function whatItDoes({ state, notes }: Item): string {
  const said = notes.flatMap((note) => noteWords[note] ?? [])
  return [t(`admin.row_${state}`), ...said.map((key) => t(key))].join('. ')
}
