import { type KeyboardEvent, type ReactElement, type ReactNode, useRef } from 'react'
import { t } from '../../words/words.ts'
import { Disclosure } from '../Disclosure.tsx'
import type { SubjectOfFigure } from '../explained.ts'
import { useOpenEvidence } from '../Figure.tsx'
import { useIsNarrow } from '../narrow.ts'
import { ariaSort, SortButton, type Sorting } from '../Sorting.tsx'
import { nextCell } from './grid.ts'

export interface Cell extends SubjectOfFigure {
  /** The figure, such as "8 in 10"; "?" without enough evidence. */
  text: string
  /** The word below it, such as "secure", and a sign before it that is seen at a glance, in grey too. */
  word: string
  sign: string
  state: 'known' | 'contested' | 'not_enough_evidence'
}

interface Parts<Row, Column> {
  caption: string
  /** The head of the column of names. */
  corner: string
  cornerSorting: Sorting
  rows: readonly Row[]
  columns: readonly Column[]
  rowName: (row: Row) => ReactNode
  columnName: (column: Column) => string
  /** What the column adds up to, below its name. */
  columnNote: (column: Column) => ReactNode
  columnSorting: (column: Column) => Sorting
  cell: (row: Row, column: Column) => Cell | null
}

/**
 * Rows by columns with a figure and a word in each cell. It is a real table, so it is its own twin.
 * Arrows go from cell to cell, Home and End along the row, Enter opens the evidence. On narrow pages each row
 * is a card.
 */
export function Heatmap<Row extends { id: string }, Column extends { id: string }>(
  parts: Parts<Row, Column>,
): ReactElement {
  return useIsNarrow() ? <Cards {...parts} /> : <Grid {...parts} />
}

function Grid<Row extends { id: string }, Column extends { id: string }>(parts: Parts<Row, Column>) {
  const { caption, rows, columns, cell } = parts
  const table = useRef<HTMLTableElement>(null)
  const open = useOpenEvidence()
  const move = (event: KeyboardEvent) => {
    const at = positionOf(event.target)
    if (!at) return
    const next = nextCell(event.key, at, { rows: rows.length, columns: columns.length }, isRightToLeft())
    if (!next) return
    event.preventDefault()
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row},${next.column}"]`)?.focus()
  }
  return (
    <section className="table-frame heatmap-frame" aria-label={caption}>
      <table ref={table} className="table heatmap" onKeyDown={move}>
        <caption className="visually-hidden">{caption}</caption>
        <Heads {...parts} />
        <tbody>
          {rows.map((row, r) => (
            <tr key={row.id}>
              <th scope="row">{parts.rowName(row)}</th>
              {columns.map((column, c) => (
                <td key={column.id}>
                  <CellButton
                    cell={cell(row, column)}
                    at={`${r},${c}`}
                    inTabOrder={r === 0 && c === 0}
                    onOpen={open}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Heads<Row, Column extends { id: string }>(parts: Parts<Row, Column>) {
  return (
    <thead>
      <tr>
        <th scope="col" aria-sort={ariaSort(parts.cornerSorting)}>
          <SortButton name={parts.corner} sorting={parts.cornerSorting} />
        </th>
        {parts.columns.map((column) => (
          <th key={column.id} scope="col" aria-sort={ariaSort(parts.columnSorting(column))}>
            <SortButton name={parts.columnName(column)} sorting={parts.columnSorting(column)} />
            {parts.columnNote(column)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Cards<Row extends { id: string }, Column extends { id: string }>(parts: Parts<Row, Column>) {
  const open = useOpenEvidence()
  return (
    <ul className="list-plain wide heatmap-cards" aria-label={parts.caption}>
      <li className="card">
        <Disclosure summary={t('ui.chart.open_all')}>
          <dl className="facts">
            {parts.columns.map((column) => (
              <div key={column.id}>
                <dt>{parts.columnName(column)}</dt>
                <dd>{parts.columnNote(column)}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      </li>
      {parts.rows.map((row) => (
        <li key={row.id} className="card">
          <div className="label">{parts.rowName(row)}</div>
          <Disclosure summary={t('ui.chart.open_row', { n: parts.columns.length })}>
            <dl className="facts">
              {parts.columns.map((column) => (
                <div key={column.id}>
                  <dt>{parts.columnName(column)}</dt>
                  <dd>
                    <CellButton cell={parts.cell(row, column)} inTabOrder onOpen={open} />
                  </dd>
                </div>
              ))}
            </dl>
          </Disclosure>
        </li>
      ))}
    </ul>
  )
}

function CellButton({
  cell,
  at,
  inTabOrder,
  onOpen,
}: {
  cell: Cell | null
  at?: string
  inTabOrder: boolean
  onOpen: (subject: SubjectOfFigure) => void
}) {
  if (!cell) return null
  return (
    <button
      type="button"
      data-at={at}
      tabIndex={inTabOrder ? 0 : -1}
      className={`cell cell-${cell.state}`}
      aria-label={t('ui.figure', { figure: `${cell.text} ${cell.word}` })}
      onClick={() => onOpen(cell)}
    >
      <span className="figure-text">{cell.text}</span>{' '}
      <span className="cell-state">
        <span aria-hidden="true">{cell.sign}</span> {cell.word}
      </span>
    </button>
  )
}

const isRightToLeft = () => document.documentElement.dir === 'rtl'

function positionOf(target: EventTarget): { row: number; column: number } | null {
  const at = target instanceof HTMLElement ? target.dataset.at?.split(',').map(Number) : undefined
  return at ? { row: at[0] ?? 0, column: at[1] ?? 0 } : null
}
