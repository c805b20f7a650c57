import type { ReactElement, ReactNode } from 'react'
import { t } from '../words/words.ts'
import { useIsNarrowScreen } from './narrow.ts'
import { ariaSort, SortButton, type Sorting } from './Sorting.tsx'

export interface Column<Row> {
  id: string
  head: string
  cell: (row: Row) => ReactNode
  /** Figures stand at the end of their column. */
  figure?: boolean
  sorting?: Sorting
}

interface Parts<Row> {
  caption: string
  /** Where a heading above says the same. */
  captionHidden?: boolean
  columns: readonly [Column<Row>, ...Column<Row>[]]
  rows: readonly Row[]
  rowId: (row: Row) => string
}

/** A data table with real header cells; the first column names its row. On narrow screens each row is a card. */
export function Table<Row>(parts: Parts<Row>): ReactElement {
  return useIsNarrowScreen() ? <Cards {...parts} /> : <Grid {...parts} />
}

function Grid<Row>({ caption, captionHidden, columns, rows, rowId }: Parts<Row>) {
  const side = (column: Column<Row>) => (column.figure ? 'figure-column' : undefined)
  return (
    // A table wider than the screen scrolls inside its own frame, which the keyboard can reach.
    <section
      className="table-frame"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus
      tabIndex={0}
      aria-label={caption}
    >
      <table className="table">
        <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={side(column)} aria-sort={ariaSort(column.sorting)}>
                {column.sorting ? <SortButton name={column.head} sorting={column.sorting} /> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)}>
              {columns.map((column, at) =>
                at === 0 ? (
                  <th key={column.id} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={side(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cards<Row>({ caption, captionHidden, columns, rows, rowId }: Parts<Row>) {
  const [name, ...others] = columns
  return (
    <section className="stack wide" aria-label={caption}>
      {!captionHidden && <p className="label">{caption}</p>}
      <SortRow columns={columns} />
      <ul className="list-plain">
        {rows.map((row) => (
          <li key={rowId(row)} className="card">
            <div className="label">{name.cell(row)}</div>
            <dl className="facts">
              {others.map((column) => (
                <div key={column.id}>
                  <dt>{column.head}</dt>
                  <dd>{column.cell(row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}

function SortRow<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  const sortable = columns.filter((column) => column.sorting)
  if (sortable.length === 0) return null
  return (
    <fieldset className="row no-print">
      <legend className="muted">{t('ui.sort_by')}</legend>
      {sortable.map(
        ({ id, head, sorting }) => sorting && <SortButton key={id} name={head} sorting={sorting} />,
      )}
    </fieldset>
  )
}
