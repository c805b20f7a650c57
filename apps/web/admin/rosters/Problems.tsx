import type { ReactElement } from 'react'
import type { Reply } from '../../api.ts'
import { Table } from '../../ui/Table.tsx'
import { t, type WordKey } from '../../words/words.ts'
import { lineOfList, type PastedList } from './pasted-list.ts'

type Problem = Reply<'showRosterImport'>['problems'][number]

const columnNames: Record<string, WordKey> = {
  username: 'admin.username',
  first_name: 'admin.first_name',
  last_name: 'admin.last_name',
  year_group: 'admin.year_group',
  class: 'classes.class',
  password: 'staff.start_password',
}

/** Each row that cannot be used: its line, what stands there, and what to do. Nothing is imported before. */
export function Problems({
  problems,
  text,
  list,
}: {
  problems: Problem[]
  text: string
  list: PastedList | null
}): ReactElement {
  return (
    <>
      <p className="note note-not-yet" role="alert">
        {t('admin.nothing_imported')}
      </p>
      <Table
        caption={t('admin.problems')}
        rows={problems}
        rowId={({ line, column, code }) => `${line} ${column} ${code}`}
        columns={[
          { id: 'line', head: t('admin.line'), cell: ({ line }) => line - (list?.lineShift ?? 0) },
          {
            id: 'text',
            head: t('admin.line_text'),
            cell: ({ line }) => <bdi>{list ? lineOfList(text, list, line) : '–'}</bdi>,
          },
          { id: 'column', head: t('admin.column'), cell: ({ column }) => nameOfColumn(column) },
          { id: 'message', head: t('admin.what_to_do'), cell: ({ message }) => message },
        ]}
      />
    </>
  )
}

function nameOfColumn(column: string | null): string {
  if (column === null) return '–'
  const key = columnNames[column]
  return key ? t(key) : column
}
