import type { ReactElement, ReactNode } from 'react'

export interface Column<Row> {
  id: string
  head: ReactNode
  cell: (row: Row) => ReactNode
  /** Figures stand at the end of their column. */
  figure?: boolean
}

/** A data table with real header cells; the first column names its row. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowId,
}: {
  caption: ReactNode
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
}): ReactElement {
  const side = (column: Column<Row>) => (column.figure ? 'figure-column' : undefined)
  return (
    // A table wider than the screen scrolls inside its own frame, which the keyboard can reach.
    <section
      className="table-frame"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus
      tabIndex={0}
      aria-label={typeof caption === 'string' ? caption : undefined}
    >
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={side(column)}>
                {column.head}
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
